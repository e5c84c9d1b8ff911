package tidtam.spreadsheets.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tidtam.facts.CellText;
import tidtam.facts.DateSpan;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.MeasureId;

/** Reads the dates a cell states. */
public final class DateReader {
    private DateReader() {}

    /**
     * What a cell states of dates.
     *
     * @param dates the dates and ranges, in the order of the text
     * @param impossible dates that cannot be
     * @param blank whether a blank stands where a date was to be filled in
     */
    public record Dates(List<DateSpan> dates, List<ImpossibleDate> impossible, boolean blank) {}

    /** All dates in a cell. */
    public static Dates read(CellText cell, MeasureId measure) {
        return new Dates(List.of(), List.of(), false);
    }

    /** The one day that a person typed, such as {@code 2566-04-30} or {@code ๓๐ เมษายน ๒๕๖๖}; empty where it is anything else. */
    public static Optional<LocalDate> day(String typed) {
        return Optional.empty();
    }
}
