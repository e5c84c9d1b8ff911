package tidtam.facts;

import java.time.LocalDate;

/** A stretch of days, both ends included. */
public record Period(LocalDate start, LocalDate end) implements Comparable<Period> {
    public Period {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(start + " after " + end);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    public boolean touches(Period other) {
        return !end.isBefore(other.start) && !other.end.isBefore(start);
    }

    @Override
    public int compareTo(Period other) {
        int first = start.compareTo(other.start);
        return first != 0 ? first : end.compareTo(other.end);
    }
}
