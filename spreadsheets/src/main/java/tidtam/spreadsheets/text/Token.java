package tidtam.spreadsheets.text;

/**
 * A word, number or mark of a text.
 *
 * @param value of a number, a month (1–12), a weekday (1–7), a {@link Unit#code}, the place of a {@link tidtam.facts.Channel}, or a
 *     mark's character
 * @param from first letter
 * @param to one past its last letter
 * @param gap what stands before it, as in {@link NormalText#gap}
 */
record Token(Word word, int value, int from, int to, int gap) {
    boolean is(Word other) {
        return word == other;
    }

    boolean mark(char c) {
        return word == Word.MARK && value == c;
    }

    boolean unit(Unit unit) {
        return word == Word.UNIT && value == unit.code();
    }

    /** How many letters (of a number written in digits: how many digits). */
    int size() {
        return to - from;
    }
}
