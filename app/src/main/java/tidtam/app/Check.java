package tidtam.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import tidtam.engine.Engine;
import tidtam.engine.Waivers;
import tidtam.facts.Division;
import tidtam.facts.Evaluation;
import tidtam.facts.PlanTitle;
import tidtam.facts.Round;
import tidtam.facts.Sha256;
import tidtam.facts.Waiver;
import tidtam.reports.Checked;
import tidtam.rules.BuiltInRules;
import tidtam.spreadsheets.Reading;
import tidtam.spreadsheets.WorkbookReader;

/**
 * The whole path, from a workbook's bytes and the settings to what was found. It knows no files, clock or logging set-up, and many threads
 * may use one.
 */
public final class Check {
    private final Supplier<Engine> engine;
    private final List<Division> divisions;

    /**
     * @param engine asked for once the workbook has been read, so that it may be loaded meanwhile; any thread may ask
     * @param divisions the agency's, for workbooks that have no list of their own
     */
    public Check(Supplier<Engine> engine, List<Division> divisions) {
        this.engine = engine;
        this.divisions = List.copyOf(divisions);
    }

    /**
     * What a check rests on besides the workbook.
     *
     * @param round empty: the one the workbook's title names, else the one the as-of date lies in
     * @param wholeYear whether, where no round is given, the whole fiscal year of that round is checked
     * @param waivers of any plan and day
     */
    public record Settings(LocalDate asOf, Optional<Round> round, boolean wholeYear, List<Waiver> waivers) {
        public Settings(LocalDate asOf, Optional<Round> round) {
            this(asOf, round, false, List.of());
        }

        Settings forWholeYear() {
            return new Settings(asOf, round, true, waivers);
        }

        Settings under(List<Waiver> decided) {
            return new Settings(asOf, round, wholeYear, decided);
        }

        private Round roundOf(PlanTitle title) {
            Round usual = Check.round(title, asOf);
            return round.orElse(wholeYear ? new Round(usual.fiscalYear(), 0) : usual);
        }
    }

    /**
     * Reads and evaluates one workbook.
     *
     * @param path what the workbook is called in the result
     */
    public Checked check(String path, byte[] workbook, Settings settings) {
        String sha256 = Sha256.of(workbook);
        Reading reading = WorkbookReader.read(workbook, divisions);
        if (reading instanceof Reading.Contents contents) {
            return new Checked.Evaluated(path, sha256, evaluate(contents, settings));
        }
        String why = ((Reading.Unreadable) reading).why().name();
        return new Checked.Unreadable(path, Optional.of(sha256), Checked.Why.valueOf(why));
    }

    /** Evaluates what was read. */
    Evaluation evaluate(Reading.Contents contents, Settings settings) {
        Round round = settings.roundOf(contents.plan().title());
        Evaluation evaluation = engine.get()
                .evaluate(
                        contents.plan(),
                        contents.problems(),
                        round,
                        settings.asOf(),
                        BuiltInRules.framework(round.fiscalYear()));
        return Waivers.applied(evaluation, settings.waivers());
    }

    /** The title's round; where it names a year only, the as-of date's round in that year, or the whole year if the date lies outside. */
    static Round round(PlanTitle title, LocalDate asOf) {
        Round today = Round.of(asOf);
        int year = title.fiscalYear().orElse(today.fiscalYear());
        OptionalInt named = title.round();
        return new Round(year, named.orElse(year == today.fiscalYear() ? today.number() : 0));
    }
}
