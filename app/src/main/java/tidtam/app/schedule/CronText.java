package tidtam.app.schedule;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The five fields of cron. Where both the days of the month and those of the week are limited, either will do; where one begins with a
 * star, both must hold, as cron has it.
 */
record CronText(BitSet minutes, BitSet hours, BitSet daysOfMonth, BitSet months, BitSet daysOfWeek, boolean either) {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final Pattern ITEM =
            Pattern.compile("(?:(?<all>\\*)|(?<from>\\w{1,3})(?:-(?<to>\\w{1,3}))?)(?:/(?<step>\\d{1,2}))?");

    static Optional<CronText> find(String text) {
        String[] fields = text.split("\\s+", -1);
        if (fields.length != 5) {
            return Optional.empty();
        }
        try {
            BitSet weekdays = field(fields[4], 0, 7, WEEKDAYS);
            weekdays.set(0, weekdays.get(0) || weekdays.get(7));
            return Optional.of(new CronText(
                    field(fields[0], 0, 59, List.of()),
                    field(fields[1], 0, 23, List.of()),
                    field(fields[2], 1, 31, List.of()),
                    field(fields[3], 1, 12, MONTHS),
                    weekdays,
                    !fields[2].startsWith("*") && !fields[4].startsWith("*")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean includes(LocalDate day) {
        boolean ofMonth = daysOfMonth.get(day.getDayOfMonth());
        boolean ofWeek = daysOfWeek.get(day.getDayOfWeek().getValue() % 7);
        return months.get(day.getMonthValue()) && (either ? ofMonth || ofWeek : ofMonth && ofWeek);
    }

    private static BitSet field(String text, int least, int most, List<String> names) {
        BitSet set = new BitSet();
        for (String item : text.split(",", -1)) {
            Matcher parts = ITEM.matcher(item);
            if (!parts.matches()) {
                throw new IllegalArgumentException(item);
            }
            boolean all = parts.group("all") != null;
            int from = all ? least : number(parts.group("from"), least, names);
            int to = all ? most : parts.group("to") == null ? from : number(parts.group("to"), least, names);
            int step = parts.group("step") == null ? 1 : Integer.parseInt(parts.group("step"));
            boolean range = all || parts.group("to") != null;
            if (from < least || to > most || from > to || step == 0 || (step > 1 && !range)) {
                throw new IllegalArgumentException(item);
            }
            for (int value = from; value <= to; value += step) {
                set.set(value);
            }
        }
        return set;
    }

    private static int number(String text, int least, List<String> names) {
        int named = names.indexOf(text);
        return named < 0 ? Integer.parseInt(text) : named + least;
    }
}
