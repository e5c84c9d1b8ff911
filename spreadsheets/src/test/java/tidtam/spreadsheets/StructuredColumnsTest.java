package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.spreadsheets.Books.form;
import static tidtam.spreadsheets.Books.problems;
import static tidtam.spreadsheets.Books.read;
import static tidtam.spreadsheets.Books.row;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.facts.Actor;
import tidtam.facts.CellProblem;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Channel;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.Contradiction;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.Kind;
import tidtam.facts.MeasureId;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Status;
import tidtam.spreadsheets.form.FormSheet;
import tidtam.spreadsheets.form.FormWords;
import tidtam.spreadsheets.text.CompletionReader;
import tidtam.spreadsheets.text.DateReader;
import tidtam.spreadsheets.text.DutyReader;

/** The structured columns of the working form count before the official text, and change nothing where they say the same. */
class StructuredColumnsTest {
    private static final String PROSE =
            "๑. เจ้าหน้าที่รายงานภายใน ๑๕ วันทำการ กรณีมีการจัดซื้อ ๒. ผู้บริหารกำกับติดตามทุกไตรมาส";

    private static Reading.Contents contents(
            String deadline, String action, String cadence, String months, String days, String done) {
        return read(form(
                FormSheet.MEASURES,
                row("", "เรื่อง", "กองคลัง", "ประชุม", deadline, action, cadence, months, days, done)));
    }

    private static PlannedMeasure only(Reading.Contents contents) {
        assertThat(contents.plan().measures()).hasSize(1);
        return contents.plan().measures().get(0);
    }

    /** Duties in one line each. */
    private static List<String> duties(Reading.Contents contents) {
        return only(contents).duties().stream().map(Duty::signature).toList();
    }

    private static List<String> duties(String deadline, String cadence, String months, String days) {
        Reading.Contents contents = contents(deadline, "แล้ว", cadence, months, days, "");
        assertThat(problems(contents)).isEmpty();
        return duties(contents);
    }

    private static List<String> contradictions(Reading.Contents contents) {
        return only(contents).contradictions().stream()
                .map(c -> c.column() + " " + c.entered().cell() + " " + c.text().quote())
                .toList();
    }

    private static List<String> contradictions(String deadline, String cadence, String months, String days) {
        return contradictions(contents(deadline, "แล้ว", cadence, months, days, ""));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_choice_is_a_duty_of_its_kind(Kind kind) {
        String choice = FormWords.cadenceChoices().getOrDefault(kind, "");
        boolean counts = kind == Kind.WITHIN_DAYS || kind == Kind.EVERY_N_DAYS;
        Reading.Contents contents = contents("", "แล้ว", choice.replace("๖", "6 "), "", counts ? "๑๐" : "", "");
        assertThat(only(contents).duties()).singleElement().satisfies(duty -> {
            assertThat(duty.kind()).isEqualTo(kind);
            assertThat(duty.statedIn().cell()).hasToString("มาตรการ!G2");
            assertThat(duty.actors()).containsExactly(Actor.OFFICER);
        });
        assertThat(problems(contents)).isEmpty();
        assertThat(contradictions(contents)).isEmpty();
    }

    @Test
    void other_words_are_read_as_a_deadline_is() {
        assertThat(duties("", "ทุก ๑๕ วัน; ภายใน 30 กันยายน 2566", "", ""))
                .containsExactly("EVERY_N_DAYS n=15", "BY_FIXED_DATE months=9 day=30 date=2023-09-30");
    }

    @Test
    void several_entries_stand_apart_by_semicolons_or_lines() {
        assertThat(duties("", "รายเดือน; รายปี\nต่อเนื่อง;", "", ""))
                .containsExactly("MONTHLY", "ANNUAL", "CONTINUOUS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"รายเดือน, รายไตรมาส", "รายเดือน และรายไตรมาส", "รายเดือน,และ ทุกไตรมาส"})
    void a_comma_or_an_and_lies_between_two_cadences_too(String cadence) {
        assertThat(duties("", cadence, "", "")).containsExactly("MONTHLY", "QUARTERLY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ทุก ๖ เดือน|เมษายน, ตุลาคม||SEMIANNUAL months=4,10",
                "ทุก ๖ เดือน|เม.ย. ต.ค.||SEMIANNUAL months=4,10",
                "ทุก ๖ เดือน|๔ และ 10||SEMIANNUAL months=4,10",
                "ภายในจำนวนวัน||15|WITHIN_DAYS n=15",
                "ภายในจำนวนวัน||๑๕ วันทำการ|WITHIN_DAYS n=15w",
                "ภายในจำนวนวัน||สิบห้าวัน|WITHIN_DAYS n=15",
                "ทุกจำนวนวัน||30 วัน|EVERY_N_DAYS n=30",
                "ทุก ๖ เดือน|มีนาคม, กันยายน||SEMIANNUAL months=3,9",
                "ทุก ๖ เดือน|มิถุนายน, ธันวาคม||SEMIANNUAL months=6,12",
                "รายไตรมาส|มกราคม, เมษายน, กรกฎาคม, ตุลาคม||QUARTERLY months=1,4,7,10",
                "รายเดือน|1,2,3,4,5,6,7,8,9,10,11,12||MONTHLY months=1,2,3,4,5,6,7,8,9,10,11,12",
                "รายเดือน; ทุก ๖ เดือน|เมษายน, ตุลาคม||MONTHLY, SEMIANNUAL months=4,10",
                "รายปี; ภายในจำนวนวัน|ธันวาคม|7|ANNUAL months=12, WITHIN_DAYS n=7",
                "รายปี; ภายในจำนวนวัน|ธันวาคม; -|-; 7|ANNUAL months=12, WITHIN_DAYS n=7",
                "ภายในจำนวนวัน; ทุกจำนวนวัน||7; 30|WITHIN_DAYS n=7, EVERY_N_DAYS n=30",
                "ภายในจำนวนวัน; ทุกจำนวนวัน||7|WITHIN_DAYS n=7, EVERY_N_DAYS n=7",
            })
    void months_and_days_belong_to_the_entries_that_take_them(
            String cadence, String months, String days, String expected) {
        assertThat(String.join(
                        ", ",
                        duties(
                                "",
                                cadence,
                                Optional.ofNullable(months).orElse(""),
                                Optional.ofNullable(days).orElse(""))))
                .isEqualTo(expected);
    }

    @Test
    void a_duty_of_the_text_keeps_what_the_columns_do_not_say() {
        Reading.Contents contents = contents(PROSE, "แล้ว", "รายไตรมาส; ภายในจำนวนวัน", "", "-; 10", "");
        List<Duty> duties = only(contents).duties();
        assertThat(duties).extracting(Duty::signature).containsExactly("QUARTERLY", "WITHIN_DAYS n=10w");
        assertThat(duties).extracting(Duty::ordinal).containsExactly(0, 1);
        assertThat(duties.get(0).actors()).containsExactly(Actor.EXECUTIVE);
        assertThat(duties.get(1).condition()).isPresent();
        assertThat(duties.get(1).statedIn().cell()).hasToString("มาตรการ!E2");
        assertThat(contradictions(contents)).singleElement().asString().startsWith("DAYS มาตรการ!I2 ");
    }

    @Test
    void a_duty_of_the_text_of_another_kind_is_dropped_and_contradicts() {
        Reading.Contents contents = contents(PROSE, "แล้ว", "รายไตรมาส", "", "", "");
        assertThat(duties(contents)).containsExactly("QUARTERLY");
        assertThat(contradictions(contents)).singleElement().asString().startsWith("CADENCE มาตรการ!G2 ");
        assertThat(contradictions("ทุกเดือน", "รายไตรมาส", "", "")).containsExactly("CADENCE มาตรการ!G2 ทุกเดือน");
        assertThat(contradictions("ทุกเดือน", "รายเดือน; รายปี", "", ""))
                .containsExactly("CADENCE มาตรการ!G2 ทุกเดือน");
        assertThat(contradictions("ทุก ๓๐ วัน", "ทุก ๑๕ วัน", "", "")).containsExactly("CADENCE มาตรการ!G2 ทุก ๓๐ วัน");
    }

    @Test
    void other_months_and_days_contradict_and_added_ones_do_not() {
        String text = "ทุก ๖ เดือน ภายในเดือนเมษายนและตุลาคม";
        assertThat(contradictions(text, "", "มีนาคม, กันยายน", ""))
                .singleElement()
                .asString()
                .startsWith("DUE_MONTHS มาตรการ!H2 ");
        assertThat(contradictions("ภายใน ๑๕ วัน", "", "", "๑๐")).containsExactly("DAYS มาตรการ!I2 ภายใน ๑๕ วัน");
        assertThat(contradictions("ภายใน ๑๕ วัน", "", "", "๑๕ วันทำการ")).hasSize(1);
        assertThat(contradictions("ทุก ๖ เดือน", "ทุก ๖ เดือน", "เมษายน, ตุลาคม", ""))
                .isEmpty();
        assertThat(duties("ทุก ๖ เดือน", "", "เมษายน, ตุลาคม", "")).containsExactly("SEMIANNUAL months=4,10");
    }

    @Test
    void a_month_named_goes_before_a_date_in_another() {
        String text = "ภายในวันที่ 30 กันยายน 2566";
        assertThat(duties(text, "", "สิงหาคม", "")).containsExactly("BY_FIXED_DATE months=8 day=30");
        assertThat(contradictions(text, "", "สิงหาคม", "")).hasSize(1);
        assertThat(duties(text, "", "กันยายน", "")).containsExactly("BY_FIXED_DATE months=9 day=30 date=2023-09-30");
        assertThat(contradictions(text, "", "กันยายน", "")).isEmpty();
    }

    @Test
    void nothing_contradicts_a_text_that_is_blank_or_not_understood() {
        assertThat(contradictions("", "รายเดือน", "", "")).isEmpty();
        assertThat(contradictions("ตามที่กฎหมายกำหนด", "รายเดือน", "", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ทุกเดือน|เมื่อมีเวลา|||CADENCE_NOT_UNDERSTOOD มาตรการ!G2 เมื่อมีเวลา",
                "ทุกเดือน|รายเดือน; ปีละสามครั้ง|||CADENCE_NOT_UNDERSTOOD มาตรการ!G2 ปีละสามครั้ง",
                "ทุกปี|รายเดือน, เมื่อมีเวลา|||CADENCE_NOT_UNDERSTOOD มาตรการ!G2 เมื่อมีเวลา",
                "ทุกเดือน|ภายในจำนวนวัน|||DAYS_MISSING มาตรการ!G2 ภายในจำนวนวัน",
                "ทุกเดือน|รายปี|ทุกเดือน||LIMIT_NOT_UNDERSTOOD มาตรการ!H2 ทุกเดือน",
                "ทุกเดือน|รายปี|13||LIMIT_NOT_UNDERSTOOD มาตรการ!H2 13",
                "ทุกเดือน|ภายในจำนวนวัน||1.5|LIMIT_NOT_UNDERSTOOD มาตรการ!I2 1.5",
                "ทุกเดือน|ภายในจำนวนวัน||0|LIMIT_NOT_UNDERSTOOD มาตรการ!I2 0",
                "ทุกเดือน|ภายในจำนวนวัน||15 เดือน|LIMIT_NOT_UNDERSTOOD มาตรการ!I2 15 เดือน",
                "ทุกเดือน|ภายในจำนวนวัน||7; 15|LIMIT_NOT_UNDERSTOOD มาตรการ!I2 7; 15",
                "ทุกเดือน|รายเดือน||15|LIMIT_FITS_NONE มาตรการ!I2 15",
                "ทุกเดือน|||15|LIMIT_FITS_NONE มาตรการ!I2 15",
                "๑. รายงานทุกปี ๒. กำกับทุกไตรมาส||มีนาคม||LIMIT_FITS_NONE มาตรการ!H2 มีนาคม",
                "|||15|LIMIT_FITS_NONE มาตรการ!I2 15",
                "ทุกเดือน|รายไตรมาส|มีนาคม||LIMIT_FITS_NONE มาตรการ!H2 มีนาคม",
                "ทุกเดือน|รายไตรมาส|1, 2, 3, 4||LIMIT_FITS_NONE มาตรการ!H2 1, 2, 3, 4",
                "ทุกปี|รายเดือน|มกราคม||LIMIT_FITS_NONE มาตรการ!H2 มกราคม",
                "ทุกเดือน||มกราคม||LIMIT_FITS_NONE มาตรการ!H2 มกราคม",
                "ทุกเดือน|ทุก ๖ เดือน|เมษายน||LIMIT_FITS_NONE มาตรการ!H2 เมษายน",
                "ทุกเดือน|ทุก ๖ เดือน|เมษายน, พฤษภาคม||LIMIT_FITS_NONE มาตรการ!H2 เมษายน, พฤษภาคม",
                "ทุกเดือน|ทุกรอบการประเมิน|เมษายน||LIMIT_FITS_NONE มาตรการ!H2 เมษายน",
                "ทุกเดือน|รายปี|มีนาคม, กันยายน||LIMIT_FITS_NONE มาตรการ!H2 มีนาคม, กันยายน",
                "ทุกเดือน|รายไตรมาส; รายปี|-; 3, 9||LIMIT_FITS_NONE มาตรการ!H2 3, 9",
            })
    void what_cannot_be_understood_is_named_and_the_text_counts(
            String deadline, String cadence, String months, String days, String problem) {
        String text = Optional.ofNullable(deadline).orElse("");
        Reading.Contents contents = contents(
                text,
                "แล้ว",
                Optional.ofNullable(cadence).orElse(""),
                Optional.ofNullable(months).orElse(""),
                Optional.ofNullable(days).orElse(""),
                "");
        assertThat(problems(contents)).containsExactly(problem);
        assertThat(duties(contents)).isEqualTo(duties(text, "", "", ""));
        assertThat(contradictions(contents)).isEmpty();
        assertThat(contents.plan().complete()).isTrue();
    }

    @Test
    void months_that_the_text_names_of_that_cadence_too_change_nothing() {
        String text = "ทุก ๖ เดือน ภายในเดือนเมษายน";
        assertThat(duties(text, "ทุก ๖ เดือน", "เมษายน", "")).isEqualTo(duties(text, "", "", ""));
    }

    private static Completion completion(String action, String done) {
        Reading.Contents contents = contents("ทุกเดือน", action, "", "", "", done);
        assertThat(problems(contents)).isEmpty();
        return only(contents).completion().orElseThrow();
    }

    private static List<String> contradictions(String action, String done) {
        return contradictions(contents("ทุกเดือน", action, "", "", "", done));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10 มกราคม 2566; 15 ก.พ. ๖๖",
                "10 มกราคม 2566\nวันที่ 15 กุมภาพันธ์ 2566",
                "10/1/2566 และ 15/2/2566"
            })
    void dates_done_make_a_dated_completion(String done) {
        Completion completion = completion("ดำเนินการแล้วทางเว็บไซต์ รายงานทุกเดือน", done);
        assertThat(completion.status()).isEqualTo(Status.DONE_DATED);
        assertThat(completion.dates())
                .extracting(DateSpan::to)
                .containsExactly(LocalDate.of(2023, 1, 10), LocalDate.of(2023, 2, 15));
        assertThat(completion.channels()).containsExactly(Channel.WEBSITE);
        assertThat(completion.claims()).hasSize(1);
        assertThat(completion.statedIn().cell()).hasToString("มาตรการ!F2");
        assertThat(completion.dates().get(0).text().cell()).hasToString("มาตรการ!J2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ดำเนินการแล้ว", "ดำเนินการแล้วเมื่อวันที่ ....... พ.ศ. ....", "รายงานทุกเดือน", "-"})
    void a_date_beside_a_text_without_one_contradicts_nothing(String action) {
        assertThat(contradictions(action, "10 มกราคม 2566")).isEmpty();
        assertThat(completion(action, "20-24 มกราคม 2566").dates())
                .extracting(DateSpan::to)
                .containsExactly(LocalDate.of(2023, 1, 24));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ดำเนินการแล้วเมื่อวันที่ 9 มกราคม 2566",
                "ดำเนินการแล้วเมื่อวันที่ 31 กุมภาพันธ์ 2566",
                "ดำเนินการแล้วเมื่อวันที่ 10 มกราคม 2566 และวันที่ 31 กุมภาพันธ์ 2566",
                "ดำเนินการแล้วเมื่อวันที่ 10 และ 12 มกราคม 2566",
                "ยังไม่ได้ดำเนินการ",
                "อยู่ระหว่างดำเนินการ"
            })
    void another_text_contradicts_a_date_and_the_date_counts(String action) {
        assertThat(contradictions(action, "10 มกราคม 2566"))
                .singleElement()
                .asString()
                .startsWith("DATE_DONE มาตรการ!J2 ");
        Completion completion = completion(action, "10 มกราคม 2566");
        assertThat(completion.status()).isEqualTo(Status.DONE_DATED);
        assertThat(completion.dates()).extracting(DateSpan::to).containsExactly(LocalDate.of(2023, 1, 10));
        assertThat(completion.impossibleDates()).isEmpty();
    }

    @Test
    void the_same_date_changes_nothing_not_even_what_it_is_of() {
        String action = "จัดประชุมเมื่อวันที่ ๕ มกราคม ๒๕๖๖ และรายงานเมื่อวันที่ ๑๐ มกราคม ๒๕๖๖";
        Completion read = completion(action, "");
        assertThat(completion(action, "10 มกราคม 2566; 5 มกราคม 2566")).isEqualTo(read);
        assertThat(read.dates()).extracting(DateSpan::ofReport).containsExactly(false, true);
        assertThat(contradictions(action, "5 มกราคม 2566; 10 มกราคม 2566")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"เสร็จแล้ว", "10 มกราคม", "10 มกราคม 2566 ยังไม่ครบ", "10 มกราคม 2566; เร็ว ๆ นี้"})
    void what_is_no_date_is_named_and_the_text_counts(String done) {
        Reading.Contents contents = contents("ทุกเดือน", "ดำเนินการแล้ว", "", "", "", done);
        assertThat(problems(contents)).containsExactly("NOT_A_DATE มาตรการ!J2 " + done);
        assertThat(only(contents).completion().orElseThrow().status()).isEqualTo(Status.DONE_UNDATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ดำเนินการแล้ว", ""})
    void a_date_done_that_cannot_be_is_an_impossible_date_with_its_likely_reading(String action) {
        Completion completion = completion(action, "31/2/2566");
        assertThat(completion.status()).isEqualTo(Status.DONE_DATED);
        assertThat(completion.dates()).isEmpty();
        assertThat(completion.impossibleDates()).singleElement().satisfies(date -> {
            assertThat(date.text().cell()).hasToString("มาตรการ!J2");
            assertThat(date.text().quote()).isEqualTo("31/2/2566");
            assertThat(date.likely()).contains(LocalDate.of(2023, 2, 28));
        });
        assertThat(contradictions(action, "31/2/2566")).isEmpty();
    }

    @Test
    void dates_beside_one_that_cannot_be_count() {
        assertThat(completion("ดำเนินการแล้ว", "10 มกราคม 2566; 31/2/2566"))
                .satisfies(completion -> assertThat(completion.dates())
                        .extracting(DateSpan::to)
                        .containsExactly(LocalDate.of(2023, 1, 10)))
                .satisfies(
                        completion -> assertThat(completion.impossibleDates()).hasSize(1));
        assertThat(completion("ดำเนินการแล้วเมื่อวันที่ 9 มกราคม 2566", "31/2/2566")
                        .dates())
                .extracting(DateSpan::to)
                .containsExactly(LocalDate.of(2023, 1, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"มกราคม ๒๕๖๖", "ไตรมาสที่ ๒/๒๕๖๖"})
    void a_vaguer_date_done_leaves_the_exact_one_of_the_text(String done) {
        String action = "ดำเนินการแล้วเมื่อวันที่ ๕ มกราคม ๒๕๖๖";
        assertThat(completion(action, done)).isEqualTo(completion(action, ""));
        assertThat(contradictions(action, done)).isEmpty();
        assertThat(contradictions("ดำเนินการแล้วเมื่อวันที่ ๕ เมษายน ๒๕๖๖", done))
                .hasSize(1);
    }

    @Test
    void a_row_with_structured_columns_only_is_named_and_no_measure() {
        Reading.Contents contents = read(form(
                FormSheet.MEASURES,
                row("", "เรื่อง", "กองคลัง", "ประชุม", "ทุกเดือน", "แล้ว"),
                row("", "", "", "", "", "", "", "", "", "10 มกราคม 2566")));
        assertThat(problems(contents)).containsExactly("ROW_NOT_UNDERSTOOD มาตรการ!J3 10 มกราคม 2566");
        assertThat(only(contents).completion().orElseThrow().status()).isEqualTo(Status.DONE_UNDATED);
    }

    private static String entries(List<Duty> duties, Function<Duty, String> entry) {
        List<String> each = duties.stream().map(entry).toList();
        return each.stream().allMatch(FormWords.NONE::equals) ? "" : String.join(FormWords.BETWEEN, each);
    }

    private static CellText cell(Column column, String text) {
        return CellText.of(new CellRef(column.name(), 1, 0), text);
    }

    /** A measure with its structured columns filled in with what was read from the text. */
    private static PlannedMeasure filledIn(PlannedMeasure official) {
        List<Duty> duties = official.duties();
        Map<Column, CellText> cells = new EnumMap<>(Column.class);
        cells.putAll(official.cells());
        cells.put(
                Column.CADENCE,
                cell(
                        Column.CADENCE,
                        entries(duties, duty -> FormWords.cadenceChoices().getOrDefault(duty.kind(), ""))));
        cells.put(
                Column.DUE_MONTHS,
                cell(
                        Column.DUE_MONTHS,
                        entries(
                                duties,
                                duty -> duty.limits().months().isEmpty()
                                        ? FormWords.NONE
                                        : duty.limits().months().stream()
                                                .map(DateReader::monthName)
                                                .collect(Collectors.joining(FormWords.AND)))));
        cells.put(
                Column.DAYS,
                cell(
                        Column.DAYS,
                        entries(
                                duties,
                                duty -> duty.limits().days().isEmpty()
                                        ? FormWords.NONE
                                        : duty.limits().days().getAsInt()
                                                + (duty.limits().workingDays() ? FormWords.WORKING_DAYS : ""))));
        cells.put(
                Column.DATE_DONE,
                cell(
                        Column.DATE_DONE,
                        official.completion()
                                .filter(completion -> completion.status() == Status.DONE_DATED
                                        && completion.impossibleDates().isEmpty())
                                .map(completion -> completion.dates().stream()
                                        .map(date -> date.text().quote())
                                        .collect(Collectors.joining(FormWords.BETWEEN)))
                                .orElse("")));
        return new PlannedMeasure(
                official.measure(),
                cells,
                official.duties(),
                official.impossibleDeadlines(),
                official.completion(),
                official.responsible(),
                official.publication(),
                official.contradictions());
    }

    private static void assertNothingChanges(PlannedMeasure official) {
        PlannedMeasure filled = filledIn(official);
        List<CellProblem> problems = new ArrayList<>();
        List<Contradiction> contradictions = new ArrayList<>();
        assertThat(new StructuredDuties(filled, OptionalInt.of(2566), problems, contradictions).duties())
                .isEqualTo(official.duties());
        assertThat(new DateDone(problems, contradictions).completion(filled)).isEqualTo(official.completion());
        assertThat(problems).isEmpty();
        assertThat(contradictions).isEmpty();
    }

    @Test
    void filling_in_what_was_read_from_the_sample_changes_nothing() {
        assertThat(read(SampleTest.bytes("/samples/jomuang-2566-h1.xlsx"))
                        .plan()
                        .measures())
                .hasSize(27)
                .allSatisfy(StructuredColumnsTest::assertNothingChanges);
    }

    @Test
    void filling_in_what_was_read_from_any_deadline_changes_nothing() {
        PlannedMeasure any = read(SampleTest.bytes("/samples/jomuang-2566-h1.xlsx"))
                .plan()
                .measures()
                .get(0);
        MeasureId id = any.measure().id();
        Stream.of("/phrases/cadence.tsv", "/variants/deadlines.tsv")
                .flatMap(file -> new String(SampleTest.bytes(file), StandardCharsets.UTF_8).lines())
                .map(line -> DutyReader.duties(
                        id,
                        Optional.of(cell(Column.DEADLINE, line.split("\t", -1)[0])),
                        Optional.empty(),
                        OptionalInt.of(2566)))
                .map(duties -> new PlannedMeasure(
                        any.measure(),
                        any.cells(),
                        duties,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))
                .forEach(StructuredColumnsTest::assertNothingChanges);
    }

    @Test
    void filling_in_the_days_read_from_any_action_changes_nothing() {
        MeasureId id = new MeasureId(1);
        List<Completion> done = Stream.of("/phrases/completion.tsv", "/variants/completions.tsv")
                .flatMap(file -> new String(SampleTest.bytes(file), StandardCharsets.UTF_8).lines())
                .map(line -> CompletionReader.completion(id, cell(Column.ACTION, line.split("\t", -1)[0])))
                .filter(read -> read.status() == Status.DONE_DATED
                        && read.impossibleDates().isEmpty())
                .toList();
        assertThat(done).hasSizeGreaterThan(20).allSatisfy(read -> {
            String days = read.dates().stream()
                    .map(date -> day(date.from()) + (date.from().equals(date.to()) ? "" : " - " + day(date.to())))
                    .collect(Collectors.joining(FormWords.BETWEEN));
            assertThat(completion(read.statedIn().raw(), days).dates())
                    .extracting(DateSpan::from, DateSpan::to, DateSpan::ofReport)
                    .containsExactlyElementsOf(read.dates().stream()
                            .map(date -> org.assertj.core.groups.Tuple.tuple(date.from(), date.to(), date.ofReport()))
                            .toList());
        });
    }

    private static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + DateReader.monthName(day.getMonthValue()) + " " + (day.getYear() + 543);
    }
}
