package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    private static String one(String name) {
        return FileNames.of(List.of(name)).getOrDefault(name, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "กองคลัง | กองคลัง",
                "กอง  ช่าง | กอง ช่าง",
                "สำนัก/กอง | สำนัก-กอง",
                "../../etc/passwd | -..-etc-passwd",
                "C:\\Windows | C-Windows",
                "กองคลัง. | กองคลัง",
                "con | _con",
                "LPT1.ส่วน | _LPT1.ส่วน",
                "console | console",
                "a<b>:\"?* | a-b-"
            })
    void a_name_becomes_one_that_every_system_takes(String name, String file) {
        assertThat(one(name)).isEqualTo(file);
    }

    @Test
    void a_name_of_which_nothing_is_left_gets_a_part_of_its_hash() {
        assertThat(one("..")).matches("[0-9a-f]{8}");
        assertThat(one("  ")).matches("[0-9a-f]{8}").isNotEqualTo(one(".."));
    }

    @Test
    void names_that_would_be_one_file_stay_apart_and_keep_theirs_from_run_to_run() {
        List<String> names = List.of("กอง/คลัง", "กอง:คลัง", "Audit", "AUDIT", "กองช่าง");
        assertThat(Set.copyOf(FileNames.of(names).values())).hasSize(5).contains("กองช่าง");
        assertThat(FileNames.of(names))
                .isEqualTo(FileNames.of(List.of("AUDIT", "กองช่าง", "Audit", "กอง:คลัง", "กอง/คลัง")));
    }

    @Test
    void workbooks_of_one_name_keep_theirs_when_another_is_checked_before_them() {
        Map<String, String> two = FileNames.ofWorkbooks(List.of("b/แผน.xlsx", "c\\แผน.xls"));
        Map<String, String> three = FileNames.ofWorkbooks(List.of("a/แผน.xlsx", "b/แผน.xlsx", "c\\แผน.xls"));

        assertThat(three).containsAllEntriesOf(two);
        assertThat(Set.copyOf(three.values()))
                .hasSize(3)
                .allSatisfy(name -> assertThat(name).matches("แผน [0-9a-f]{8}"));
        assertThat(FileNames.ofWorkbooks(List.of("a/แผน.xlsx", "a/CON.xlsx", "a/\uD800.xlsx")))
                .containsValues("แผน", "_CON", "-");
    }

    @Test
    void over_long_names_are_cut_and_stay_apart() {
        String longOne = "สำนักงาน".repeat(40);
        assertThat(Set.copyOf(FileNames.of(List.of(longOne, longOne + "ก")).values()))
                .hasSize(2)
                .allSatisfy(file ->
                        assertThat(file.getBytes(StandardCharsets.UTF_8).length).isLessThan(180));
    }

    @Property(tries = 300)
    void any_names_are_safe_and_apart(@ForAll List<String> any) {
        List<String> names = List.copyOf(new HashSet<>(any));
        Set<String> files = FileNames.of(names).values().stream()
                .map(file -> file.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(files).hasSize(names.size());
        assertThat(files)
                .allSatisfy(file ->
                        assertThat(file).isNotBlank().doesNotContainPattern("[/\\\\:*?\"<>|\\p{Cntrl}]|^\\.|\\.$"));
    }
}
