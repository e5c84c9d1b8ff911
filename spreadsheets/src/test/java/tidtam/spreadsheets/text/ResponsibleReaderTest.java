package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidtam.facts.Division;
import tidtam.facts.NamedDivision;
import tidtam.facts.Responsible;

class ResponsibleReaderTest {
    private static final List<Division> LISTED = List.of(
            new Division("สำนักปลัด", List.of("สป."), Optional.empty(), Optional.empty(), List.of()),
            new Division("กองคลัง", List.of("คลัง"), Optional.empty(), Optional.empty(), List.of()),
            new Division("กองการศึกษา ศาสนาและวัฒนธรรม", List.of(), Optional.empty(), Optional.empty(), List.of()));

    @Test
    void finds_listed_divisions_whatever_the_scanner_did_to_their_names() {
        assertThat(read("ส ํานักปลัด แ ล ะ ก อ ง คลัง").divisions())
                .allMatch(NamedDivision::listed)
                .extracting(NamedDivision::name)
                .containsExactly("สำนักปลัด", "กองคลัง");
    }

    @Test
    void knows_short_names_and_names_cut_short() {
        assertThat(read("สป., คลัง, กองการศึกษาฯ").divisions())
                .extracting(NamedDivision::name)
                .containsExactlyInAnyOrder("สำนักปลัด", "กองคลัง", "กองการศึกษา ศาสนาและวัฒนธรรม");
    }

    @Test
    void keeps_a_name_that_is_in_no_list_and_says_so() {
        assertThat(read("กองช่าง").divisions()).singleElement().satisfies(division -> {
            assertThat(division.name()).isEqualTo("กองช่าง");
            assertThat(division.listed()).isFalse();
        });
    }

    @Test
    void quotes_each_name_as_it_stands() {
        assertThat(read("สำนักปลัด กอง คลัง").divisions())
                .extracting(division -> division.text().quote())
                .containsExactly("สำนักปลัด", "กอง คลัง");
    }

    @Test
    void takes_all_staff_for_every_division_unless_one_is_named() {
        assertThat(read("บุคลากรของ อบต. จอม่วงทุกตำแหน่ง").everyDivision()).isTrue();
        assertThat(read("พนักงานกองคลังทุกคน").everyDivision()).isFalse();
    }

    @Test
    void leaves_a_deadline_in_the_same_cell_out_of_the_names() {
        assertThat(names("สำนักปลัด\nรายงานทุกเดือน")).containsExactly("สำนักปลัด");
        assertThat(names("กองคลัง รายงานผลภายในวันที่ 10 ของเดือนถัดไป")).containsExactly("กองคลัง");
        assertThat(names("กองช่าง / ภายในวันที่ 30 เมษายน 2566")).containsExactly("กองช่าง");
        assertThat(names("สำนักปลัด\nต.ค. 2565 – ก.ย. 2566")).containsExactly("สำนักปลัด");
        assertThat(names("กองคลัง สิ้นปีงบประมาณ และกองช่าง")).containsExactly("กองคลัง", "กองช่าง");
        assertThat(names("กลุ่มงานติดตามและรายงานผล")).containsExactly("กลุ่มงานติดตามและรายงานผล");
        assertThat(names("หน่วยตรวจสอบ ภายใน")).containsExactly("หน่วยตรวจสอบภายใน");
    }

    private static List<String> names(String cell) {
        return read(cell).divisions().stream().map(NamedDivision::name).toList();
    }

    @Test
    void takes_positions_for_people() {
        Responsible responsible = read("ผู้บริหาร เจ้าพนักงานพัสดุ กองคลัง");
        assertThat(responsible.actors()).containsExactly("ผู้บริหาร", "เจ้าพนักงานพัสดุ");
        assertThat(responsible.divisions()).extracting(NamedDivision::name).containsExactly("กองคลัง");
    }

    private static Responsible read(String text) {
        return ResponsibleReader.responsible(Reads.MEASURE, Reads.cell(text), LISTED);
    }
}
