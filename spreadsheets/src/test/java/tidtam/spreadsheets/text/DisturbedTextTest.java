package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tidtam.facts.Kind;

/** What typing, fonts and scanners do to a text does not change what is read in it. */
class DisturbedTextTest {
    private static final List<String> SARA_AM = List.of("า", " ำ", " า", "\u0E4D\u0E32", "\uFFFDา", "้า", "ำ\u200B");

    @Provide
    Arbitrary<String> texts() {
        List<String> texts = new ArrayList<>();
        for (String file : List.of(
                "phrases/cadence",
                "phrases/completion",
                "phrases/dates",
                "variants/deadlines",
                "variants/completions",
                "variants/dates")) {
            Reads.rows("/" + file + ".tsv").forEach(row -> texts.add(row[0]));
        }
        Reads.rows("/samples/measures.tsv").forEach(row -> texts.addAll(List.of(row[6], row[7], row[8])));
        texts.removeIf(text -> text.contains("&"));
        return Arbitraries.of(texts);
    }

    @Property
    void digits_of_either_script_are_read_alike(@ForAll("texts") String text, @ForAll Random random) {
        assertReadAlike(text, eachLetter(text, c -> {
            char thai = c >= '0' && c <= '9' ? (char) (c - '0' + '๐') : c;
            char arabic = c >= '๐' && c <= '๙' ? (char) (c - '๐' + '0') : c;
            return String.valueOf(random.nextBoolean() ? thai : arabic);
        }));
    }

    @Property
    void sara_am_is_read_in_every_form(@ForAll("texts") String text, @ForAll Random random) {
        assertReadAlike(
                text,
                eachLetter(text, c -> c == 'ำ' ? SARA_AM.get(random.nextInt(SARA_AM.size())) : String.valueOf(c)));
    }

    @Property
    void sara_aa_turned_into_sara_am_is_read_as_it_was(@ForAll("texts") String text) {
        assertReadAlike(text, text.replace("า", "\u0E4D\u0E32"));
    }

    @Property
    void old_font_glyphs_are_read_as_the_letters_behind_them(@ForAll("texts") String text) {
        assertReadAlike(
                text,
                text.replace('\u0E48', '\uF70A')
                        .replace('\u0E35', '\uF702')
                        .replace('\u0E4C', '\uF717')
                        .replace('\u0E38', '\uF718'));
    }

    @Property
    void no_break_and_zero_width_spaces_are_spaces_or_nothing(@ForAll("texts") String text, @ForAll Random random) {
        assertReadAlike(
                text,
                eachLetter(
                        text,
                        c -> (c == ' ' ? "\u00A0" : String.valueOf(c)) + (random.nextInt(6) == 0 ? "\u200B" : "")));
    }

    @Property
    void spaces_between_words_change_nothing(@ForAll("texts") String text, @ForAll Random random) {
        Tokens tokens = Tokens.of(Reads.cell(text));
        StringBuilder other = new StringBuilder(text);
        for (int i = tokens.size() - 1; i > 0; i--) {
            boolean words = !tokens.is(i, Word.MARK) && !tokens.is(i - 1, Word.MARK) && !tokens.is(i, Word.OTHER);
            if (words && random.nextBoolean()) {
                other.insert(tokens.span(i, i + 1).start(), ' ');
            }
        }
        assertReadAlike(text, other.toString());
    }

    private interface Change {
        String of(char c);
    }

    private static String eachLetter(String text, Change change) {
        StringBuilder changed = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            changed.append(change.of(text.charAt(i)));
        }
        return changed.toString();
    }

    private static void assertReadAlike(String text, String other) {
        assertThat(reading(other)).as(other).isEqualTo(reading(text));
    }

    private static String reading(String text) {
        List<Kind> kinds = Reads.dutiesOfSteps(text).stream().map(d -> d.kind()).toList();
        return Reads.line(Reads.duties(text), true, false)
                + " | " + kinds
                + " | " + Reads.line(Reads.completion(text), true)
                + " | " + Reads.line(Reads.dates(text));
    }
}
