package tidtam.app.desk;

/** Long lists, a page at a time. */
final class Pages {
    /** Nobody turns so many pages. */
    private static final int MOST = 100_000;

    private Pages() {}

    /** Which page an address asks for, from 1. */
    static int asked(Visit visit) {
        return (int)
                Math.max(1, Math.min(MOST, Visit.number(visit.query("page")).orElse(1L)));
    }

    /** How many there must be at most to show a page and know whether another follows. */
    static int upTo(int page, int size) {
        return page * size + 1;
    }
}
