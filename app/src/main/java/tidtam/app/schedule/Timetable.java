package tidtam.app.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** When a job is due, where the agencies are: as the settings say it in words, or in the five fields of cron. */
public final class Timetable {
    private static final ZoneId PLACE = ZoneId.of("Asia/Bangkok");
    /** 29 February falls on a given day of the week once in 28 years, and once in 40 where a year such as 2100 lies between. */
    private static final int MOST_DAYS = 41 * 366;

    private static final Pattern WORDS =
            Pattern.compile("(?<days>.*?)\\s*(?:at|เวลา)?\\s*(?<hour>\\d{1,2})[:.](?<minute>\\d{2})\\s*(?:น\\.?)?");
    private static final Map<String, Days> DAYS = Map.ofEntries(
            Map.entry("everyday", (day, off) -> true),
            Map.entry("ทุกวัน", (day, off) -> true),
            Map.entry("everyworkingday", (day, off) -> !off.test(day)),
            Map.entry("ทุกวันทำการ", (day, off) -> !off.test(day)),
            Map.entry("firstworkingdayofthemonth", Timetable::firstWorkingDay),
            Map.entry("วันทำการแรกของเดือน", Timetable::firstWorkingDay),
            Map.entry("everymonday", on(DayOfWeek.MONDAY)),
            Map.entry("everytuesday", on(DayOfWeek.TUESDAY)),
            Map.entry("everywednesday", on(DayOfWeek.WEDNESDAY)),
            Map.entry("everythursday", on(DayOfWeek.THURSDAY)),
            Map.entry("everyfriday", on(DayOfWeek.FRIDAY)),
            Map.entry("everysaturday", on(DayOfWeek.SATURDAY)),
            Map.entry("everysunday", on(DayOfWeek.SUNDAY)),
            Map.entry("ทุกวันจันทร์", on(DayOfWeek.MONDAY)),
            Map.entry("ทุกวันอังคาร", on(DayOfWeek.TUESDAY)),
            Map.entry("ทุกวันพุธ", on(DayOfWeek.WEDNESDAY)),
            Map.entry("ทุกวันพฤหัสบดี", on(DayOfWeek.THURSDAY)),
            Map.entry("ทุกวันพฤหัส", on(DayOfWeek.THURSDAY)),
            Map.entry("ทุกวันศุกร์", on(DayOfWeek.FRIDAY)),
            Map.entry("ทุกวันเสาร์", on(DayOfWeek.SATURDAY)),
            Map.entry("ทุกวันอาทิตย์", on(DayOfWeek.SUNDAY)));

    private final String text;
    private final Days days;
    private final List<LocalTime> times;

    private Timetable(String text, Days days, List<LocalTime> times) {
        this.text = text;
        this.days = days;
        this.times = times;
    }

    /** On which days, given those on which no one works. */
    private interface Days {
        boolean include(LocalDate day, Predicate<LocalDate> dayOff);
    }

    private static Days on(DayOfWeek weekday) {
        return (day, off) -> day.getDayOfWeek() == weekday;
    }

    private static boolean firstWorkingDay(LocalDate day, Predicate<LocalDate> off) {
        return !off.test(day) && day.withDayOfMonth(1).datesUntil(day).allMatch(off);
    }

    /** What a text means; empty where it means nothing, or a time that never comes, such as 31 February. */
    public static Optional<Timetable> find(String text) {
        String plain = text.chars()
                .map(c -> c >= '๐' && c <= '๙' ? c - '๐' + '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip()
                .toLowerCase(Locale.ROOT);
        return words(text, plain)
                .or(() -> cron(text, plain))
                .filter(timetable -> timetable.next(Instant.EPOCH, day -> false).isPresent());
    }

    private static Optional<Timetable> words(String text, String plain) {
        Matcher words = WORDS.matcher(plain);
        if (!words.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(words.group("hour"));
        int minute = Integer.parseInt(words.group("minute"));
        if (hour > 23 || minute > 59) {
            return Optional.empty();
        }
        return Optional.ofNullable(DAYS.get(words.group("days").replaceAll("\\s", "")))
                .map(days -> new Timetable(text, days, List.of(LocalTime.of(hour, minute))));
    }

    private static Optional<Timetable> cron(String text, String plain) {
        return CronText.find(plain).map(cron -> {
            List<LocalTime> times = cron.hours().stream()
                    .boxed()
                    .flatMap(hour -> cron.minutes().stream().mapToObj(minute -> LocalTime.of(hour, minute)))
                    .collect(Collectors.toCollection(ArrayList::new));
            return new Timetable(text, (day, off) -> cron.includes(day), List.copyOf(times));
        });
    }

    /**
     * The first time after a moment; empty where none comes within forty years.
     *
     * @param dayOff whether no one works on a day
     */
    public Optional<Instant> next(Instant after, Predicate<LocalDate> dayOff) {
        ZonedDateTime from = after.atZone(PLACE);
        LocalDate first = from.toLocalDate();
        return first.datesUntil(first.plusDays(MOST_DAYS))
                .filter(day -> days.include(day, dayOff))
                .flatMap(day -> times.stream().map(time -> day.atTime(time).atZone(PLACE)))
                .filter(time -> time.isAfter(from))
                .findFirst()
                .map(ZonedDateTime::toInstant);
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timetable timetable && timetable.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
