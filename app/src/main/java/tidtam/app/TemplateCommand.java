package tidtam.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import tidtam.facts.Folded;
import tidtam.reports.Checked;
import tidtam.spreadsheets.Carried;
import tidtam.spreadsheets.PlanCarrier;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormContents;
import tidtam.spreadsheets.form.FormContents.Entry;
import tidtam.spreadsheets.form.FormWords;
import tidtam.spreadsheets.form.FormWriter;

/** {@code tidtam template}: the working form, empty or with an old plan in it. */
final class TemplateCommand implements Command {
    private static final Pattern YEAR = Pattern.compile("2[5-6]\\d\\d");
    private static final Pattern ROUND = Pattern.compile("(?:(2[5-6]\\d\\d)/)?([12])");

    @Override
    public Words.Form form(Voice voice) {
        return new Words.Form(
                "template",
                voice.say(
                        "เขียนแบบฟอร์มทำงานทั้งปี: มาตรการ บันทึกการรายงาน หน่วยงาน วันหยุด",
                        "Writes the working form: measures, report log, divisions, holidays."),
                List.of(new Words.Described(
                        "OUT.xlsx",
                        voice.say(
                                "แฟ้มใหม่ที่จะเขียน ไม่เขียนทับแฟ้มเดิม",
                                "the new file; an old one is not overwritten"))),
                List.of(
                        Words.valued(
                                "from",
                                "OLD.xlsx",
                                voice.say(
                                        "ยกแผนเดิม (.xlsx หรือ .xls) มาใส่แบบฟอร์ม ไม่มีข้อความใดหาย",
                                        "carry an existing plan (.xlsx or .xls) into the form, with all its texts")),
                        Words.valued("agency", "NAME", voice.say("ชื่อหน่วยงาน", "the agency's name")),
                        Words.valued("province", "NAME", voice.say("จังหวัด", "the province")),
                        Words.valued(
                                "fiscal-year", "2566", voice.say("ปีงบประมาณ พ.ศ.", "the fiscal year, Buddhist era")),
                        Words.valued(
                                "round",
                                "1|2",
                                voice.say(
                                        "รอบ: 1 (ต.ค.–มี.ค.) หรือ 2 (เม.ย.–ก.ย.) หรือพร้อมปี เช่น 2566/1",
                                        "the round: 1 (October-March) or 2 (April-September), or with its year: 2566/1"))));
    }

    @Override
    public int run(Words words, Session session) {
        Voice voice = session.voice();
        Path out = out(words.operands().get(0), voice);
        Map<FormColumn, Entry> general = general(words, voice);
        Optional<String> from = words.find("--from");
        if (from.isPresent()) {
            session.tell(out + ": " + carry(from.get(), general, out, voice));
        } else {
            create(out, FormWriter.write(FormContents.general(general)), voice);
            session.tell(out + voice.say(": เขียนแบบฟอร์มว่างแล้ว", ": an empty form was written"));
        }
        return Exit.CLEAN;
    }

    /** Writes the form with what an old workbook holds; what was written, in one sentence. */
    private static String carry(String from, Map<FormColumn, Entry> general, Path out, Voice voice) {
        byte[] old = read(from, voice);
        Carried carried = guarded(from, () -> PlanCarrier.carry(old, general), voice);
        if (carried instanceof Carried.Form form) {
            create(out, form.workbook(), voice);
            return voice.say(
                    "ยกมา " + form.measures() + " มาตรการ รอตรวจ " + form.forReview() + " ช่อง ข้อความอื่น "
                            + form.others() + " รายการอยู่ในแผ่น “" + FormWords.OTHER_TEXTS + "”",
                    form.measures() + " measures carried, " + form.forReview() + " cells await review, " + form.others()
                            + " other texts are in the sheet “" + FormWords.OTHER_TEXTS + "”");
        }
        if (carried instanceof Carried.Unreadable unreadable) {
            throw unreadable(from, Checked.Why.valueOf(unreadable.why().name()), voice);
        }
        if (!general.isEmpty() || !zip(old)) {
            throw new Refused(voice.say(
                    from + ": เป็นแบบฟอร์มอยู่แล้ว กรุณาแก้ไขในแฟ้มนั้น หรือบันทึกเป็น .xlsx ด้วยโปรแกรมตารางคำนวณ",
                    from + ": is the working form already; edit it, or save it as .xlsx with a spreadsheet program"));
        }
        create(out, old, voice);
        return voice.say(
                "แฟ้มเดิมเป็นแบบฟอร์มอยู่แล้ว จึงคัดลอกโดยไม่แก้ไข",
                "the old file is the working form already; it was copied unchanged");
    }

    private static byte[] read(String from, Voice voice) {
        try {
            return WorkbookFile.read(Path.of(from));
        } catch (WorkbookFile.Unread e) {
            throw unreadable(from, e.why(), voice);
        } catch (InvalidPathException e) {
            throw unreadable(from, Checked.Why.NOT_FOUND, voice);
        }
    }

    /** Names the workbook on which reading or writing breaks off. */
    static Carried guarded(String from, Supplier<Carried> carrying, Voice voice) {
        try {
            return carrying.get();
        } catch (RuntimeException | StackOverflowError e) {
            LoggerFactory.getLogger(TemplateCommand.class).error("{}: the plan could not be carried", from, e);
            throw unreadable(from, Checked.Why.BROKE, voice);
        }
    }

    private static boolean zip(byte[] workbook) {
        return workbook[0] == 'P' && workbook[1] == 'K';
    }

    private static Refused unreadable(String from, Checked.Why why, Voice voice) {
        return new Refused(
                from + ": " + Rules.builtIn().wording(voice.language()).unreadable(why));
    }

    private static Path out(String given, Voice voice) {
        Path out;
        try {
            out = Path.of(given);
        } catch (InvalidPathException e) {
            throw notWritten(given, e.getReason(), voice);
        }
        if (!given.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw new Refused(voice.say(
                    given + ": ชื่อแฟ้มที่จะเขียนต้องลงท้ายด้วย .xlsx",
                    given + ": the name of the new file must end in .xlsx"));
        }
        if (Files.exists(out)) {
            throw exists(out, voice);
        }
        return out;
    }

    private static Map<FormColumn, Entry> general(Words words, Voice voice) {
        Map<FormColumn, Entry> general = new EnumMap<>(FormColumn.class);
        words.find("--agency").ifPresent(name -> general.put(FormColumn.AGENCY, Entry.text(name)));
        words.find("--province").ifPresent(name -> general.put(FormColumn.PROVINCE, Entry.text(name)));
        Optional<String> year = words.find("--fiscal-year").map(text -> year(text, voice));
        words.find("--round").ifPresent(text -> {
            Matcher round = ROUND.matcher(Folded.of(text));
            boolean other =
                    round.matches() && round.group(1) != null && !round.group(1).equals(year.orElse(round.group(1)));
            if (!round.matches() || other) {
                throw new Refused(voice.say(
                        "--round อ่าน '" + text + "' ไม่ได้ ใช้ 1 หรือ 2 หรือพร้อมปีงบประมาณ เช่น 2566/1",
                        "--round cannot read '" + text
                                + "'; write 1 or 2, or the fiscal year and the round, such as 2566/1"));
            }
            Optional.ofNullable(round.group(1)).ifPresent(own -> general.put(FormColumn.FISCAL_YEAR, number(own)));
            general.put(FormColumn.ROUND, Entry.text(FormWords.roundChoices().get(Integer.parseInt(round.group(2)))));
        });
        year.ifPresent(own -> general.put(FormColumn.FISCAL_YEAR, number(own)));
        return general;
    }

    private static Entry number(String digits) {
        return Entry.number(Integer.parseInt(digits));
    }

    private static String year(String text, Voice voice) {
        String year = Folded.of(text);
        if (YEAR.matcher(year).matches()) {
            return year;
        }
        throw new Refused(voice.say(
                "--fiscal-year อ่าน '" + text + "' ไม่ได้ ใช้ปี พ.ศ. สี่หลัก เช่น 2566",
                "--fiscal-year cannot read '" + text + "'; write a Buddhist year, such as 2566"));
    }

    private static void create(Path out, byte[] workbook, Voice voice) {
        try {
            WholeFile.create(out, to -> to.write(workbook));
        } catch (FileAlreadyExistsException e) {
            throw exists(out, voice);
        } catch (IOException e) {
            throw notWritten(out.toString(), WholeFile.reason(e), voice);
        }
    }

    private static Refused exists(Path out, Voice voice) {
        return new Refused(voice.say(
                out + ": มีแฟ้มชื่อนี้อยู่แล้ว จึงไม่เขียนทับ กรุณาใช้ชื่ออื่น",
                out + ": there is such a file already, and it is not overwritten; choose another name"));
    }

    private static Refused notWritten(String out, String reason, Voice voice) {
        return new Refused(voice.say(
                out + ": เขียนแฟ้มไม่ได้ (" + reason + ")", out + ": the file cannot be written (" + reason + ")"));
    }
}
