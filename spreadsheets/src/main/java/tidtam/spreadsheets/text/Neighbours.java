package tidtam.spreadsheets.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tidtam.facts.Precision;

/** What a date may take over from the other dates of its text. */
final class Neighbours {
    private final List<Neighbour> all;

    private Neighbours(List<Neighbour> all) {
        this.all = all;
    }

    /**
     * What stands beside a date.
     *
     * @param year the year of the next date that has one, else of the last before; 0 where there is none
     * @param month that date's month
     * @param listed whether it follows in the same list
     * @param onlyYear the year of all dates that have one; 0 where they differ or none has
     */
    record Neighbour(int year, int month, boolean listed, int onlyYear) {}

    Neighbour at(int date) {
        return all.get(date);
    }

    static Neighbours of(Tokens tokens, List<StatedDate> stated) {
        int only = onlyYear(stated);
        List<Neighbour> following = new ArrayList<>();
        Neighbour next = new Neighbour(Years.NONE, 0, false, only);
        for (int i = stated.size() - 1; i >= 0; i--) {
            following.add(next);
            StatedDate date = stated.get(i);
            boolean joined = i > 0 && coordinated(tokens, stated.get(i - 1).to(), date.from());
            int year =
                    date.first().year() > 0 ? date.first().year() : date.last().year();
            boolean dated = year > 0 && date.first().month() > 0;
            next = dated
                    ? new Neighbour(year, date.first().month(), joined, only)
                    : new Neighbour(next.year(), next.month(), next.listed() && joined, only);
        }
        Collections.reverse(following);
        return new Neighbours(orPreceding(stated, following));
    }

    private static List<Neighbour> orPreceding(List<StatedDate> stated, List<Neighbour> following) {
        List<Neighbour> all = new ArrayList<>();
        StatedDate.Part last = new StatedDate.Part(0, 0, Years.NONE);
        for (int i = 0; i < stated.size(); i++) {
            Neighbour next = following.get(i);
            all.add(
                    next.year() != Years.NONE
                            ? next
                            : new Neighbour(last.year(), last.month(), false, next.onlyYear()));
            if (stated.get(i).last().year() > 0 && stated.get(i).precision() != Precision.YEAR) {
                last = stated.get(i).last();
            }
        }
        return all;
    }

    private static int onlyYear(List<StatedDate> stated) {
        int year = Years.NONE;
        for (StatedDate date : stated) {
            int known = date.last().year();
            if (known > 0 && year > 0 && known != year) {
                return Years.NONE;
            }
            year = known > 0 ? known : year;
        }
        return year;
    }

    /** Whether nothing but commas, "and", and words that belong to a date stands between two dates. */
    private static boolean coordinated(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean joint = tokens.mark(i, ',')
                    || tokens.is(i, Word.AND, Word.DATE, Word.UNIT)
                    || tokens.is(i, Word.AT, Word.WEEKDAY, Word.OR);
            if (!joint) {
                return false;
            }
        }
        return true;
    }
}
