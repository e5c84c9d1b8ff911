package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidtam.facts.Actor;
import tidtam.facts.Duty;
import tidtam.facts.Kind;

class DutyReaderTest {
    @Test
    void reads_the_sample_as_a_careful_auditor_does() {
        String always = "; MONTHLY";
        Map<String, String> expected = Map.ofEntries(
                Map.entry("1", "EVERY_EVALUATION_ROUND"),
                Map.entry("2", "QUARTERLY"),
                Map.entry("3", "QUARTERLY"),
                Map.entry("4", "QUARTERLY; CONTINUOUS"),
                Map.entry("5", "CONTINUOUS" + always),
                Map.entry("6", "CONTINUOUS" + always),
                Map.entry("7", "CONTINUOUS" + always),
                Map.entry("8", "WITHIN_DAYS n=15"),
                Map.entry("9", "QUARTERLY; CONTINUOUS"),
                Map.entry("10", "CONTINUOUS" + always),
                Map.entry("11", "CONTINUOUS; SEMIANNUAL months=4,10"),
                Map.entry("12", "SEMIANNUAL months=4,10"),
                Map.entry("13", "QUARTERLY; CONTINUOUS"),
                Map.entry("14", "CONTINUOUS" + always),
                Map.entry("15", "CONTINUOUS" + always),
                Map.entry("16", "MONTHLY"),
                Map.entry("17", "WITHIN_DAYS n=15"),
                Map.entry("18", "CONTINUOUS" + always),
                Map.entry("19", "WITHIN_DAYS n=1; MONTHLY"),
                Map.entry("20", "MONTHLY; CONTINUOUS; WITHIN_DAYS n=7"),
                Map.entry("21", "MONTHLY; CONTINUOUS"),
                Map.entry("22", "QUARTERLY"),
                Map.entry("23", "DAILY"),
                Map.entry("24", "WITHIN_DAYS n=15"),
                Map.entry("25", "MONTHLY"),
                Map.entry("26", "WITHIN_DAYS n=15"),
                Map.entry("27", "WITHIN_DAYS n=15"));
        for (String[] row : Reads.rows("/samples/measures.tsv")) {
            List<Duty> duties = DutyReader.duties(
                    Reads.MEASURE,
                    Optional.of(Reads.cell(row[7])),
                    Optional.of(Reads.cell(row[6])),
                    OptionalInt.of(2566));
            assertThat(Reads.line(duties, false, false)).as("row " + row[0]).isEqualTo(expected.get(row[0]));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "รายงานทุกเดือน และทุกไตรมาส,MONTHLY; QUARTERLY",
        "รายงานทุกไตรมาสและทุกปี,QUARTERLY; ANNUAL",
        "ทุกเดือนและทุก ๖ เดือน,MONTHLY; SEMIANNUAL",
        "ทุกเดือน หรือทุกไตรมาส,MONTHLY"
    })
    void two_cadences_with_an_and_between_are_two_duties(String text, String expected) {
        assertThat(Reads.line(Reads.duties(text), false, false)).isEqualTo(expected);
    }

    @Test
    void joins_statements_of_one_duty_with_all_their_actors() {
        List<Duty> duties = Reads.duties(
                "๑. เจ้าหน้าที่รายงานทุก ๖ เดือนภายในเดือนเมษายน และเดือนตุลาคม ๒. ผู้บริหารติดตามทุก ๖ เดือน");
        assertThat(duties).singleElement().satisfies(duty -> {
            assertThat(duty.actors()).containsExactlyInAnyOrder(Actor.OFFICER, Actor.EXECUTIVE);
            assertThat(duty.limits().months()).containsExactly(4, 10);
        });
    }

    @Test
    void keeps_statements_apart_that_contradict_each_other() {
        assertThat(Reads.duties("๑. แจ้งผลภายใน ๗ วัน ๒. รายงานภายใน ๓๐ วัน ๓. ตรวจสอบภายใน ๗ วันทำการ"))
                .hasSize(3);
    }

    @Test
    void quotes_the_clause_without_its_number() {
        assertThat(Reads.duties("๑. ดำเนินการตามขั้นตอน ๒. รายงานให้ประชาชนทราบภายใน ๑๕ วัน ๓. เผยแพร่"))
                .singleElement()
                .satisfies(duty -> assertThat(duty.statedIn().quote()).isEqualTo("รายงานให้ประชาชนทราบภายใน ๑๕ วัน"));
    }

    @Test
    void numbers_duties_in_the_order_of_the_text() {
        assertThat(Reads.duties("รายงานภายใน ๑ วัน ผู้บริหารติดตามทุกเดือน"))
                .extracting(Duty::ordinal)
                .containsExactly(0, 1);
    }

    @Test
    void places_a_day_without_a_year_only_where_the_fiscal_year_is_known() {
        assertThat(Reads.duties("ภายใน 15 ต.ค.").get(0).limits().date()).hasToString("Optional[2022-10-15]");
        Duty unplaced = DutyReader.duties(
                        Reads.MEASURE, Optional.of(Reads.cell("ภายใน 15 ต.ค.")), Optional.empty(), OptionalInt.empty())
                .get(0);
        assertThat(unplaced.limits().signature()).isEqualTo("months=10 day=15");
    }

    @Test
    void gives_a_due_date_that_cannot_be_no_date() {
        assertThat(Reads.line(Reads.duties("ภายในวันที่ 31 เมษายน 2566"), false, false))
                .isEqualTo("BY_FIXED_DATE months=4");
        assertThat(Reads.duties("ภายใน 15 มีนาคม 25656").get(0).limits().date()).isEmpty();
    }

    @Test
    void takes_from_the_steps_only_what_is_a_deadline_beyond_doubt() {
        assertThat(Reads.dutiesOfSteps("สรุปรายงานรอบ ๖ เดือน (ต.ค. ๖๕ - มี.ค. ๖๖) ในไตรมาสที่ ๒"))
                .isEmpty();
        assertThat(Reads.dutiesOfSteps("รวบรวมสถิติมายังสำนักปลัดทุกสิ้นเดือน")).hasSize(1);
        assertThat(Reads.dutiesOfSteps("ให้เป็นปัจจุบัน ไม่เกิน ๗ วันหลังเสร็จสิ้นแต่ละภารกิจ"))
                .extracting(Duty::kind)
                .containsExactly(Kind.WITHIN_DAYS);
    }

    @Test
    void says_where_a_length_had_to_be_guessed() {
        assertThat(Reads.duties("ภายใน ๑ เดือน")).allMatch(Duty::guessed);
        assertThat(Reads.duties("๖ เดือน")).allMatch(Duty::guessed);
        assertThat(Reads.duties("ภายใน ๒ สัปดาห์")).noneMatch(Duty::guessed);
    }

    @Test
    void counts_days_after_the_fiscal_year_from_its_end() {
        assertThat(Reads.line(Reads.duties("ภายใน ๓๐ วันนับแต่วันสิ้นปีงบประมาณ"), false, false))
                .isEqualTo("FISCAL_YEAR_END n=30");
    }
}
