package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LineWrapTest {
    @Property
    void no_line_is_wider_than_asked(@ForAll("texts") String text, @ForAll @IntRange(min = 2, max = 60) int width) {
        List<String> lines = new LineWrap(width).wrap(Clean.line(text));
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(width));
    }

    @Property
    void nothing_but_spaces_is_lost(@ForAll("texts") String text, @ForAll @IntRange(min = 2, max = 60) int width) {
        String line = Clean.line(text);
        assertThat(String.join("", new LineWrap(width).wrap(line)).replace(" ", ""))
                .isEqualTo(line.replace(" ", ""));
    }

    @Property
    void a_shortened_line_takes_no_more_columns_than_asked(
            @ForAll("texts") String text, @ForAll @IntRange(min = 2, max = 60) int width) {
        String line = Clean.line(text);
        String shortened = Clean.shorten(line, width);
        assertThat(TextWidth.of(shortened)).isLessThanOrEqualTo(width);
        if (!shortened.equals(line)) {
            assertThat(shortened).endsWith("…");
            assertThat(line).startsWith(shortened.substring(0, shortened.length() - 1));
        }
    }

    @Property
    void a_clean_line_has_nothing_that_steers_and_stays_as_it_is(@ForAll("texts") String text) {
        String line = Clean.line(text);
        assertThat(line.codePoints()).noneMatch(c -> Clean.steering(c) || (c >= 0xD800 && c <= 0xDFFF));
        assertThat(line).doesNotContain("  ").isEqualTo(line.strip());
        assertThat(Clean.line(line)).isEqualTo(line);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of(
                        "เจ้าหน้าที่ผู้รับผิดชอบรายงาน",
                        "น้ำๆ",
                        "ต่าง ๆ",
                        "พ.ศ.",
                        "๒๕๖๖",
                        " ",
                        "within-days-report-overdue",
                        "👨‍👩‍👧",
                        "🇹🇭",
                        "❤️",
                        "中文字",
                        "e\u0301\u0302",
                        "\u202E",
                        "\t",
                        "\n",
                        "\uD800",
                        "ํา",
                        "า\u0E48"),
                Arbitraries.strings().ofMaxLength(8));
        return pieces.list().ofMaxSize(20).map(list -> String.join("", list));
    }

    @Example
    void breaks_between_thai_words() {
        assertThat(new LineWrap(18).wrap("เจ้าหน้าที่ผู้รับผิดชอบรายงานสรุปจำนวนช่องทาง"))
                .containsExactly("เจ้าหน้าที่ผู้รับผิดชอบ", "รายงานสรุปจำนวนช่อง", "ทาง");
    }

    @Example
    void keeps_a_repeated_word_and_an_abbreviation_together() {
        assertThat(new LineWrap(10).wrap("ประชาชนต่าง ๆ")).containsExactly("ประชาชน", "ต่าง ๆ");
        for (int width = 6; width < 40; width++) {
            assertThat(new LineWrap(width).wrap("ในพื้นที่น้ำๆของตำบลเมื่อพ.ศ.๒๕๖๖นั้นเอง"))
                    .noneMatch(line -> line.startsWith("ๆ"))
                    .noneMatch(line -> line.startsWith("ศ."));
        }
    }

    @Example
    void keeps_a_thai_number_with_what_it_counts() {
        for (int width = 16; width < 40; width++) {
            assertThat(new LineWrap(width).wrap("ไม่พบรายงานซึ่งครบกำหนด ๓๑ มีนาคม ๒๕๖๖ เกินกำหนด ๓๐ วัน"))
                    .noneMatch(line -> line.startsWith("มีนาคม") || line.startsWith("วัน"));
        }
    }

    @Example
    void breaks_an_identifier_only_where_it_does_not_fit_a_line() {
        assertThat(new LineWrap(12).wrap("rule report-late")).containsExactly("rule", "report-late");
        assertThat(new LineWrap(8).wrap("report-late")).containsExactly("report-", "late");
    }
}
