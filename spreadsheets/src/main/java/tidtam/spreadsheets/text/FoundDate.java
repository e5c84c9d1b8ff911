package tidtam.spreadsheets.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import tidtam.facts.CellText;
import tidtam.facts.DateSpan;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.MeasureId;
import tidtam.facts.Precision;
import tidtam.spreadsheets.text.Neighbours.Neighbour;
import tidtam.spreadsheets.text.StatedDate.Part;

/**
 * A date written in a text, and what it means: a span of days, impossible, or neither where no year can be found for it.
 *
 * @param likely of an impossible date, what was probably meant
 */
record FoundDate(
        StatedDate stated,
        CellText text,
        Optional<DateSpan> span,
        boolean cannotBe,
        Optional<LocalDate> likely,
        boolean unreadable) {
    /** A range up to this many days is one that a plan may state; beyond, another year is no likelier. */
    private static final int LIKELY_RANGE = 190;

    static FoundDate of(Tokens tokens, StatedDate stated, Neighbour neighbour, boolean ofReport) {
        CellText text = tokens.span(stated.from(), stated.to());
        return new Resolution(stated, text, neighbour, ofReport).found();
    }

    Optional<ImpossibleDate> impossible(MeasureId measure) {
        return cannotBe ? Optional.of(new ImpossibleDate(measure, text, likely)) : Optional.empty();
    }

    /** Works out what a written date means. */
    private record Resolution(StatedDate stated, CellText text, Neighbour neighbour, boolean ofReport) {
        FoundDate found() {
            Part first = stated.first();
            Part last = stated.last();
            if (first.month() == MonthSpelling.UNREADABLE || last.month() == MonthSpelling.UNREADABLE) {
                return cannotBe(Optional.empty(), true);
            }
            if (first.year() == Years.IMPOSSIBLE || last.year() == Years.IMPOSSIBLE) {
                return cannotBe(likelyYear(), false);
            }
            boolean guessed = stated.guessed();
            if (last.year() == Years.NONE && first.year() != Years.NONE) {
                last = last.withYear(last.month() < first.month() ? first.year() + 1 : first.year());
            }
            if (last.year() == Years.NONE) {
                if (neighbour.year() == Years.NONE) {
                    return new FoundDate(stated, text, Optional.empty(), false, Optional.empty(), false);
                }
                guessed |= !neighbour.listed();
                boolean before = neighbour.listed() && last.month() > neighbour.month();
                last = last.withYear(before ? neighbour.year() - 1 : neighbour.year());
            }
            if (first.year() == Years.NONE) {
                first = first.withYear(first.month() > last.month() ? last.year() - 1 : last.year());
            }
            return span(first, last, guessed);
        }

        private FoundDate span(Part first, Part last, boolean guessed) {
            if (!exists(first) || !exists(last)) {
                Part wrong = exists(first) ? last : first;
                return cannotBe(likelyDay(wrong), false);
            }
            LocalDate from = start(first);
            LocalDate to = end(last);
            if (to.isBefore(from)) {
                LocalDate earlier = from.minusYears(1);
                boolean likely = first.year() == last.year() && to.toEpochDay() - earlier.toEpochDay() <= LIKELY_RANGE;
                return cannotBe(likely ? Optional.of(earlier) : Optional.empty(), false);
            }
            DateSpan span = new DateSpan(from, to, stated.precision(), text, ofReport, guessed);
            return new FoundDate(stated, text, Optional.of(span), false, Optional.empty(), false);
        }

        private FoundDate cannotBe(Optional<LocalDate> likely, boolean unreadable) {
            return new FoundDate(stated, text, Optional.empty(), true, likely, unreadable);
        }

        /** The same day in the year that all other dates of the text are in, if that is one year. */
        private Optional<LocalDate> likelyYear() {
            int year = neighbour.onlyYear();
            Part day = stated.last();
            boolean known = year > 0 && day.month() > 0 && day.day() > 0 && Years.exists(year, day.month(), day.day());
            return known ? Optional.of(LocalDate.of(year, day.month(), day.day())) : Optional.empty();
        }

        /** The month's last day, where the day written is just beyond it. */
        private static Optional<LocalDate> likelyDay(Part part) {
            boolean near = part.day() <= 31 && part.day() > 0 && part.month() >= 1 && part.month() <= 12;
            return near ? Optional.of(YearMonth.of(part.year(), part.month()).atEndOfMonth()) : Optional.empty();
        }

        private boolean exists(Part part) {
            boolean noDay = part.day() == 0 && (stated.precision() != Precision.DAY || stated.range());
            return Years.exists(part.year(), part.month(), noDay ? 1 : part.day());
        }

        private static LocalDate start(Part part) {
            return LocalDate.of(part.year(), part.month(), Math.max(part.day(), 1));
        }

        private static LocalDate end(Part part) {
            return part.day() > 0
                    ? LocalDate.of(part.year(), part.month(), part.day())
                    : YearMonth.of(part.year(), part.month()).atEndOfMonth();
        }
    }
}
