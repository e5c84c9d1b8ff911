package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.IndicatorHeading;

/** Items, indicator numbers and titles in issue texts. */
class IssueTextTest {
    @ParameterizedTest
    @CsvSource({
        "E๑ เจ้าหน้าที่, E1",
        "E ๑ เจ้าหน้าที่, E1",
        "E1. เจ้าหน้าที่, E1",
        "(E1) เจ้าหน้าที่, E1",
        "e๕เจ้าหน้าที่, E5",
        "E-5 เจ้าหน้าที่, E5",
        "E๑๐ เจ้าหน้าที่, E10",
        "E๑ ๐ เจ้าหน้าที่, E10",
        "ข้อ E๗ เจ้าหน้าที่, E7",
        "๓. E๗ เจ้าหน้าที่, E7",
        "\u00A0 E15 เจ้าหน้าที่, E15",
        "&nbsp;E2 เจ้าหน้าที่, E2",
        "O๑๒ โครงสร้าง, O12",
        "I5 ท่าน, I5",
    })
    void reads_the_item_a_text_begins_with(String text, String code) {
        assertThat(IssueText.of(text).code()).contains(code);
        assertThat(IssueText.of(text).title()).doesNotContain("๑").doesNotContainIgnoringCase(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E-Service",
                "E-book ๕ เล่ม",
                "Email ๑",
                "E-Bidding",
                "E16 เกินมา",
                "E๐",
                "E๑๒๓",
                "E1a",
                "ระบบ E๑",
                "๑. จัดทำแผน",
                "IT ๕",
                "O-net ๑",
                ""
            })
    void reads_no_item_out_of_other_words(String text) {
        assertThat(IssueText.of(text).code()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ตัวชี้วัดที่ ๙.๒ การบริหารงาน - การให้บริการ, 9, การบริหารงาน",
        "ตัวชี้วันที่ ๑ การปฏิบัติหน้าที่, 1, การปฏิบัติหน้าที่",
        "ตัวชี้วัดที่๑๐ การป้องกันการทุจริต, 10, การป้องกันการทุจริต",
        "ตัวชี้วัดที่ ๑ ๐ การป้องกันการทุจริต, 10, การป้องกันการทุจริต",
        "ตัว ชี้ วัด ที่ 7 : ประสิทธิภาพ, 7, ประสิทธิภาพ",
        "๑. ตัวชี้วัดที่ ๓ การใช้อำนาจ, 3, การใช้อำนาจ",
        "ตัวชีวัดที่ ๖. คุณภาพ ๑. เรื่อง, 6, คุณภาพ",
        "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน -ก, 9, ข้อมูลพื้นฐาน",
        "ตัวชี้วัด 4 การใช้ทรัพย์สิน, 4, การใช้ทรัพย์สิน",
        "ด้านที่ดี ตามตัวชี้วัดที่ ๕ การแก้ไขปัญหา, 5, การแก้ไขปัญหา",
    })
    void reads_the_indicator_a_text_states(String text, int number, String title) {
        Statement stated = IssueText.of(text).indicator().orElseThrow();
        IndicatorHeading heading =
                stated.heading(CellText.of(new CellRef("แผน", 0, 0), text), java.util.Optional.empty());
        assertThat(heading.number()).isEqualTo(number);
        assertThat(heading.title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ตัวชี้วัดความสำเร็จ",
                "มีตัวชี้วัด ๓ ตัว ที่ต้องทำ",
                "ตัวชี้วัดที่ ๒๕๖๖",
                "การใช้อำนาจ",
                "ตัวชี้วัดที่ ๐"
            })
    void reads_no_indicator_out_of_other_words(String text) {
        assertThat(IssueText.of(text).indicator()).isEmpty();
    }

    @Test
    void a_text_may_state_both() {
        IssueText both = IssueText.of("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน E๓ เจ้าหน้าที่");
        assertThat(both.code()).contains("E3");
        assertThat(both.indicator().map(Statement::number)).contains(6);
        assertThat(both.title()).isEqualTo("เจ้าหน้าที่");
    }

    @Test
    void a_title_stands_on_one_line_without_number_or_code() {
        assertThat(IssueText.of("E๕  หน่วยงาน\nของ&nbsp;ท่าน").title()).isEqualTo("หน่วยงาน ของ ท่าน");
        assertThat(IssueText.of("ตัวชี้วัดที่ ๙.๒ การบริหารงาน - การให้บริการ").title())
                .isEqualTo("การบริหารงาน - การให้บริการ");
        assertThat(IssueText.of("E๕").title()).isEqualTo("E๕");
    }
}
