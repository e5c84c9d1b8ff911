package tidtam.reports.xlsx;

import java.util.regex.Pattern;

/** Text as it stands in a workbook's XML. Characters that no XML can carry are left out. */
final class Escaped {
    /** What a spreadsheet program would read as the code of a character. */
    private static final Pattern CODE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private Escaped() {}

    /** As the content of an element. */
    static String text(String text) {
        String literal = text.indexOf('_') < 0 ? text : CODE.matcher(text).replaceAll("_x005F_");
        StringBuilder xml = new StringBuilder(literal.length() + 16);
        for (int i = 0; i < literal.length(); ) {
            int c = literal.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> {
                    if (allowed(c)) {
                        xml.appendCodePoint(c);
                    }
                }
            }
        }
        return xml.toString();
    }

    /** As the value of an attribute, which knows no codes of characters. */
    static String attribute(String text) {
        return text(text).replace("_x005F_", "_");
    }

    private static boolean allowed(int c) {
        return c == '\n' || c == '\t' || (c >= ' ' && c < 0xD800) || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }
}
