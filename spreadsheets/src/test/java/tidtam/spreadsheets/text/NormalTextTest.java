package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NormalTextTest {
    @Test
    void loses_every_kind_of_space_and_remembers_where_it_stood() {
        NormalText text = NormalText.of(Reads.cell("ทุก\u00A0 3&nbsp;เดือน\nละ"));
        assertThat(text.letters()).isEqualTo("ทุก3เดือนละ");
        assertThat(text.gap(0)).isEqualTo(NormalText.NONE);
        assertThat(text.gap(3)).isEqualTo(NormalText.SPACE);
        assertThat(text.gap(9)).isEqualTo(NormalText.LINE);
    }

    @Test
    void gives_sara_am_one_form() {
        assertThat(NormalText.of(Reads.cell("ทำ ทํา ท ำ ท�า ทา")).letters()).isEqualTo("ทาทาทาทาทา");
    }

    @Test
    void shows_sara_am_as_it_should_be() {
        NormalText text = NormalText.of(Reads.cell("ส ํานัก ปลัด"));
        assertThat(text.shown(0, text.length())).isEqualTo("สำนักปลัด");
    }

    @Test
    void knows_the_glyphs_of_old_fonts() {
        assertThat(NormalText.of(Reads.cell("หน\uF70Bาที\uF70A")).letters()).isEqualTo("หน้าที่");
        assertThat(NormalText.of(Reads.cell("ศุกร\uF717")).letters()).isEqualTo("ศุกร์");
        assertThat(NormalText.of(Reads.cell("ป\uF718")).letters()).isEqualTo("ปุ");
    }

    @Test
    void puts_a_tone_mark_typed_too_early_behind_its_vowel() {
        NormalText text = NormalText.of(Reads.cell("วันท\u0E48\u0E35 5"));
        assertThat(text.letters()).isEqualTo("วันที่5");
        assertThat(text.span(0, 6).quote()).isEqualTo("วันท\u0E48\u0E35");
    }

    @Test
    void joins_two_sara_e_to_sara_ae() {
        assertThat(NormalText.of(Reads.cell("เเล้ว")).letters()).isEqualTo("แล้ว");
    }

    @Test
    void reads_digits_of_both_scripts() {
        assertThat(NormalText.of(Reads.cell("๒๕6๖")).letters()).isEqualTo("2566");
    }

    @Test
    void quotes_the_raw_text_behind_letters() {
        NormalText text = NormalText.of(Reads.cell("ก่อน ภายใน ๑ ๕ ว ัน หลัง"));
        int from = text.letters().indexOf("15");
        assertThat(text.span(from, from + 5).quote()).isEqualTo("๑ ๕ ว ัน");
    }

    @Test
    void reads_only_the_span_it_is_given() {
        assertThat(NormalText.of(Reads.cell("abc ทุกวัน xyz").span(4, 10)).letters())
                .isEqualTo("ทุกวัน");
    }

    @Test
    void drops_html_left_overs_and_keeps_what_only_looks_like_one() {
        assertThat(NormalText.of(Reads.cell("ก<br/>ข&amp;ค<ง&จ")).letters()).isEqualTo("กข&ค<ง&จ");
    }
}
