package tidtam.reports.warning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tidtam.facts.Evaluation;
import tidtam.facts.Folded;
import tidtam.facts.MeasureId;
import tidtam.facts.ObligationState;
import tidtam.facts.Outcome;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.reports.Figures;
import tidtam.reports.PlanFigures;

/** What a run found, put together for those who are told of it. */
public final class Digests {
    private final Contacts contacts;
    private final int headFrom;

    private Digests(Contacts contacts, int headFrom) {
        this.contacts = contacts;
        this.headFrom = headFrom;
    }

    /**
     * One digest for each agency and set of recipients, by agency. A finding stands in the sections of the divisions it concerns and in no
     * other; what concerns no division, or one that cannot be written to, is a digest of its own.
     *
     * @param headFrom from how many days overdue on divisions are told of what is overdue
     */
    public static List<Digest> of(Figures figures, Contacts contacts, int headFrom) {
        SortedMap<String, List<PlanFigures>> agencies = figures.plans().stream()
                .collect(Collectors.groupingBy(plan -> agency(plan.evaluation()), TreeMap::new, Collectors.toList()));
        Digests digests = new Digests(contacts, headFrom);
        List<Digest> all = new ArrayList<>();
        agencies.forEach((agency, plans) -> all.addAll(digests.ofAgency(agency, plans)));
        return List.copyOf(all);
    }

    /** What tells agencies apart; empty where a plan does not name its agency. */
    public static String agency(Evaluation evaluation) {
        return Folded.of(evaluation.plan().title().agency().orElse(""));
    }

    /** Whether everything that a plan holds was read and judged: what it no longer finds is then settled. */
    private static boolean whole(Evaluation evaluation) {
        return evaluation.plan().complete()
                && evaluation.ledger().entries().stream().noneMatch(entry -> entry.outcome() == Outcome.ERROR);
    }

    private List<Digest> ofAgency(String agency, List<PlanFigures> plans) {
        Set<String> rounds = plans.stream()
                .map(plan -> plan.evaluation().round().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        plans.stream()
                .filter(plan -> !whole(plan.evaluation()))
                .forEach(plan -> rounds.remove(plan.evaluation().round().toString()));
        List<Section> sections =
                plans.stream().flatMap(plan -> sections(plan).stream()).toList();
        Map<String, List<Section>> byRecipients = new LinkedHashMap<>();
        Map<String, List<Section>> byDivision = new LinkedHashMap<>();
        for (Section section : sections) {
            Section own = without(section, item -> item.daysOverdue() > 0 && item.daysOverdue() < headFrom);
            if (section.contact().missing().isEmpty()) {
                byRecipients
                        .computeIfAbsent(section.contact().recipients().signature(), none -> new ArrayList<>())
                        .add(own);
            } else {
                byDivision
                        .computeIfAbsent(section.division().orElse(""), none -> new ArrayList<>())
                        .add(own);
            }
        }
        List<Digest> digests = new ArrayList<>();
        byRecipients.values().forEach(own -> digests.add(digest(Digest.Kind.DIVISIONS, agency, own, rounds)));
        byDivision.values().forEach(own -> digests.add(digest(Digest.Kind.FALL_BACK, agency, own, rounds)));
        contacts.auditor()
                .ifPresent(auditor ->
                        digests.add(Digest.of(Digest.Kind.ROLL_UP, agency, Recipients.of(auditor), sections, rounds)));
        return digests;
    }

    private static Digest digest(Digest.Kind kind, String agency, List<Section> sections, Set<String> rounds) {
        return Digest.of(kind, agency, sections.get(0).contact().recipients(), sections, rounds);
    }

    private static Section without(Section section, Predicate<Item> left) {
        return new Section(
                section.input(),
                section.evaluation(),
                section.division(),
                section.items().stream().filter(left.negate()).toList(),
                section.notEvaluable(),
                section.contact());
    }

    private List<Section> sections(PlanFigures plan) {
        Evaluation evaluation = plan.evaluation();
        Map<MeasureId, List<ObligationState>> obligations =
                evaluation.obligations().stream().collect(Collectors.groupingBy(ObligationState::measure));
        Map<Optional<String>, List<Item>> items = new LinkedHashMap<>();
        for (ReportedFinding reported : evaluation.findings()) {
            Item item = Item.of(evaluation, reported, measure -> obligations.getOrDefault(measure, List.of()));
            List<Optional<String>> concerned = reported.divisions().isEmpty()
                    ? List.of(Optional.empty())
                    : reported.divisions().stream().map(Optional::of).toList();
            concerned.forEach(name ->
                    items.computeIfAbsent(name, none -> new ArrayList<>()).add(item));
        }
        return plan.divisions().stream()
                .filter(division -> division.name().isPresent() || items.containsKey(division.name()))
                .map(division -> new Section(
                        plan.input(),
                        evaluation,
                        division.name(),
                        items.getOrDefault(division.name(), List.of()).stream()
                                .sorted(Item.ORDER)
                                .toList(),
                        division.obligations().of(State.NOT_EVALUABLE),
                        contacts.of(division.name(), evaluation)))
                .toList();
    }

    /**
     * The divisions of an agency.
     *
     * @param flagged those of which an error was found
     */
    public record Flags(Set<String> all, Set<String> flagged) {}

    /** The divisions of each agency of a run. */
    public static SortedMap<String, Flags> flags(Figures figures) {
        SortedMap<String, Flags> agencies = new TreeMap<>();
        for (PlanFigures plan : figures.plans()) {
            Flags flags = agencies.computeIfAbsent(
                    agency(plan.evaluation()), none -> new Flags(new TreeSet<>(), new TreeSet<>()));
            for (PlanFigures.OfDivision division : plan.divisions()) {
                division.name().ifPresent(flags.all()::add);
                division.name()
                        .filter(name -> division.findings().of(Severity.ERROR) > 0)
                        .ifPresent(flags.flagged()::add);
            }
        }
        return agencies;
    }
}
