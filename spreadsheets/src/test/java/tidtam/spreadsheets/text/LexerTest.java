package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexerTest {
    @Test
    void takes_the_longest_word() {
        assertThat(words("ทุกวันทำการ")).containsExactly("EVERY ทุก", "UNIT วันทาการ");
        assertThat(words("ทุกวันที่")).containsExactly("EVERY ทุก", "DATE วันที่");
    }

    @Test
    void is_not_taken_in_by_words_inside_words() {
        assertThat(words("สามารถ")).containsExactly("OTHER สามารถ");
        assertThat(words("บรรทุกรายได้")).containsExactly("OTHER บรรทุกรายได้");
        assertThat(words("ประชุมครั้งที่ 5")).startsWith("ACT ประชุม", "TIMES ครั้ง");
    }

    @Test
    void reads_a_word_with_spaces_inside() {
        assertThat(words("ไตร มาส")).containsExactly("UNIT ไตรมาส");
    }

    @Test
    void knows_a_month_without_dots_only_where_it_stands_alone() {
        assertThat(words("18 กค 2569")).containsExactly("NUMBER 18", "MONTH กค", "NUMBER 2569");
        assertThat(words("หมกค้าง")).noneMatch(word -> word.startsWith("MONTH"));
    }

    @Test
    void joins_number_words() {
        assertThat(value("สามสิบ")).isEqualTo(30);
        assertThat(value("สิบห้า")).isEqualTo(15);
        assertThat(value("หนึ่งร้อยยี่สิบเอ็ด")).isEqualTo(121);
        assertThat(value("๗ (เจ็ด)")).isEqualTo(7);
        assertThat(value("เจ็ด (๗)")).isEqualTo(7);
    }

    @Test
    void keeps_numbers_apart_that_a_space_separates() {
        assertThat(words("256 6")).containsExactly("NUMBER 256", "NUMBER 6");
    }

    @Test
    void tells_money_clock_times_and_decimals_from_whole_numbers() {
        assertThat(words("15,000 15.30 16:03:15 5 , 600"))
                .containsExactly("DECIMAL 15,000", "DECIMAL 15.30", "DECIMAL 16:03:15", "DECIMAL 5,600");
    }

    @Test
    void sees_blanks_to_write_on() {
        assertThat(words("...... ____ ก …")).containsExactly("BLANK ......", "BLANK ____", "OTHER ก", "BLANK ...");
    }

    private static List<String> words(String text) {
        Tokens tokens = Tokens.of(Reads.cell(text));
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.get(i).word() + " " + tokens.letters(i, i + 1));
        }
        return words;
    }

    private static int value(String text) {
        Tokens tokens = Tokens.of(Reads.cell(text));
        assertThat(tokens.size()).isEqualTo(1);
        return tokens.value(0);
    }
}
