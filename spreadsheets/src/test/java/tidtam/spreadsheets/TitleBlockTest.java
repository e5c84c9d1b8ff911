package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidtam.facts.CellProblem;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.PlanTitle;

/** Whose plan it is, of which year and round. */
class TitleBlockTest {
    private static PlanTitle title(String... lines) {
        return TitleBlock.read(List.of(lines));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "องค์การบริหารส่วนตำบลจอม่วง|องค์การบริหารส่วนตำบลจอม่วง",
                "องค์การบริหาร ส่วนต ำบลจอม่วง อำเภอศิลาลาด จังหวัดศรีสะเกษ|องค์การบริหาร ส่วนต ำบลจอม่วง",
                "องค์การบริหารส่วนจังหวัดศรีสะเกษ|องค์การบริหารส่วนจังหวัดศรีสะเกษ",
                "แผนมาตรการของเทศบาลตำบลบ้านใหม่ ประจำปีงบประมาณ ๒๕๖๖|เทศบาลตำบลบ้านใหม่",
                "รายงานผล สำนักงานสาธารณสุขจังหวัดเลย (สสจ.)|สำนักงานสาธารณสุขจังหวัดเลย",
                "หน่วยงาน : มหาวิทยาลัยราชภัฏเลย|มหาวิทยาลัยราชภัฏเลย",
                "กรมการปกครอง|กรมการปกครอง",
                "อบต.บ้านนา รอบ ๖ เดือน|อบต.บ้านนา",
                "จังหวัดเลย|จังหวัดเลย",
                "โรงเรียนบ้านตามุย|โรงเรียนบ้านตามุย",
            })
    void finds_the_agency(String line, String agency) {
        assertThat(title("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", line)
                        .agency())
                .contains(agency);
    }

    @Test
    void the_line_that_begins_with_the_agency_is_asked_first() {
        assertThat(title("มาตรการของเทศบาลเมือง ก ประจำปี ๒๕๖๖", "เทศบาลเมืองกาฬสินธุ์", "อำเภอเมือง จังหวัดกาฬสินธุ์")
                        .agency())
                .contains("เทศบาลเมืองกาฬสินธุ์");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน|2566|1",
                "ปีงบประมาณ 2566 รอบ ๑๒ เดือน|2566|2",
                "ประจำปีงบประมาณ พ.ศ. ๒๕ ๖๖ รอบที่ ๒|2566|2",
                "ปีงบประมาณ ๖๖ (รอบ ๖ เดือนหลัง)|2566|2",
                "ปีงบประมาณ ค.ศ. 2023 รอบ 6 เดือนแรก|2566|1",
                "(เดือนตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖)|2566|1",
                "(๑ ตุลาคม ๒๕๖๕ ถึง ๓๑ มีนาคม ๒๕๖๖)|2566|1",
                "ต.ค. 65 - มี.ค. 66|2566|1",
                "รอบ ๖ เดือน (เมษายน – กันยายน ๒๕๖๖)|2566|2",
                "รอบ 6 เดือน ตุลาคม 2565 - มีนาคม|2566|1",
                "แผน ปีงบประมาณ 2566 (1 ตุลาคม 2565 – 30 กันยายน 2566)|2566|0",
                "รายงานรอบ 12 เดือน (ตุลาคม 2565 - กันยายน 2566) ปีงบประมาณ 2566|2566|2",
                "ประจำปี ๒๕๖๗ ครั้งที่ ๑|2567|1",
                "ประจ ำปีงบประม�ณ ๒๕๖๖ รอบที่ ๑/๒๕๖๖|2566|1",
            })
    void finds_year_and_round(String line, int year, int round) {
        assertThat(title(line).fiscalYear()).isEqualTo(OptionalInt.of(year));
        assertThat(title(line).round()).isEqualTo(OptionalInt.of(round));
    }

    @Test
    void a_line_about_last_years_result_does_not_give_the_year() {
        assertThat(title("จากการวิเคราะห์ผลการประเมิน ปีงบประมาณ พ.ศ. ๒๕๖๕", "มาตรการ ปีงบประมาณ พ.ศ. ๒๕๖๖")
                        .fiscalYear())
                .isEqualTo(OptionalInt.of(2566));
        assertThat(title("จากผลการประเมินปีงบประมาณ ๒๕๖๕ จึงกำหนดมาตรการปีงบประมาณ ๒๕๖๖")
                        .fiscalYear())
                .isEqualTo(OptionalInt.of(2566));
    }

    @Test
    void nothing_is_made_up() {
        assertThat(title("แผนมาตรการ", "ปีงบประมาณ ๒๕๖๕๖", "เดือนมกราคม - มีนาคม", "ผลการประเมินมีคุณภาพ"))
                .isEqualTo(PlanTitle.of(Optional.empty(), OptionalInt.empty(), OptionalInt.empty()));
    }

    @Test
    void what_the_title_does_not_say_is_a_problem() {
        Reading.Contents contents = Books.read(Books.HEADER, Books.row("ก", "กองคลัง", "ข", "ค", "ง"));
        assertThat(contents.problems())
                .extracting(CellProblem::code)
                .containsExactly(Code.AGENCY_NOT_FOUND, Code.FISCAL_YEAR_NOT_FOUND, Code.ROUND_NOT_FOUND);
    }

    @Test
    void label_and_value_may_stand_in_two_cells() {
        Reading.Contents contents = Books.read(
                Books.row("หน่วยงาน :", "เทศบาลตำบลบ้านใหม่", "", "ปีงบประมาณ", "2566"),
                Books.row("รอบที่", "2"),
                Books.HEADER,
                Books.row("ก", "กองคลัง", "ข", "ค", "ง"));
        assertThat(contents.plan().title())
                .isEqualTo(PlanTitle.of(Optional.of("เทศบาลตำบลบ้านใหม่"), OptionalInt.of(2566), OptionalInt.of(2)));
    }
}
