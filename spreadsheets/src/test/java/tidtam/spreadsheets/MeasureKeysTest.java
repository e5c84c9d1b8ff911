package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tidtam.facts.Measure;

/** Keys that stay when rows move. */
class MeasureKeysTest {
    private static String[] measure(String issue, String action) {
        return Books.row(issue, "กองคลัง", "ขั้นตอน", "ทุกเดือน", action);
    }

    private static List<String> keys(List<String[]> measures) {
        List<String[]> rows = new ArrayList<>(measures);
        rows.add(0, Books.HEADER);
        return Books.read(rows.toArray(new String[0][])).plan().measures().stream()
                .map(planned -> planned.measure())
                .map(Measure::key)
                .toList();
    }

    @Test
    void a_key_is_the_code_and_the_issue_only_where_the_code_is_repeated() {
        assertThat(keys(List.of(measure("E๑ ก", "ก"), measure("E๒ ข", "ก"), measure("E๒ ค", "ก"), measure("ง", "ก"))))
                .containsExactly("e1", "e2=e2ข", "e2=e2ค", "=ง");
    }

    @Test
    void equal_rows_are_counted_by_their_other_cells_not_by_their_place() {
        List<String[]> rows = new ArrayList<>(List.of(measure("ก", "ค"), measure("ก", "ข"), measure("ก", "ข")));
        assertThat(keys(rows)).containsExactly("=ก#3", "=ก#1", "=ก#2");
        Collections.reverse(rows);
        assertThat(keys(rows)).containsExactly("=ก#1", "=ก#2", "=ก#3");
    }

    @Test
    void digits_spaces_and_damaged_letters_change_no_key() {
        assertThat(keys(List.of(measure("E๒ ดำเนินการ ๑๐", "ก"), measure("E๒ ข", "ก"))))
                .isEqualTo(keys(List.of(measure("E2ดํา เนินการ 10", "ก"), measure("E ๒ข", "ก"))))
                .isEqualTo(keys(List.of(measure("E๒ ด�เนินการ ๑๐", "ก"), measure("E๒ ข", "ก"))));
    }

    @Test
    void no_text_passes_for_a_key_made_of_parts() {
        assertThat(keys(List.of(
                        measure("ก", "1"),
                        measure("ก", "2"),
                        measure("ก#1", "1"),
                        measure("ก=", "1"),
                        measure("E๑ ก", "1"),
                        measure("E๑ ก", "2"),
                        measure("E๑=ก", "2"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void shuffled_rows_keep_their_keys() {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add(measure((i % 3 == 0 ? "E" + (i % 15 + 1) : "เรื่อง") + " " + i % 7, "ทำแล้ว " + i % 5));
        }
        List<String> before = keys(rows);
        List<String[]> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(before).doesNotHaveDuplicates();
        assertThat(keys(shuffled)).containsExactlyInAnyOrderElementsOf(before);
    }
}
