package tidtam.facts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule concludes: which rule, about which measures, where it stands, and what it saw.
 *
 * @param measures the rows it is about, in order; empty where it is about the plan
 * @param cell the text it quotes
 * @param duty the signature of the duty it is about
 * @param guessed whether it rests on a repaired or guessed reading
 */
public record Finding(
        String rule,
        List<MeasureId> measures,
        Optional<CellText> cell,
        Values values,
        Optional<String> duty,
        boolean guessed)
        implements Fact {

    /** A finding about one measure. */
    public Finding(String rule, MeasureId measure, CellText cell, Values values) {
        this(rule, List.of(measure), Optional.of(cell), values, Optional.empty(), false);
    }

    /** A finding about several measures, or about the plan where there are none. */
    public Finding(String rule, List<MeasureId> measures, CellText cell, Values values) {
        this(rule, List.copyOf(measures), Optional.of(cell), values, Optional.empty(), false);
    }

    /** A finding about the plan as a whole. */
    public Finding(String rule, Values values) {
        this(rule, List.of(), Optional.empty(), values, Optional.empty(), false);
    }

    /** A finding about one obligation: its period, due date and days overdue. */
    public static Finding on(String rule, ObligationState judged, CellText cell) {
        Values values = Values.of("period", judged.obligation().period())
                .with("due", judged.due())
                .with("daysOverdue", judged.daysOverdue());
        return new Finding(rule, judged.measure(), cell, values)
                .about(judged.obligation().duty())
                .restingOn(judged.obligation().guessed());
    }

    /** A finding about a completion that says once what would be said of each of these obligations. */
    public static Finding listing(String rule, Completion completion, Collection<ObligationState> open) {
        return listing(
                rule,
                completion,
                open.stream().map(judged -> judged.obligation().period()));
    }

    /** A finding about a completion whose claim speaks for periods of its own. */
    public static Finding listingClaimed(String rule, Completion completion, Collection<ClaimedPeriod> open) {
        return listing(rule, completion, open.stream().map(ClaimedPeriod::period));
    }

    private static Finding listing(String rule, Completion completion, Stream<Period> open) {
        List<Period> periods = open.distinct().sorted().toList();
        Values values = Values.of("periods", periods);
        return new Finding(
                        rule,
                        completion.measure(),
                        completion.statedIn(),
                        periods.isEmpty() ? values.with("variant", "alone") : values)
                .restingOn(completion.guessed());
    }

    /** A finding about a claim whose cadence is none of these duties. */
    public static Finding mismatch(String rule, Claim claim, Collection<Duty> owed) {
        List<Duty> duties =
                owed.stream().sorted(Comparator.comparing(Duty::ordinal)).toList();
        return new Finding(
                        rule,
                        claim.measure(),
                        claim.text(),
                        cadence(Values.none(), "claim", claim.kind(), claim.limits())
                                .with("duties", duties.stream().map(Duty::kind).toList())
                                .with(
                                        "dutyTexts",
                                        duties.stream()
                                                .map(duty -> duty.statedIn().quote())
                                                .toList()))
                .restingOn(duties.stream().anyMatch(Duty::guessed));
    }

    private static Values cadence(Values values, String name, Kind kind, Limits limits) {
        Values named = values.with(name, kind);
        return limits.days().isPresent()
                ? named.with(name + "Days", limits.days().getAsInt()).with("variant", "days")
                : named;
    }

    /** The period it is about. */
    public Optional<Period> findPeriod() {
        return find("period", Period.class);
    }

    /** When what it is about was or is due. */
    public Optional<LocalDate> findDue() {
        return find("due", LocalDate.class);
    }

    /** By how many days what it is about is overdue; 0 where a report came, or it is not due yet. */
    public Optional<Integer> findDaysOverdue() {
        return find("daysOverdue", Integer.class);
    }

    /** Every period that it is about or lists, in order. */
    public List<Period> periods() {
        Stream<?> listed = find("periods", List.class).stream().flatMap(many -> ((List<?>) many).stream());
        return Stream.concat(
                        findPeriod().stream(),
                        listed.filter(Period.class::isInstance).map(Period.class::cast))
                .toList();
    }

    private <T> Optional<T> find(String name, Class<T> type) {
        return values.find(name).filter(type::isInstance).map(type::cast);
    }

    /** The same finding, with one more value. */
    public Finding with(String name, Object value) {
        return new Finding(rule, measures, cell, values.with(name, value), duty, guessed);
    }

    /** The same finding, about one duty. */
    public Finding about(Duty owed) {
        return new Finding(rule, measures, cell, values, Optional.of(owed.signature()), guessed || owed.guessed());
    }

    /** The same finding, marked as guessed where what it rests on was. */
    public Finding restingOn(boolean guess) {
        return new Finding(rule, measures, cell, values, duty, guessed || guess);
    }
}
