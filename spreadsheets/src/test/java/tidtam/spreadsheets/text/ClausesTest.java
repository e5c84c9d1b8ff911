package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClausesTest {
    @Test
    void cuts_numbered_items_however_they_are_spaced() {
        assertThat(clauses("๑. รายงาน ๒ .เสนอ ๓.ประกาศ (4) แจ้ง 5) จบ"))
                .containsExactly("รายงาน", "เสนอ", "ประกาศ", "แจ้ง", "จบ");
        assertThat(clauses("1.รายงาน2.เสนอ")).containsExactly("รายงาน", "เสนอ");
    }

    @Test
    void cuts_bulleted_items_and_not_ranges() {
        assertThat(clauses("- รายงาน\n- เสนอ")).containsExactly("รายงาน", "เสนอ");
        assertThat(clauses("งวดตุลาคม - มีนาคม")).containsExactly("งวดตุลาคม - มีนาคม");
        assertThat(clauses("๑๐ -๑๕ มกราคม")).containsExactly("๑๐ -๑๕ มกราคม");
    }

    @Test
    void keeps_numbers_that_belong_to_a_word() {
        assertThat(clauses("ในไตรมาสที่ ๒. ของปี")).hasSize(1);
        assertThat(clauses("ภายในวันที่ ๕. ของเดือน")).hasSize(1);
    }

    @Test
    void begins_the_second_item_after_every_quarter() {
        assertThat(clauses("๑. รายงานทุกไตรมาส ๒. เสนอ")).containsExactly("รายงานทุกไตรมาส", "เสนอ");
    }

    private static List<String> clauses(String text) {
        Tokens tokens = Tokens.of(Reads.cell(text));
        return Clauses.of(tokens).stream()
                .map(clause -> tokens.span(clause.from(), clause.to()).quote())
                .toList();
    }
}
