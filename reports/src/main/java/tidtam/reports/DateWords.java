package tidtam.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.ThaiBuddhistDate;
import java.time.temporal.ChronoField;
import tidtam.facts.Period;
import tidtam.facts.Round;

/**
 * Dates and periods in words: Thai with the digits chosen, Buddhist years and full month names; English with ISO dates. A period of the
 * fiscal calendar is named, any other is a range.
 */
final class DateWords {
    private final boolean thai;
    private final Digits digits;
    private final Texts texts;

    DateWords(Language language, Digits digits, Texts texts) {
        this.thai = language == Language.TH;
        this.digits = digits;
        this.texts = texts;
    }

    String number(long number) {
        return digits(Long.toString(number));
    }

    String date(LocalDate date) {
        return thai ? number(date.getDayOfMonth()) + " " + month(date) + " " + year(date) : date.toString();
    }

    String month(int month) {
        return texts.line("month." + month);
    }

    /** A month of a year, as short as a table's heading. */
    String month(YearMonth month) {
        return Template.fill(texts.line("month.inYear"), name -> switch (name) {
            case "month" -> texts.line("month.short." + month.getMonthValue());
            case "year" -> year(month.atDay(1));
            default -> throw new IllegalArgumentException("month.inYear has no " + name);
        });
    }

    String round(Round round) {
        String key = round.number() == 0 ? "period.year" : "period.round";
        return Template.fill(
                texts.line(key), name -> digits(name.equals("year") ? "" + round.fiscalYear() : "" + round.number()));
    }

    String period(Period period) {
        return period(period, "");
    }

    /** The same without the days of a quarter or half-year. */
    String shortPeriod(Period period) {
        return period(period, ".short");
    }

    private String period(Period period, String form) {
        LocalDate start = period.start();
        LocalDate end = period.end();
        int months = wholeMonths(start, end);
        Round round = Round.of(start);
        int monthOfYear = (start.getMonthValue() + 2) % 12;
        if (months == 1) {
            return fill("period.month", period, round, 0);
        }
        if (months == 3 && monthOfYear % 3 == 0) {
            return fill("period.quarter" + form, period, round, monthOfYear / 3 + 1);
        }
        if (months == 6 && monthOfYear % 6 == 0) {
            return fill("period.half" + form, period, round, round.number());
        }
        if (months == 12 && monthOfYear == 0) {
            return fill("period.year", period, round, 0);
        }
        return range(start, end);
    }

    String range(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return date(from);
        }
        if (!thai) {
            return from + "–" + to;
        }
        if (YearMonth.from(from).equals(YearMonth.from(to))) {
            return number(from.getDayOfMonth()) + "–" + date(to);
        }
        return from.getYear() == to.getYear()
                ? number(from.getDayOfMonth()) + " " + month(from) + " – " + date(to)
                : date(from) + " – " + date(to);
    }

    /** ASCII digits in the digits of the language. */
    String digits(String ascii) {
        return thai ? digits.number(ascii) : ascii;
    }

    private String fill(String key, Period period, Round round, int number) {
        return Template.fill(texts.line(key), name -> switch (name) {
            case "range" -> range(period.start(), period.end());
            case "month" -> month(period.start());
            case "yearOfMonth" -> year(period.start());
            case "year" -> digits(Integer.toString(round.fiscalYear()));
            case "number" -> number(number);
            default -> throw new IllegalArgumentException(key + " has no " + name);
        });
    }

    private String month(LocalDate date) {
        return month(date.getMonthValue());
    }

    private String year(LocalDate date) {
        return thai
                ? number(ThaiBuddhistDate.from(date).get(ChronoField.YEAR_OF_ERA))
                : Integer.toString(date.getYear());
    }

    /** How many whole calendar months the days are; 0 where they are not. */
    private static int wholeMonths(LocalDate start, LocalDate end) {
        LocalDate next = end.plusDays(1);
        if (start.getDayOfMonth() != 1 || next.getDayOfMonth() != 1) {
            return 0;
        }
        return (next.getYear() - start.getYear()) * 12 + next.getMonthValue() - start.getMonthValue();
    }
}
