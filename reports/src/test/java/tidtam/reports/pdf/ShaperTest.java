package tidtam.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShaperTest {
    private static final String CONSONANTS = "กขคงจชญฎฏฐณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";

    /** Every consonant with every pair of vowel and tone that is written above or below it. */
    static Stream<String> syllables() {
        List<String> vowels = List.of("", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ั", "็");
        List<String> tones = List.of("", "่", "้", "๊", "๋", "์");
        return CONSONANTS
                .chars()
                .mapToObj(Character::toString)
                .map(consonant -> String.join(
                        "",
                        Stream.concat(
                                        vowels.stream()
                                                .flatMap(vowel -> tones.stream().map(tone -> consonant + vowel + tone)),
                                        Stream.of("", "่", "้", "๊", "๋").map(tone -> consonant + tone + "ำ"))
                                .toList()));
    }

    /** The JDK sets text with HarfBuzz, where it can load fonts at all. */
    @ParameterizedTest
    @MethodSource("syllables")
    void sets_marks_where_harfbuzz_sets_them(String text) throws IOException, FontFormatException {
        try (InputStream file = ShaperTest.class.getResourceAsStream("/tidtam/reports/fonts/Sarabun-Regular.ttf")) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(1000f);
            GlyphVector expected = font.layoutGlyphVector(
                    new FontRenderContext(null, true, true), text.toCharArray(), 0, text.length(), 0);
            List<Glyph> glyphs = Typeface.REGULAR.shaper().shape(text).glyphs();

            List<Integer> seen = expected.getNumGlyphs() == 0
                    ? List.of()
                    : Arrays.stream(expected.getGlyphCodes(0, expected.getNumGlyphs(), null))
                            .filter(glyph -> glyph < 0xFFFE)
                            .boxed()
                            .toList();
            assertThat(glyphs.stream().map(Glyph::id)).containsExactlyElementsOf(seen);
            int at = 0;
            for (int i = 0; i < expected.getNumGlyphs(); i++) {
                if (expected.getGlyphCode(i) < 0xFFFE) {
                    Point2D place = expected.getGlyphPosition(i);
                    assertThat((double) glyphs.get(at).x()).isCloseTo(place.getX(), within(1.0));
                    assertThat((double) glyphs.get(at).y()).isCloseTo(-place.getY(), within(1.0));
                    at++;
                }
            }
        }
    }

    @Test
    void marks_take_no_room_of_their_own() {
        Shaped shaped = Typeface.REGULAR.shaper().shape("ที่");

        assertThat(shaped.glyphs()).hasSize(3);
        assertThat(shaped.width()).isEqualTo(shaped.glyphs().get(0).advance());
        assertThat(shaped.plain()).isFalse();
    }

    @Test
    void sets_latin_and_digits_side_by_side() {
        Shaped shaped = Typeface.BOLD.shaper().shape("2566/1");

        assertThat(shaped.plain()).isTrue();
        assertThat(shaped.glyphs()).extracting(Glyph::text).containsExactly("2", "5", "6", "6", "/", "1");
    }

    @Test
    void shows_a_box_for_what_the_font_does_not_have() {
        Shaped shaped = Typeface.REGULAR.shaper().shape("x👨‍👩‍👧");

        assertThat(shaped.glyphs()).extracting(Glyph::text).containsExactly("x", "□", "□", "□");
        assertThat(shaped.text()).isEqualTo("x👨‍👩‍👧");
        assertThat(shaped.plain()).isFalse();
    }
}
