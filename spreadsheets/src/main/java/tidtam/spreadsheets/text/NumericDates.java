package tidtam.spreadsheets.text;

import java.util.Optional;
import tidtam.facts.Precision;
import tidtam.spreadsheets.text.StatedDate.Part;

/** Dates in numbers alone: {@code 10/01/66}, {@code 2566-04-30}, {@code 5.1.2566}. */
final class NumericDates {
    private final Tokens tokens;

    NumericDates(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The date that begins at a token. */
    Optional<StatedDate> read(int at) {
        int mark = tokens.value(at + 1);
        boolean separated = tokens.is(at, Word.NUMBER)
                && (mark == '/' || mark == '-' || mark == '.')
                && tokens.is(at + 1, Word.MARK)
                && tokens.is(at + 2, Word.NUMBER)
                && tokens.mark(at + 3, (char) mark)
                && tokens.is(at + 4, Word.NUMBER);
        boolean longer = tokens.mark(at - 1, '/') || (tokens.mark(at + 5, '/') && tokens.is(at + 6, Word.NUMBER));
        if (!separated || longer || (mark != '/' && (touched(at, at + 5) || spaced(at, at + 5)))) {
            return Optional.empty();
        }
        if (tokens.get(at).size() == 4 && short_(at + 2) && short_(at + 4)) {
            return Optional.of(date(at, tokens.value(at + 4), tokens.value(at + 2), at));
        }
        int yearDigits = tokens.get(at + 4).size();
        boolean year = mark == '/' ? yearDigits == 2 || yearDigits >= 4 : yearDigits == 4;
        if (!year || !short_(at) || !short_(at + 2)) {
            return Optional.empty();
        }
        boolean monthFirst = tokens.value(at + 2) > 12 && tokens.value(at) <= 12;
        StatedDate date = monthFirst
                ? date(at, tokens.value(at + 2), tokens.value(at), at + 4)
                : date(at, tokens.value(at), tokens.value(at + 2), at + 4);
        return Optional.of(
                monthFirst ? new StatedDate(at, at + 5, date.first(), date.last(), Precision.DAY, false, true) : date);
    }

    private StatedDate date(int at, int day, int month, int yearAt) {
        int digits = tokens.get(yearAt).size();
        Part part = new Part(day, month, Years.christian(tokens.value(yearAt), digits));
        return new StatedDate(
                at, at + 5, part, part, Precision.DAY, false, Years.guessed(tokens.value(yearAt), digits));
    }

    private boolean short_(int at) {
        return tokens.get(at).size() <= 2;
    }

    /** Whether more of the same number stands before or after: a telephone number, a paragraph number. */
    private boolean touched(int from, int to) {
        boolean before = (tokens.mark(from - 1, '-') || tokens.mark(from - 1, '.'))
                && tokens.get(from).gap() == NormalText.NONE;
        boolean after = tokens.mark(to, '-')
                && tokens.is(to + 1, Word.NUMBER)
                && tokens.get(to).gap() == NormalText.NONE;
        return before || after;
    }

    private boolean spaced(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (tokens.get(i).gap() != NormalText.NONE) {
                return true;
            }
        }
        return false;
    }
}
