package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tidtam.facts.CellText;
import tidtam.facts.DateSpan;
import tidtam.facts.LogEntry;
import tidtam.facts.MeasureId;
import tidtam.facts.Period;
import tidtam.facts.Precision;
import tidtam.spreadsheets.SheetGrid.Row;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.text.ChannelReader;
import tidtam.spreadsheets.text.DateReader;
import tidtam.spreadsheets.text.PeriodReader;

/** Reads the rows of the report log. */
final class LogReader {
    private final MeasureNames measures;
    private final OptionalInt fiscalYear;
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
        Optional<Period> period = stated.blank() ? Optional.empty() : PeriodReader.period(stated, fiscalYear);
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

    /** A day, or a range of days. */
    private static Optional<DateSpan> date(CellText cell, List<CellText> notUnderstood) {
        if (cell.blank()) {
            return Optional.empty();
        }
        DateReader.Dates dates = DateReader.read(cell, new MeasureId(0));
        boolean one = dates.dates().size() == 1
                && dates.impossible().isEmpty()
                && dates.dates().get(0).precision() == Precision.DAY;
        if (!one) {
            notUnderstood.add(cell);
        }
        return one ? Optional.of(dates.dates().get(0)) : Optional.empty();
    }
}
