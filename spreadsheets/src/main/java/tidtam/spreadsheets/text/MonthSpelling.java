package tidtam.spreadsheets.text;

import tidtam.facts.Folded;

/** Reads a month's name where one is expected, also one that is spelt in a way nobody has foreseen. */
final class MonthSpelling {
    /** A month that cannot be read. */
    static final int UNREADABLE = -1;

    private static final String[] NAMES = {
        "มกราคม",
        "กุมภาพันธ์",
        "มีนาคม",
        "เมษายน",
        "พฤษภาคม",
        "มิถุนายน",
        "กรกฎาคม",
        "สิงหาคม",
        "กันยายน",
        "ตุลาคม",
        "พฤศจิกายน",
        "ธันวาคม"
    };
    private static final int SHORTEST = 5;
    private static final int LONGEST = 13;
    private static final int ALLOWED_ERRORS = 2;
    private static final int MOST_TOKENS = 6;

    private final Tokens tokens;

    /** A month's full name; 1 for January. */
    static String name(int month) {
        return NAMES[month - 1];
    }

    MonthSpelling(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * What was read.
     *
     * @param to the place after it; the place itself where no month stands there
     * @param month 1–12, or {@link #UNREADABLE}
     */
    record Read(int to, int month, boolean guessed) {}

    Read read(int at) {
        boolean cutShort = tokens.is(at + 1, Word.OTHER) && tokens.get(at + 1).gap() == NormalText.NONE;
        if (tokens.is(at, Word.MONTH) && !cutShort) {
            return new Read(at + 1, tokens.value(at), false);
        }
        int end = at;
        while (end - at < MOST_TOKENS && !tokens.is(end, Word.NUMBER, Word.BUDDHIST_ERA) && end < tokens.size()) {
            end++;
        }
        int yearAt = tokens.skip(end, Word.BUDDHIST_ERA);
        int digits = tokens.get(yearAt).size();
        boolean followedByYear = tokens.is(yearAt, Word.NUMBER) && (digits == 2 || digits == 4);
        Read known = tokens.is(at, Word.MONTH) ? new Read(at + 1, tokens.value(at), false) : new Read(at, 0, false);
        if (end == at || !followedByYear) {
            return known;
        }
        String letters = tokens.letters(at, end);
        if (abbreviation(letters)) {
            return new Read(end, UNREADABLE, false);
        }
        int month = closest(letters);
        return month > 0 ? new Read(end, month, true) : known;
    }

    /** Two letters with dots, as the short forms of months have, but not one of them. */
    private static boolean abbreviation(String letters) {
        int dot = letters.indexOf('.');
        if (dot < 1 || dot > 2 || letters.length() > dot + 4) {
            return false;
        }
        String second = letters.substring(dot + 1);
        String bare = second.endsWith(".") ? second.substring(0, second.length() - 1) : second;
        return consonant(letters.charAt(0)) && bare.length() == 1 && consonant(bare.charAt(0));
    }

    private static boolean consonant(char c) {
        return (c >= 'ก' && c <= 'ฮ') || c == 'เ';
    }

    /** The one month whose name is near enough; 0 where none or several are. */
    private static int closest(String letters) {
        if (letters.length() < SHORTEST || letters.length() > LONGEST) {
            return 0;
        }
        int best = ALLOWED_ERRORS + 1;
        int month = 0;
        for (int i = 0; i < NAMES.length; i++) {
            int errors = Folded.distance(letters, NAMES[i]);
            if (errors < best) {
                best = errors;
                month = i + 1;
            } else if (errors == best) {
                month = 0;
            }
        }
        return month;
    }
}
