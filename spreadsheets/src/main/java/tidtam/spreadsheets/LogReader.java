package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import tidtam.facts.CellText;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Folded;
import tidtam.facts.LogEntry;
import tidtam.facts.MeasureId;
import tidtam.facts.Period;
import tidtam.facts.Precision;
import tidtam.facts.Status;
import tidtam.spreadsheets.SheetGrid.Row;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.text.ChannelReader;
import tidtam.spreadsheets.text.CompletionReader;
import tidtam.spreadsheets.text.DateReader;
import tidtam.spreadsheets.text.PeriodReader;

/** Reads the rows of the report log. A text that stands in many rows is read once. */
final class LogReader {
    private static final Pattern DEADLINE = FoldedPattern.of("ภายใน|กำหนด");
    private final MeasureNames measures;
    private final OptionalInt fiscalYear;
    private final Map<String, Optional<Period>> periods = new HashMap<>();
    private final Map<String, Optional<DateSpan>> dates = new HashMap<>();
    private final List<LogEntry> entries = new ArrayList<>();

    /** @param fiscalYear the plan's; places a period that names no year */
    LogReader(MeasureNames measures, OptionalInt fiscalYear) {
        this.measures = measures;
        this.fiscalYear = fiscalYear;
    }

    /** Every entry so far. */
    List<LogEntry> entries() {
        return List.copyOf(entries);
    }

    /** Reads a row of a log's table. */
    void read(FormTable table, Row row) {
        CellText named = table.text(row, FormColumn.LOG_MEASURE);
        List<CellText> notUnderstood = new ArrayList<>();
        Optional<MeasureId> measure = measures.find(named.raw());
        CellText stated = table.text(row, FormColumn.LOG_PERIOD);
        Optional<Period> period = period(stated);
        if (period.isEmpty() && !stated.blank()) {
            notUnderstood.add(stated);
        }
        Optional<DateSpan> event = date(table.text(row, FormColumn.LOG_EVENT), notUnderstood);
        Optional<DateSpan> reported = date(table.text(row, FormColumn.LOG_REPORTED), notUnderstood);
        CellText channel = table.text(row, FormColumn.LOG_CHANNEL);
        entries.add(new LogEntry(
                entries.size() + 1,
                named,
                measure,
                period,
                event,
                reported,
                List.copyOf(notUnderstood),
                line(table, row, FormColumn.LOG_BY),
                ChannelReader.channels(channel),
                ChannelReader.link(channel.raw())
                        .or(() -> table.sheet().link(channel.cell()).flatMap(ChannelReader::link)),
                line(table, row, FormColumn.LOG_REMARK)));
    }

    private static String line(FormTable table, Row row, FormColumn column) {
        return IssueText.oneLine(table.text(row, column).raw());
    }

    private Optional<Period> period(CellText cell) {
        if (cell.blank()) {
            return Optional.empty();
        }
        Optional<Period> period = periods.get(cell.raw());
        if (period == null) {
            period = PeriodReader.period(cell, fiscalYear);
            periods.put(cell.raw(), period);
        }
        return period;
    }

    /** A day, or a range of days. */
    private Optional<DateSpan> date(CellText cell, List<CellText> notUnderstood) {
        if (cell.blank()) {
            return Optional.empty();
        }
        Optional<DateSpan> date = dates.get(cell.raw());
        if (date == null) {
            date = day(cell);
            dates.put(cell.raw(), date);
        }
        if (date.isEmpty()) {
            notUnderstood.add(cell);
        }
        return date.map(read -> new DateSpan(
                read.from(),
                read.to(),
                read.precision(),
                cell.span(read.text().start(), read.text().end()),
                read.ofReport(),
                read.guessed()));
    }

    /** A date and nothing else, or a text that says something was done on it; what is planned or not done has no day yet. */
    private static Optional<DateSpan> day(CellText cell) {
        List<DateSpan> alone = DateReader.only(cell);
        List<DateSpan> dates = alone.isEmpty() ? doneOn(cell) : alone;
        boolean one = dates.size() == 1 && dates.get(0).precision() == Precision.DAY;
        return one ? Optional.of(dates.get(0)) : Optional.empty();
    }

    private static List<DateSpan> doneOn(CellText cell) {
        Completion said = CompletionReader.completion(new MeasureId(0), cell);
        boolean done = said.status() == Status.DONE_DATED
                && !DEADLINE.matcher(Folded.of(cell.raw())).find()
                && said.impossibleDates().isEmpty()
                && said.claims().isEmpty();
        return done ? said.dates() : List.of();
    }
}
