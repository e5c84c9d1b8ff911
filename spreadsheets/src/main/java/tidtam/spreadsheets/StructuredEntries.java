package tidtam.spreadsheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Precision;
import tidtam.facts.Status;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormContents.Entry;
import tidtam.spreadsheets.form.FormWords;
import tidtam.spreadsheets.text.DateReader;

/** What the structured columns say where they say what was read from the texts, each cell with a note for the person who reviews it. */
final class StructuredEntries {
    private static final int LONGEST_QUOTE = 120;
    private static final int BUDDHIST_LEAD = 543;

    private StructuredEntries() {}

    static Map<FormColumn, Entry> of(PlannedMeasure planned) {
        Map<FormColumn, Entry> entries = new EnumMap<>(FormColumn.class);
        duties(planned, entries);
        planned.completion().ifPresent(completion -> entries.put(FormColumn.DATE_DONE, dateDone(completion)));
        return entries;
    }

    private static void duties(PlannedMeasure planned, Map<FormColumn, Entry> entries) {
        List<Duty> duties = planned.duties();
        if (!planned.impossibleDeadlines().isEmpty()) {
            entries.put(FormColumn.CADENCE, Entry.open(impossible(planned.impossibleDeadlines())));
            return;
        }
        if (duties.isEmpty()) {
            CellText deadline = planned.cells().get(Column.DEADLINE);
            boolean blank = deadline == null || deadline.blank();
            entries.put(
                    FormColumn.CADENCE,
                    Entry.open(
                            blank
                                    ? "ช่องการรายงานผลและกำหนดเวลาว่าง โปรดเลือกความถี่ถ้าทราบ"
                                    : "โปรแกรมอ่านความถี่จากข้อความไม่ได้ โปรดเลือกความถี่ถ้าทราบ"));
            return;
        }
        put(
                entries,
                FormColumn.CADENCE,
                duties,
                duty -> FormWords.cadenceChoices().getOrDefault(duty.kind(), ""));
        put(entries, FormColumn.DUE_MONTHS, duties, StructuredEntries::months);
        put(
                entries,
                FormColumn.DAYS,
                duties,
                duty -> duty.limits().days().isEmpty()
                        ? ""
                        : duty.limits().days().getAsInt()
                                + (duty.limits().workingDays() ? FormWords.WORKING_DAYS : ""));
    }

    /** One entry for each duty; none at all where no duty has anything to say. */
    private static void put(
            Map<FormColumn, Entry> entries, FormColumn column, List<Duty> duties, Function<Duty, String> entry) {
        List<String> each = duties.stream().map(entry).toList();
        if (each.stream().allMatch(String::isEmpty)) {
            return;
        }
        String text = each.stream()
                .map(one -> one.isEmpty() ? FormWords.NONE : one)
                .collect(Collectors.joining(FormWords.BETWEEN));
        boolean number = text.matches("\\d+");
        Entry plain = number ? Entry.number(Integer.parseInt(text)) : Entry.text(text);
        String sources = duties.stream()
                .map(duty -> "“" + quote(duty.statedIn()) + "”" + guessed(duty.guessed()))
                .distinct()
                .collect(Collectors.joining(" และ "));
        entries.put(column, plain.forReview(read(text, sources)));
    }

    private static String months(Duty duty) {
        return FormWords.monthChoices().stream()
                .filter(name -> duty.limits().months().stream()
                        .map(DateReader::monthName)
                        .anyMatch(name::equals))
                .collect(Collectors.joining(FormWords.AND));
    }

    private static Entry dateDone(Completion completion) {
        if (!completion.impossibleDates().isEmpty()) {
            return Entry.open(impossible(completion.impossibleDates()));
        }
        List<DateSpan> dates = completion.dates();
        if (dates.isEmpty() || completion.status() != Status.DONE_DATED) {
            return Entry.open(undated(completion));
        }
        List<String> texts = new ArrayList<>();
        for (DateSpan date : dates) {
            Optional<String> text = text(date);
            if (text.isEmpty()) {
                return Entry.open(
                        "โปรแกรมอ่านวันที่จาก “" + quote(date.text()) + "” แต่เขียนเป็นวันที่เดียวไม่ได้ โปรดกรอกเอง");
            }
            texts.add(text.get());
        }
        String all = String.join(FormWords.BETWEEN, texts);
        DateSpan first = dates.get(0);
        boolean day = dates.size() == 1
                && first.precision() == Precision.DAY
                && first.from().equals(first.to());
        boolean guessed = completion.guessed() || dates.stream().anyMatch(DateSpan::guessed);
        Entry entry = day ? Entry.date(first.from()) : Entry.text(all);
        return entry.forReview(read(all, "“" + quote(completion.statedIn()) + "”" + guessed(guessed)));
    }

    private static String undated(Completion completion) {
        return switch (completion.status()) {
            case BLANK_PLACEHOLDER -> "ช่องการดำเนินการเว้นที่ไว้แต่ไม่ได้กรอกวันที่ โปรดกรอกวันที่ดำเนินการจริง";
            case RECURRING_CLAIM ->
                "ช่องการดำเนินการบอกเพียงว่าทำเป็นประจำ ไม่มีวันที่ โปรดบันทึกแต่ละครั้งในบันทึกการรายงาน";
            case DONE_DATED, DONE_UNDATED -> "ช่องการดำเนินการไม่ได้บอกวันที่ โปรดกรอกวันที่ดำเนินการจริง";
            case IN_PROGRESS, PLANNED, NOT_DONE -> "ยังไม่แล้วเสร็จ กรอกเมื่อดำเนินการแล้ว";
            case NOT_APPLICABLE, EMPTY -> "ช่องการดำเนินการว่างหรือเป็นขีด กรอกเมื่อดำเนินการแล้ว";
        };
    }

    /** A date as it is written so that the same date is read back; empty where no such text was found. */
    private static Optional<String> text(DateSpan date) {
        String month = DateReader.monthName(date.from().getMonthValue()) + " " + year(date.from());
        List<String> candidates = switch (date.precision()) {
            case DAY ->
                List.of(date.from().equals(date.to()) ? day(date.from()) : day(date.from()) + " - " + day(date.to()));
            case MONTH, QUARTER, YEAR -> List.of(month, date.text().quote());
        };
        return candidates.stream().filter(text -> reads(text, date)).findFirst();
    }

    private static boolean reads(String text, DateSpan date) {
        List<DateSpan> read = DateReader.only(CellText.of(new CellRef("", 0, 0), text));
        return read.size() == 1
                && read.get(0).from().equals(date.from())
                && read.get(0).to().equals(date.to())
                && read.get(0).precision() == date.precision();
    }

    private static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + DateReader.monthName(day.getMonthValue()) + " " + year(day);
    }

    private static int year(LocalDate day) {
        return day.getYear() + BUDDHIST_LEAD;
    }

    private static String impossible(List<ImpossibleDate> dates) {
        return dates.stream()
                .map(date -> "วันที่เป็นไปไม่ได้: “" + quote(date.text()) + "”"
                        + date.likely().map(day -> " อาจหมายถึง " + day(day)).orElse(""))
                .collect(Collectors.joining(" "))
                .concat(" โปรดตรวจจากหลักฐาน แล้วกรอกเอง");
    }

    private static String read(String value, String sources) {
        return "โปรแกรมอ่านได้ว่า “" + value + "” จากข้อความ " + sources + " โปรดตรวจ";
    }

    private static String guessed(boolean guessed) {
        return guessed ? " (อ่านโดยคาดคะเน)" : "";
    }

    private static String quote(CellText text) {
        String line = IssueText.oneLine(text.quote());
        return line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
    }
}
