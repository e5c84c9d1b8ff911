package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tidtam.facts.CellRef;
import tidtam.facts.Finding;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Period;
import tidtam.facts.Reason;
import tidtam.facts.Round;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;
import tidtam.facts.Status;
import tidtam.facts.Values;

class WordingTest {
    private static final Wording THAI = Sample.wording(Language.TH);
    private static final Wording ENGLISH = Sample.wording(Language.EN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-01-01|2023-03-31|ไตรมาสที่ ๒/๒๕๖๖ (๑ มกราคม – ๓๑ มีนาคม ๒๕๖๖)|Q2/2566 (2023-01-01–2023-03-31)",
                "2022-10-01|2022-12-31|ไตรมาสที่ ๑/๒๕๖๖ (๑ ตุลาคม – ๓๑ ธันวาคม ๒๕๖๕)|Q1/2566 (2022-10-01–2022-12-31)",
                "2023-07-01|2023-09-30|ไตรมาสที่ ๔/๒๕๖๖ (๑ กรกฎาคม – ๓๐ กันยายน ๒๕๖๖)|Q4/2566 (2023-07-01–2023-09-30)",
                "2023-01-01|2023-01-31|เดือนมกราคม ๒๕๖๖|January 2023",
                "2024-02-01|2024-02-29|เดือนกุมภาพันธ์ ๒๕๖๗|February 2024",
                "2022-10-01|2023-03-31|รอบที่ ๑/๒๕๖๖ (๑ ตุลาคม ๒๕๖๕ – ๓๑ มีนาคม ๒๕๖๖)|round 1/2566 (2022-10-01–2023-03-31)",
                "2023-04-01|2023-09-30|รอบที่ ๒/๒๕๖๖ (๑ เมษายน – ๓๐ กันยายน ๒๕๖๖)|round 2/2566 (2023-04-01–2023-09-30)",
                "2022-10-01|2023-09-30|ปีงบประมาณ ๒๕๖๖|fiscal year 2566",
                "2023-03-24|2023-04-08|๒๔ มีนาคม – ๘ เมษายน ๒๕๖๖|2023-03-24–2023-04-08",
                "2023-03-20|2023-03-24|๒๐–๒๔ มีนาคม ๒๕๖๖|2023-03-20–2023-03-24",
                "2022-12-28|2023-01-03|๒๘ ธันวาคม ๒๕๖๕ – ๓ มกราคม ๒๕๖๖|2022-12-28–2023-01-03",
                "2023-04-30|2023-04-30|๓๐ เมษายน ๒๕๖๖|2023-04-30",
                "2023-02-01|2023-04-30|๑ กุมภาพันธ์ – ๓๐ เมษายน ๒๕๖๖|2023-02-01–2023-04-30",
                "2023-01-01|2023-12-31|๑ มกราคม – ๓๑ ธันวาคม ๒๕๖๖|2023-01-01–2023-12-31"
            })
    void names_periods_of_the_fiscal_calendar(LocalDate start, LocalDate end, String thai, String english) {
        Period period = new Period(start, end);
        assertThat(THAI.period(period)).isEqualTo(thai);
        assertThat(ENGLISH.period(period)).isEqualTo(english);
    }

    @Test
    void words_dates_with_thai_digits_and_buddhist_years() {
        assertThat(THAI.date(LocalDate.of(2024, 2, 29))).isEqualTo("๒๙ กุมภาพันธ์ ๒๕๖๗");
        assertThat(ENGLISH.date(LocalDate.of(2024, 2, 29))).isEqualTo("2024-02-29");
        assertThat(THAI.number(1205)).isEqualTo("๑๒๐๕");
        assertThat(THAI.round(new Round(2566, 1))).isEqualTo("รอบที่ ๑/๒๕๖๖");
        assertThat(THAI.round(new Round(2566, 0))).isEqualTo("ปีงบประมาณ ๒๕๖๖");
        assertThat(THAI.reason(new Reason(Reason.Code.NO_HOLIDAYS, "2570"))).endsWith("๒๕๗๐");
    }

    @Test
    void fills_a_sentence_from_the_values_of_a_finding() {
        Finding finding = finding(
                "{date} {cell} {number} {kind} {status} {text} {list}",
                Values.of("date", LocalDate.of(2023, 4, 30))
                        .with("cell", new CellRef("แผน", 23, 0))
                        .with("number", 30)
                        .with("kind", Kind.QUARTERLY)
                        .with("status", Status.PLANNED)
                        .with("text", "a\tb\u202E")
                        .with("list", List.of("ก", "ข", "ค")));
        assertThat(sentence(Language.TH, finding))
                .isEqualTo("๓๐ เมษายน ๒๕๖๖ แผน!A24 ๓๐ รายไตรมาส มีแผนจะดำเนินการ a b ก, ข และ ค");
        assertThat(sentence(Language.EN, finding)).isEqualTo("2023-04-30 แผน!A24 30 quarterly planned a b ก, ข and ค");
    }

    @Test
    void joins_lists_and_runs_of_numbers() {
        assertThat(sentence(Language.TH, finding("{x}", Values.of("x", List.of(4, 5, 6, 9)))))
                .isEqualTo("๔–๖ และ ๙");
        assertThat(sentence(Language.EN, finding("{x}", Values.of("x", List.of(4, 5)))))
                .isEqualTo("4 and 5");
        assertThat(sentence(Language.EN, finding("{x}", Values.of("x", List.of("a")))))
                .isEqualTo("a");
        assertThat(sentence(Language.EN, finding("{x}", Values.of("x", List.of()))))
                .isEqualTo("none");
        List<String> many = IntStream.range(0, 30).mapToObj(i -> "n" + i).toList();
        assertThat(sentence(Language.EN, finding("{x}", Values.of("x", many)))).endsWith("n23 and 6 more");
    }

    @Test
    void shortens_a_quote_between_two_characters_as_a_reader_sees_them() {
        String quoted = THAI.quote("ที่".repeat(500));
        assertThat(quoted).isEqualTo("ที่".repeat(119) + "…");
        assertThat(THAI.quote("👨‍👩‍👧".repeat(100))).matches("(👨‍👩‍👧)+…");
        assertThat(THAI.quote("ก" + "\u0E48".repeat(32_000)).length()).isLessThan(1_100);
    }

    @Test
    void a_variant_chooses_the_sentence() {
        Finding finding = finding("{text}", Values.of("text", "x").with("variant", "likely"));
        assertThat(new Wording(Language.EN, Map.of("r", "no", "r.likely", "yes {text}")).sentence(finding))
                .isEqualTo("yes x");
        assertThat(new Wording(Language.EN, Map.of("r.a", "A", "r.b", "B", "rx", "C")).templates("r"))
                .containsExactly("A", "B");
    }

    @Test
    void a_missing_template_or_value_is_an_error() {
        assertThatThrownBy(() -> ENGLISH.sentence(new Finding("no-such", Values.none())))
                .hasMessageContaining("no-such");
        assertThatThrownBy(() -> sentence(Language.TH, finding("{absent}", Values.none())))
                .hasMessageContaining("absent");
        assertThatThrownBy(() -> new Wording(Language.TH, Map.of("r", " ")).sentence(new Finding("r", Values.none())))
                .hasMessageContaining("no message for r");
        assertThatThrownBy(() -> ENGLISH.templates("no-such")).hasMessageContaining("no-such");
    }

    @Test
    void words_what_a_duty_asks() {
        Limits working = Limits.none().withDays(15, true);
        assertThat(THAI.requirement(Kind.WITHIN_DAYS, working)).isEqualTo("ภายใน ๑๕ วันทำการ");
        assertThat(ENGLISH.requirement(Kind.EVERY_N_DAYS, Limits.none().withDays(30, false)))
                .isEqualTo("every 30 days");
        assertThat(THAI.requirement(Kind.SEMIANNUAL, Limits.none().withMonths(new TreeSet<>(Set.of(4, 10)))))
                .isEqualTo("ราย ๖ เดือน กำหนดในเดือนเมษายน และ ตุลาคม");
        assertThat(ENGLISH.requirement(Kind.BY_FIXED_DATE, Limits.none().withDate(LocalDate.of(2023, 9, 30))))
                .isEqualTo("by a fixed date (2023-09-30)");
        assertThat(ENGLISH.requirement(Kind.MONTHLY, Limits.none().withDay(10)))
                .isEqualTo("monthly on day 10 of the month it falls due");
    }

    @ParameterizedTest
    @EnumSource(Reason.Code.class)
    void words_every_reason(Reason.Code code) {
        assertThat(THAI.reason(Sample.reason(code))).isNotBlank().doesNotContain("{", "\u001B");
        assertThat(ENGLISH.reason(Sample.reason(code))).isNotBlank().doesNotContain("{", "_");
    }

    @Test
    void a_reason_without_a_detail_says_that_it_is_not_known() {
        assertThat(ENGLISH.reason(Reason.of(Reason.Code.NOT_COUNTED))).endsWith("not known");
    }

    private static Finding finding(String template, Values values) {
        return new Finding("r", values.with("template", template));
    }

    private static String sentence(Language language, Finding finding) {
        String template = (String) finding.values().find("template").orElseThrow();
        return new Wording(language, Map.of("r", template)).sentence(finding);
    }

    @Test
    void writes_its_own_thai_in_the_digits_chosen_and_quotes_as_it_found() {
        Wording arabic = new Wording(Language.TH, Map.of("x", "ราย ๖ เดือน: {text}"), Digits.ARABIC);
        Finding finding = new Finding("x", Values.of("text", "ครั้งที่ ๑/2566"));

        assertThat(arabic.sentence(finding)).isEqualTo("ราย 6 เดือน: ครั้งที่ ๑/2566");
        assertThat(arabic.name(Kind.SEMIANNUAL)).isEqualTo("ราย 6 เดือน");
        assertThat(arabic.date(LocalDate.of(2023, 4, 30))).isEqualTo("30 เมษายน 2566");
    }

    @Test
    void what_a_rule_itself_says_it_rests_on_is_in_the_chosen_digits() {
        RuleInfo rule = new RuleInfo(
                "x", "x", Severity.ERROR, RuleInfo.Subject.PLAN, List.of(), "ระเบียบ ข้อ ๑๒", RuleInfo.Origin.AGENCY);

        assertThat(new Wording(Language.TH, Map.of(), Digits.ARABIC).basis(rule))
                .isEqualTo("ระเบียบ ข้อ 12");
        assertThat(new Wording(Language.TH, Map.of(), Digits.THAI).basis(rule)).isEqualTo("ระเบียบ ข้อ ๑๒");
    }
}
