package tidtam.spreadsheets.text;

import tidtam.facts.Precision;

/**
 * A date or range as it is written: parts may be missing, and it may be impossible.
 *
 * @param from its first token
 * @param to one past its last token
 * @param first the first day, or the only one
 * @param last the last day
 * @param range whether both ends are written
 * @param guessed whether digits were joined or a month's spelling repaired
 */
record StatedDate(int from, int to, Part first, Part last, Precision precision, boolean range, boolean guessed) {
    /**
     * One end of a date.
     *
     * @param day 0 where none is written
     * @param month 0 where none is written (a year alone), -1 where it cannot be read
     * @param year Christian; 0 where none is written, -1 where it cannot be
     */
    record Part(int day, int month, int year) {
        Part withYear(int other) {
            return new Part(day, month, other);
        }
    }

    boolean hasYear() {
        return last.year() != Years.NONE;
    }

    /** The same, its last token moved. */
    StatedDate spanning(int first, int end) {
        return new StatedDate(first, end, this.first, last, precision, range, guessed);
    }
}
