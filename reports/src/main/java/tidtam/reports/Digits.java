package tidtam.reports;

/** The digits of Thai texts. The program's own texts are written in Thai digits. */
public enum Digits {
    THAI,
    ARABIC;

    /** What the Thai digits lie above the Arabic ones. */
    private static final int APART = '๐' - '0';

    /** A number, given in Arabic digits. */
    String number(String arabic) {
        return this == ARABIC ? arabic : moved(arabic, '0', APART);
    }

    /** One of the program's own texts. */
    String text(String own) {
        return this == THAI ? own : moved(own, '๐', -APART);
    }

    private static String moved(String text, char zero, int by) {
        StringBuilder moved = new StringBuilder(text);
        for (int i = 0; i < moved.length(); i++) {
            char c = moved.charAt(i);
            if (c >= zero && c <= zero + 9) {
                moved.setCharAt(i, (char) (c + by));
            }
        }
        return moved.toString();
    }
}
