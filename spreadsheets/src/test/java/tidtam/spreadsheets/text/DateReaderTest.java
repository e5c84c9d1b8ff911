package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.facts.Precision;

class DateReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2566-04-30",
                "2023-04-30",
                "๓๐/๔/๒๕๖๖",
                "30/04/2566",
                "๓๐ เมษายน ๒๕๖๖",
                "วันที่ 30 เม.ย. 66",
                " 30 เมษายน พ.ศ. 2566 "
            })
    void takes_one_day_as_a_person_types_it(String typed) {
        assertThat(DateReader.day(typed)).contains(LocalDate.of(2023, 4, 30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "พรุ่งนี้",
                "30",
                "เมษายน 2566",
                "31/4/2566",
                "30 เมษายน",
                "1-5 เมษายน 2566",
                "30/4/2566 หรือ 1/5/2566",
                "2566-04-30x",
                "30 เมษยายน 2566"
            })
    void takes_nothing_else_for_a_day(String typed) {
        assertThat(DateReader.day(typed)).isEmpty();
    }

    @Test
    void quotes_the_date_as_it_stands() {
        assertThat(Reads.dates("ดำเนินการแล้วเมื่อวันที่ ๒๐-๒๔ เดือนมีนาคม ๒๕๖๖ ตามโครงการ")
                        .dates())
                .singleElement()
                .satisfies(date -> assertThat(date.text().quote()).isEqualTo("๒๐-๒๔ เดือนมีนาคม ๒๕๖๖"));
    }

    @Test
    void says_how_finely_a_date_is_stated() {
        assertThat(Reads.dates("มกราคม ๒๕๖๖").dates()).allMatch(date -> date.precision() == Precision.MONTH);
        assertThat(Reads.dates("ไตรมาสที่ ๒/๒๕๖๖").dates()).allMatch(date -> date.precision() == Precision.QUARTER);
        assertThat(Reads.dates("ในปีงบประมาณ ๒๕๖๖").dates()).allMatch(date -> date.precision() == Precision.YEAR);
    }

    @Test
    void reports_a_year_of_five_digits_and_keeps_the_range_beside_it() {
        DateReader.Dates dates =
                Reads.dates("ดำเนินการเมื่อวันที่ ๒๐-๒๔ มีนาคม ๒๕๖๖ ตามข้อบัญญัติงบประมาณประจำปีงบประมาณ พ.ศ. ๒๕๖๕๖");
        assertThat(dates.dates()).hasSize(1);
        assertThat(dates.impossible())
                .singleElement()
                .satisfies(date -> assertThat(date.text().quote()).isEqualTo("ปีงบประมาณ พ.ศ. ๒๕๖๕๖"));
    }

    @Test
    void names_the_likely_year_where_the_text_has_only_one() {
        assertThat(Reads.dates("เริ่ม ๕ มีนาคม ๒๕๖๖ แล้วเสร็จ ๑๕ มีนาคม ๒๕๖๕๖").impossible())
                .singleElement()
                .satisfies(date -> assertThat(date.likely()).contains(LocalDate.of(2023, 3, 15)));
    }

    @Test
    void names_the_likely_start_of_a_half_year_that_ends_before_it_starts() {
        assertThat(Reads.dates("(1 ตุลาคม 2567-31 มีนาคม 2567)").impossible())
                .singleElement()
                .satisfies(date -> assertThat(date.likely()).contains(LocalDate.of(2023, 10, 1)));
    }

    @Test
    void tells_a_guess_from_plain_reading() {
        assertThat(Reads.dates("๑๐ ม.ค. ๖๖").dates()).noneMatch(date -> date.guessed());
        assertThat(Reads.dates("5 กรกฏาคม 2566").dates()).noneMatch(date -> date.guessed());
        assertThat(Reads.dates("5 ธันวาตม 2565").dates()).allMatch(date -> date.guessed());
        assertThat(Reads.dates("5 มกราคม 256 6").dates()).allMatch(date -> date.guessed());
        assertThat(Reads.dates("5 มกราคม แล้วรายงาน 9 มกราคม 2566").dates())
                .extracting(date -> date.guessed())
                .containsExactly(true, false);
    }

    @Test
    void a_report_between_two_dates_is_that_of_the_second() {
        assertThat(ofReport("โครงการสิ้นสุดวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๘ รายงานวันที่ ๓ มีนาคม ๒๕๖๘"))
                .containsExactly(false, true);
        assertThat(ofReport("จัดซื้อวันที่ 10 ก.พ. 68 รายงาน 3 มี.ค. 68")).containsExactly(false, true);
        assertThat(ofReport("10 ก.พ. 2568 รายงาน, 3 มี.ค. 2568 รายงาน")).containsExactly(true, true);
        assertThat(ofReport("วันที่ 10 ก.พ. 2568 ได้รายงานผู้บริหาร")).containsExactly(true);
    }

    private static List<Boolean> ofReport(String text) {
        return Reads.dates(text).dates().stream().map(date -> date.ofReport()).toList();
    }

    @Test
    void sees_a_blank_left_for_a_date() {
        assertThat(Reads.dates("เมื่อวันที่เดือน..... พ.ศ.").blank()).isTrue();
        assertThat(Reads.dates("วันที่ ..../..../....").blank()).isTrue();
        assertThat(Reads.dates("...ระหว่างวันที่ 19 - 24 ส.ค. 2569").blank()).isFalse();
    }

    @Test
    void knows_a_leap_day_in_buddhist_years() {
        assertThat(DateReader.day("29 กุมภาพันธ์ 2567")).contains(LocalDate.of(2024, 2, 29));
        assertThat(DateReader.day("29 กุมภาพันธ์ 2566")).isEmpty();
    }
}
