package tidtam.spreadsheets;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an issue text states besides its words.
 *
 * @param code the item it begins with: {@code E5}, or {@code I12} and {@code O3} of the other tools
 * @param indicator the indicator it states
 * @param title its words without number or code, on one line
 */
record IssueText(Optional<String> code, Optional<Statement> indicator, String title) {
    private static final int LAST_E = 15;
    private static final Pattern SPACES = Pattern.compile("(?:\\s|\\p{Z}|&nbsp;)+");
    private static final String LEAD =
            "^(?:[\\s\\p{Z}\\p{Cf}]|&nbsp;)*(?:[-–•*]\\s*)?(?:[0-9๐-๙]{1,2}(?:\\.[0-9๐-๙]{1,2})*(?:[.)]\\s*|[\\s\\p{Z}]+))?(?:(?:ข้อคำถามที่|ข้อคำถาม|ข้อที่|ข้อ|ประเด็นที่|ประเด็น|รหัส)[\\s\\p{Z}]*)?[(\\[]?[\\s\\p{Z}]*";
    private static final Pattern ITEM = Pattern.compile(
            LEAD
                    + "([EeIiOoＥ])[\\s\\p{Z}\\p{Cf}]*[.\\-]?[\\s\\p{Z}\\p{Cf}]*([0-9๐-๙](?:[\\s\\p{Z}]?[0-9๐-๙](?![0-9๐-๙]))?)(?![0-9๐-๙A-Za-z])[\\s\\p{Z}]*[)\\].:]*[\\s\\p{Z}]*");

    static IssueText of(String raw) {
        Optional<Statement> indicator = Statement.find(raw);
        int wordsStart = 0;
        if (indicator.isPresent()
                && raw.substring(0, indicator.get().start()).strip().length() <= 4) {
            wordsStart = indicator.get().titleStart();
        }
        Optional<Item> item = item(raw, 0);
        if (item.isEmpty() && indicator.isPresent()) {
            item = item(raw, wordsStart).or(() -> item(raw, indicator.get().end()));
        }
        int titleStart = item.filter(found -> found.end() >= 0).map(Item::end).orElse(wordsStart);
        String title = oneLine(raw.substring(titleStart));
        return new IssueText(item.map(Item::code), indicator, title.isEmpty() ? oneLine(raw) : title);
    }

    private record Item(String code, int end) {}

    private static Optional<Item> item(String raw, int from) {
        Matcher item = ITEM.matcher(raw).region(Math.min(from, raw.length()), raw.length());
        if (!item.find()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(arabic(SPACES.matcher(item.group(2)).replaceAll("")));
        String letter = item.group(1).equals("Ｅ") ? "E" : item.group(1).toUpperCase(Locale.ROOT);
        boolean known = number >= 1 && (!letter.equals("E") || number <= LAST_E);
        return known ? Optional.of(new Item(letter + number, item.end())) : Optional.empty();
    }

    /** A code as a column of its own states it: an item, or the agency's own with Arabic digits; empty where it is blank. */
    static Optional<String> ownCode(String raw) {
        Optional<Item> item = item(raw, 0).filter(found -> found.end() == raw.length());
        String code = oneLine(arabic(raw)).replaceFirst("[.)]+$", "").strip();
        return item.map(Item::code).or(() -> code.isEmpty() ? Optional.empty() : Optional.of(code));
    }

    /** White space of any kind as single spaces. */
    static String oneLine(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    private static String arabic(String text) {
        StringBuilder digits = new StringBuilder(text);
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c >= '๐' && c <= '๙') {
                digits.setCharAt(i, (char) ('0' + c - '๐'));
            }
        }
        return digits.toString();
    }
}
