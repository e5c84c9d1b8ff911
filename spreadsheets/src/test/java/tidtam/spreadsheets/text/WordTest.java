package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordTest {
    @ParameterizedTest
    @EnumSource
    void is_read_in_each_of_its_spellings(Word word) {
        for (String spelling : word.spellings().split("\\s+", -1)) {
            Tokens tokens = Tokens.of(Reads.cell(spelling));
            assertThat(tokens.size()).as(spelling).isEqualTo(spelling.isEmpty() ? 0 : 1);
            assertThat(spelling.isEmpty() || tokens.is(0, word)).as(spelling).isTrue();
        }
    }

    @Test
    void shares_no_spelling_with_another() {
        Map<String, Word> words = new HashMap<>();
        for (Word word : Word.values()) {
            for (String spelling : word.spellings().strip().split("\\s+", -1)) {
                Word other = spelling.isEmpty() ? null : words.put(spelling, word);
                assertThat(other).as(spelling).isNull();
            }
        }
    }
}
