package tidtam.engine.obligations;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.MeasureId;
import tidtam.facts.Obligation;
import tidtam.facts.Period;
import tidtam.facts.Precision;
import tidtam.facts.Report;
import tidtam.facts.Round;

/** Duties, events and reports as the tests of this package say them. */
final class Duties {
    static final CellText CELL = CellText.of(new CellRef("มาตรการ", 10, 3), "ข้อความ");
    static final MeasureId MEASURE = new MeasureId(1);

    private Duties() {}

    static Duty duty(Kind kind, Limits limits) {
        return new Duty(MEASURE, 0, kind, limits, Set.of(), Optional.empty(), CELL, false);
    }

    static Limits months(Integer... months) {
        return Limits.none().withMonths(new TreeSet<>(List.of(months)));
    }

    static Report report(LocalDate day) {
        return new Report(MEASURE, day, day, Optional.empty(), Report.Source.ACTION, CELL, false);
    }

    /** A row of the log that states a period, or the days of an event. */
    static Report report(String day, Period covers) {
        LocalDate date = LocalDate.parse(day);
        return new Report(MEASURE, date, date, Optional.of(covers), Report.Source.LOG, CELL, false);
    }

    static DateSpan event(String from, String to) {
        return new DateSpan(LocalDate.parse(from), LocalDate.parse(to), Precision.DAY, CELL, false, false);
    }

    static List<Obligation> expand(Kind kind, Limits limits, Round round, DateSpan... events) {
        return Expansion.of(
                        duty(kind, limits),
                        round,
                        Optional.empty(),
                        List.of(events),
                        false,
                        Holidays.unknown(),
                        HolidayRule.LAST_DAY_COUNTS)
                .obligations();
    }

    /** {@code period start..end due day}, one for each obligation. */
    static List<String> lines(List<Obligation> obligations) {
        return obligations.stream()
                .map(one -> one.period().start() + ".." + one.period().end() + " due " + one.due())
                .toList();
    }
}
