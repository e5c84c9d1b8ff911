package tidtam.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidtam.app.history.Decided;
import tidtam.app.history.Decision;
import tidtam.app.history.History;
import tidtam.app.history.Run;
import tidtam.app.history.Verification;
import tidtam.app.history.WaiverRule;
import tidtam.reports.Language;
import tidtam.reports.Wording;
import tidtam.reports.history.Lifecycle;
import tidtam.reports.history.Sighting;

/** What is said of runs, findings' lives and decisions on the command line. */
record HistoryWords(Voice voice, Wording wording) {
    static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    /** So much of a fingerprint names a finding to a person. */
    static final int SHORT = 12;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** A moment where the agencies are. */
    String moment(Instant at) {
        ZonedDateTime there = at.atZone(BANGKOK);
        return wording.date(there.toLocalDate()) + " " + TIME.format(there);
    }

    /** One run in a line, and its plans below. */
    String run(Run run) {
        StringBuilder text = new StringBuilder();
        text.append(voice.say("การตรวจที่ ", "run "))
                .append(run.number())
                .append(voice.say("  ณ วันที่ ", "  as of "))
                .append(wording.date(run.asOf()))
                .append(voice.say("  บันทึก ", "  recorded "))
                .append(moment(run.at()))
                .append("  ")
                .append(wording.path(run.who()))
                .append('\n');
        run.plans().forEach(plan -> text.append("    ").append(plan(plan)).append('\n'));
        run.inputs().stream()
                .filter(input -> input.why().isPresent())
                .forEach(input -> text.append(voice.say("    ตรวจไม่ได้: ", "    not checked: "))
                        .append(wording.path(input.path()))
                        .append('\n'));
        return text.toString();
    }

    private String plan(Run.Plan plan) {
        String agency = wording.path(plan.agency());
        String became = Stream.of(
                        Lifecycle.NEW, Lifecycle.WORSENED, Lifecycle.REOPENED, Lifecycle.RESOLVED, Lifecycle.ABSENT)
                .filter(state -> plan.became().getOrDefault(state, 0) > 0)
                .map(state -> wording.name(state) + " " + plan.became().get(state))
                .collect(Collectors.joining(", "));
        return (agency + " " + plan.round()).strip()
                + voice.say(
                        ": ข้อผิดพลาด " + plan.errors() + " คำเตือน " + plan.warnings() + " ข้อสังเกต " + plan.infos()
                                + " ยกเว้น " + plan.waived(),
                        ": " + plan.errors() + " errors, " + plan.warnings() + " warnings, " + plan.infos() + " notes, "
                                + plan.waived() + " waived")
                + (became.isEmpty() ? "" : " (" + became + ")");
    }

    /** One finding in a line. */
    String sighting(Sighting one) {
        return "  " + one.fingerprint().substring(0, SHORT) + "  " + wording.name(one.state()) + "  "
                + wording.name(one.severity()) + "  "
                + one.cell().map(cell -> cell + "  ").orElse("")
                + said(one) + '\n';
    }

    private String said(Sighting one) {
        return voice.language() == Language.TH ? one.thai() : one.english();
    }

    /** What became of one finding, and what was decided about it. */
    String life(List<History.Seen> seen, List<Decided> decided) {
        History.Seen last = seen.get(seen.size() - 1);
        StringBuilder text = new StringBuilder();
        text.append(last.sighting().fingerprint())
                .append('\n')
                .append(said(last.sighting()))
                .append("\n\n");
        seen.forEach(one -> text.append("  ")
                .append(wording.date(one.asOf()))
                .append("  ")
                .append(wording.name(one.sighting().state()))
                .append(one.sighting().waived() ? voice.say("  (ยกเว้น)", "  (waived)") : "")
                .append(voice.say("  การตรวจที่ ", "  run "))
                .append(one.run())
                .append('\n'));
        if (!decided.isEmpty()) {
            text.append('\n');
        }
        decided.forEach(one -> text.append("  ").append(decided(one)).append('\n'));
        return text.toString();
    }

    /** A decision in a line. */
    String decided(Decided one) {
        return moment(one.at()) + "  " + wording.path(one.who()) + "  " + decision(one.decision())
                + voice.say(" (บันทึกที่ ", " (record ") + one.record() + ")";
    }

    private String decision(Decision decision) {
        if (decision instanceof Decision.Acknowledge acknowledge) {
            return voice.say("รับทราบ จะเสร็จภายใน ", "acknowledged, to be settled by ")
                    + wording.date(acknowledge.promised()) + ": " + wording.path(acknowledge.reason());
        } else if (decision instanceof Decision.Waive waive) {
            return voice.say("ยกเว้น ", "waived ") + wording.range(waive.from(), waive.to())
                    + voice.say(" อนุมัติโดย ", ", approved by ") + wording.path(waive.approver()) + ": "
                    + wording.path(waive.reason());
        } else if (decision instanceof Decision.Withdraw withdraw) {
            return voice.say("ถอนการยกเว้นในบันทึกที่ ", "withdrew the waiver of record ") + withdraw.waiver() + ": "
                    + wording.path(withdraw.reason());
        } else if (decision instanceof Decision.Attach attach) {
            return voice.say("แนบหลักฐาน ", "evidence ") + wording.path(attach.where())
                    + attach.sha256().map(hash -> " sha256:" + hash).orElse("") + " " + wording.path(attach.note());
        } else if (decision instanceof Decision.Confirm confirm) {
            return voice.say("ยืนยันว่าแก้ไขแล้ว: ", "confirmed as settled: ") + wording.path(confirm.reason());
        }
        return voice.say("ความเห็น: ", "comment: ") + wording.path(((Decision.Comment) decision).text());
    }

    /** What a look at the chain gave. */
    String verification(Verification verified) {
        StringBuilder text = new StringBuilder();
        text.append(voice.say("บันทึก ", "records: "))
                .append(verified.records())
                .append('\n');
        verified.head()
                .ifPresent(head -> text.append(voice.say("ค่าปิดท้ายบันทึก ", "head: "))
                        .append(head)
                        .append('\n'));
        verified.faults()
                .forEach(fault -> text.append(
                                fault.record() == 0 ? "" : voice.say("บันทึกที่ ", "record ") + fault.record() + ": ")
                        .append(what(fault.what()))
                        .append(fault.detail().isEmpty() ? "" : " (" + wording.path(fault.detail()) + ")")
                        .append('\n'));
        text.append(
                verified.intact()
                        ? voice.say(
                                "ครบถ้วน ไม่มีบันทึกใดถูกแก้ไข ลบ หรือสลับ\n",
                                "intact: no record was changed, deleted or moved\n")
                        : voice.say(
                                "ไม่ครบถ้วน มีการเปลี่ยนแปลงหลังบันทึก\n",
                                "not intact: something was changed after it was recorded\n"));
        return text.toString();
    }

    private String what(Verification.What what) {
        return switch (what) {
            case CHANGED ->
                voice.say("ถูกแก้ไข หรือบันทึกก่อนหน้าถูกแก้ไข", "was changed, or the record before it was");
            case MISSING -> voice.say("หายไป", "is missing");
            case TRUNCATED ->
                voice.say(
                        "ท้ายโซ่ถูกตัด หรือฐานข้อมูลเก่าถูกนำมาวางแทน",
                        "the chain's end was cut off, or an older database put in its place");
            case OTHER_HEAD ->
                voice.say(
                        "ไม่ตรงกับค่าปิดท้ายบันทึกที่เคยจดหรือพิมพ์ไว้",
                        "is not the one whose head was noted or printed");
            case FINDINGS_CHANGED -> voice.say("ข้อค้นพบที่เก็บไว้ถูกแก้ไข", "its findings were changed");
            case INPUT_CHANGED ->
                voice.say("แฟ้มที่ใช้ตรวจหายไปหรือถูกแก้ไข", "a file it rests on is missing or was changed");
        };
    }

    /** What is wrong with a waiver, and what to do. */
    String fault(WaiverRule.Fault fault, int longest) {
        return switch (fault) {
            case REASON_MISSING -> voice.say("ขาดเหตุผล", "the reason is missing");
            case APPROVER_MISSING -> voice.say("ขาดชื่อผู้อนุมัติ", "the approver is missing");
            case APPROVER_IS_HEAD ->
                voice.say(
                        "ผู้อนุมัติเป็นหัวหน้าหน่วยงานเจ้าของเรื่อง ต้องเป็นผู้อื่น",
                        "the approver heads a division concerned; someone else has to approve");
            case APPROVER_IS_DIVISION ->
                voice.say(
                        "ผู้อนุมัติต้องเป็นชื่อบุคคล ไม่ใช่หน่วยงาน",
                        "the approver has to be a person, not a division");
            case ENDS_BEFORE_START -> voice.say("วันสุดท้ายอยู่ก่อนวันแรก", "it ends before it begins");
            case ENDED -> voice.say("วันสุดท้ายผ่านไปแล้ว", "its last day has passed");
            case TOO_LONG ->
                voice.say(
                        "นานเกินไป ข้อค้นพบระดับนี้ยกเว้นได้ไม่เกิน " + longest + " วัน",
                        "too long: a finding of this weight may be waived for " + longest + " days at most");
        };
    }
}
