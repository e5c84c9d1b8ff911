package tidtam.spreadsheets;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import tidtam.spreadsheets.text.DateReader;

/**
 * A cell's number format, as far as it decides what a person reads: a date in which calendar, a time, a percentage, the words
 * around a number. A date comes out as {@code 10 มกราคม 2566}, whatever order and calendar the format has.
 */
record NumberFormat(
        Kind kind, boolean withDay, boolean shortYear, boolean buddhist, int decimals, String before, String after) {
    private static final double LAST_SERIAL = 2_958_466;
    private static final int BUDDHIST_LEAD = 543;

    /** What a number with this format is. */
    enum Kind {
        NUMBER,
        PERCENT,
        DATE,
        TIME
    }

    private static final NumberFormat GENERAL = plain(Kind.NUMBER, 0);

    /** The format with a built-in number (ECMA-376 part 1, 18.8.30, with the Thai ones); general for the others. */
    static NumberFormat builtIn(int id) {
        return switch (id) {
            case 14, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 56, 57, 58 -> date(true, false, false);
            case 15, 16 -> date(true, true, false);
            case 17, 55 -> date(false, true, false);
            case 71, 77 -> date(true, false, true);
            case 72, 73, 81 -> date(true, true, true);
            case 74 -> date(false, true, true);
            case 18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 75, 76, 78, 79, 80 -> plain(Kind.TIME, 0);
            case 9, 67 -> plain(Kind.PERCENT, 0);
            case 10, 68 -> plain(Kind.PERCENT, 2);
            case 2, 4 -> plain(Kind.NUMBER, 2);
            default -> GENERAL;
        };
    }

    private static NumberFormat plain(Kind kind, int decimals) {
        return new NumberFormat(kind, false, false, false, decimals, "", "");
    }

    private static NumberFormat date(boolean withDay, boolean shortYear, boolean buddhist) {
        return new NumberFormat(Kind.DATE, withDay, shortYear, buddhist, 0, "", "");
    }

    /** The format that a code such as {@code [$-D07041E]d mmmm yyyy} describes. */
    static NumberFormat of(String code) {
        StringBuilder letters = new StringBuilder();
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        boolean buddhist = false;
        for (int i = 0; i < code.length() && code.charAt(i) != ';'; i++) {
            char c = code.charAt(i);
            StringBuilder literal = letters.indexOf("0") < 0 && letters.indexOf("#") < 0 ? before : after;
            if (c == '"' || c == '[') {
                int end = code.indexOf(c == '"' ? '"' : ']', i + 1);
                end = end < 0 ? code.length() : end;
                String inside = code.substring(i + 1, end).toLowerCase(Locale.ROOT);
                if (c == '"') {
                    literal.append(code, i + 1, end);
                } else if (inside.matches("[hms]+")) {
                    letters.append(inside);
                } else if (inside.startsWith("$-")) {
                    buddhist |= thaiCalendar(inside.substring(2));
                }
                i = end;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else {
                letters.append(Character.toLowerCase(c));
            }
        }
        return of(
                letters.toString().replace("am/pm", "h").replace("general", ""),
                buddhist,
                before.toString(),
                after.toString());
    }

    /** A locale code's last four digits are the language (041E Thai), the two before them the calendar (07 Buddhist). */
    private static boolean thaiCalendar(String locale) {
        return locale.contains("07041e") || locale.equals("41e") || locale.equals("041e");
    }

    private static NumberFormat of(String letters, boolean buddhist, String before, String after) {
        boolean year = has(letters, 'y') || has(letters, 'b') || has(letters, 'ป');
        boolean day = has(letters, 'd') || has(letters, 'ว');
        boolean hours = has(letters, 'h') || has(letters, 's') || has(letters, 'ช');
        if (year || day || (has(letters, 'm') && !hours)) {
            boolean twoDigits = !letters.contains("yyy") && !letters.contains("bbb") && !letters.contains("ปปป");
            return new NumberFormat(
                    Kind.DATE, day, year && twoDigits, buddhist || has(letters, 'b') || has(letters, 'ป'), 0, "", "");
        }
        if (hours) {
            return plain(Kind.TIME, 0);
        }
        int point = letters.indexOf('.');
        int decimals = 0;
        while (point >= 0 && point + 1 + decimals < letters.length() && letters.charAt(point + 1 + decimals) == '0') {
            decimals++;
        }
        return new NumberFormat(
                has(letters, '%') ? Kind.PERCENT : Kind.NUMBER, false, false, false, decimals, before, after);
    }

    private static boolean has(String letters, char c) {
        return letters.indexOf(c) >= 0;
    }

    /**
     * What a person reads where a number stands in this format.
     *
     * @param since1904 whether the workbook counts days from 1904
     */
    String text(double value, boolean since1904) {
        return switch (kind) {
            case DATE -> day(value, since1904).map(this::words).orElse(plain(value, 0));
            case TIME -> clock(value);
            case PERCENT -> before + plain(value * 100, decimals) + "%" + after;
            case NUMBER -> before + plain(value, decimals) + after;
        };
    }

    /** What a person reads where an ISO date stands in this format; the text itself where it is none. */
    static String isoText(String value) {
        int time = value.indexOf('T');
        try {
            return words(LocalDate.parse(time < 0 ? value : value.substring(0, time)), true, false);
        } catch (java.time.DateTimeException notADate) {
            return value;
        }
    }

    private static Optional<LocalDate> day(double serial, boolean since1904) {
        if (!(serial >= 1) || serial >= LAST_SERIAL) {
            return Optional.empty();
        }
        long days = (long) serial;
        if (since1904) {
            return Optional.of(LocalDate.of(1904, 1, 1).plusDays(days));
        }
        // Excel counts a 29 February 1900 that never was, as serial 60.
        return Optional.of(LocalDate.of(1899, 12, 31).plusDays(days > 59 ? days - 1 : days));
    }

    private String words(LocalDate day) {
        boolean typedTwoDigits = shortYear && !buddhist && day.getYear() >= 1950 && day.getYear() < 2000;
        return words(day, withDay, typedTwoDigits);
    }

    /**
     * A year far ahead was typed in the Buddhist era; it is kept, as is its day, which need not exist in that year. A year of the
     * last century shown with two digits is what Excel makes of {@code 10/1/66}: those two digits are all that was typed.
     */
    private static String words(LocalDate day, boolean withDay, boolean typedTwoDigits) {
        int year = day.getYear();
        String shown = typedTwoDigits
                ? String.format(Locale.ROOT, "%02d", year % 100)
                : String.valueOf(year >= 2400 ? year : year + BUDDHIST_LEAD);
        return (withDay ? day.getDayOfMonth() + " " : "") + DateReader.monthName(day.getMonthValue()) + " " + shown;
    }

    private static String clock(double value) {
        long minutes = Math.round((value - Math.floor(value)) * 24 * 60);
        return LocalDateTime.of(2000, 1, 1, 0, 0)
                .plusMinutes(minutes)
                .toLocalTime()
                .toString();
    }

    /** A number with Excel's fifteen digits, and no {@code .0}. */
    private static String plain(double value, int decimals) {
        if (Double.isNaN(value) || Double.isInfinite(value) || Math.abs(value) >= 1e20) {
            return String.valueOf(value);
        }
        BigDecimal exact = new BigDecimal(value, new MathContext(15, RoundingMode.HALF_UP));
        BigDecimal shortest = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        if (shortest.scale() < decimals) {
            shortest = shortest.setScale(decimals, RoundingMode.UNNECESSARY);
        }
        return shortest.scale() > 20 ? String.valueOf(value) : shortest.toPlainString();
    }
}
