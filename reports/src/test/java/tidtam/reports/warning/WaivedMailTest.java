package tidtam.reports.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.reports.warning.SamplePlan.TREASURY;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tidtam.facts.Severity;
import tidtam.reports.Language;
import tidtam.reports.Sample;

/** What is waived asks for nothing, and is not settled either. */
class WaivedMailTest {
    private static final LocalDate TODAY = LocalDate.of(2023, 4, 30);
    private static final Policy POLICY = new Policy(7, 30, 7, 15);

    private static SamplePlan plan() {
        return SamplePlan.on(TODAY).lists(TREASURY, "head@example.go.th");
    }

    /** An overdue report of which the waiver holds. */
    private static SamplePlan waived(SamplePlan plan) {
        return plan.owes("2023-03-31", TREASURY).waived("2023-04-30", "รอเอกสาร");
    }

    private static Digest digest(SamplePlan plan) {
        return Digests.of(
                        SamplePlan.figures(plan), new Contacts(Optional.empty(), Optional.empty(), address -> true), 0)
                .stream()
                .filter(digest -> digest.kind() == Digest.Kind.DIVISIONS)
                .findFirst()
                .orElseThrow();
    }

    private static Told told(int days, String... fingerprints) {
        Map<String, Told.Known> known = new HashMap<>();
        for (String fingerprint : fingerprints) {
            LocalDate since = TODAY.minusDays(days);
            known.put(fingerprint, new Told.Known(since, OptionalInt.of(15), Severity.ERROR, 1, "2566/1", true));
        }
        return new Told(Optional.of(TODAY.minusDays(days)), known);
    }

    private static Decision decision(Digest digest, Told told) {
        return Decision.of(digest, told, Map.of(), TODAY, POLICY);
    }

    private static Letter letter(Digest digest, Told told) {
        WarningText.About about = new WarningText.About(
                SamplePlan.result(plan()).run(),
                "run",
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        return WarningText.of(digest, decision(digest, told), told, about, Sample.wording(Language.TH));
    }

    @Test
    void asks_for_nothing_and_stands_on_no_ladder() {
        Digest digest = digest(waived(plan()));
        Decision decision = decision(digest, Told.nothing());

        assertThat(digest.asking()).isEmpty();
        assertThat(digest.notes()).isEmpty();
        assertThat(digest.waived()).hasSize(1);
        assertThat(decision.sends()).isFalse();
        assertThat(decision.steps()).isEmpty();
        assertThat(decision.copiesClerk()).isFalse();
    }

    @Test
    void a_waiver_of_all_that_was_told_causes_no_mail_and_settles_nothing() {
        SamplePlan plan = waived(plan());
        Decision decision = decision(digest(plan), told(1, plan.fingerprint()));

        assertThat(decision.reason()).isEqualTo(MailReason.NOTHING_NEW);
        assertThat(decision.settled()).isEmpty();
    }

    @Test
    void where_the_rest_is_settled_the_mail_says_that_some_is_waived() {
        SamplePlan plan = waived(plan());
        Told told = told(1, plan.fingerprint(), "settled");
        Decision decision = decision(digest(plan), told);
        Letter letter = letter(digest(plan), told);

        assertThat(decision.reason()).isEqualTo(MailReason.REST_WAIVED);
        assertThat(decision.settled()).containsExactly("settled");
        assertThat(letter.subject()).contains("นอกจากที่ได้รับยกเว้น");
        assertThat(letter.plain())
                .contains("== ได้รับยกเว้น ๑ รายการ ==", "[ยกเว้น (ข้อผิดพลาด)]", "รอเอกสาร", "นายก <อบต.>")
                .doesNotContain("ให้กรอกวันที่รายงาน");
        assertThat(letter.html()).contains("นายก &lt;อบต.&gt;").doesNotContain("<อบต.>");
    }

    @Test
    void what_is_repaired_under_its_waiver_is_settled() {
        Decision decision = decision(digest(plan().reports()), told(1, "repaired"));

        assertThat(decision.reason()).isEqualTo(MailReason.ALL_RESOLVED);
    }

    @Test
    void stands_apart_from_what_asks() {
        SamplePlan plan = waived(plan()).misdates(Severity.WARNING, TREASURY);
        Letter letter = letter(digest(plan), Told.nothing());

        assertThat(letter.subject()).contains("ค้าง ๑").doesNotContain("เกินกำหนด");
        assertThat(letter.plain()).contains("มีรายการค้าง ๑ รายการ", "ได้รับยกเว้น ๑ รายการ");
        assertThat(letter.plain().indexOf("[คำเตือน]"))
                .isLessThan(letter.plain().indexOf("[ยกเว้น"));
    }

    @Test
    void asks_again_once_its_waiver_has_ended_with_the_words() {
        SamplePlan plan = plan().owes("2023-03-31", TREASURY).waived("2023-04-29", "รอเอกสาร");
        Digest digest = digest(plan);

        assertThat(decision(digest, Told.nothing()).reason()).isEqualTo(MailReason.FIRST);
        assertThat(decision(digest, told(1, plan.fingerprint())).reason()).isEqualTo(MailReason.ESCALATED);
        assertThat(letter(digest, Told.nothing()).plain())
                .contains("การยกเว้นสิ้นสุดแล้วเมื่อ ๒๙ เมษายน ๒๕๖๖", "ให้กรอกวันที่รายงาน")
                .doesNotContain("== ได้รับยกเว้น");
    }

    @Test
    void flags_no_division() {
        assertThat(Digests.flags(SamplePlan.figures(waived(plan()))).values())
                .allSatisfy(flags -> assertThat(flags.flagged()).isEmpty());
    }
}
