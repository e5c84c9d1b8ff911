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
import java.util.stream.Collectors;
import tidtam.facts.Evaluation;
import tidtam.facts.Folded;
import tidtam.facts.MeasureId;
import tidtam.facts.ObligationState;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.reports.CheckResult;
import tidtam.reports.Figures;
import tidtam.reports.PlanFigures;

/** What a run found, put together for those who are told of it. */
public final class Digests {
    private final Contacts contacts;
    private final int headFrom;
    private final boolean allRead;

    private Digests(Contacts contacts, int headFrom, boolean allRead) {
        this.contacts = contacts;
        this.headFrom = headFrom;
        this.allRead = allRead;
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
        Digests digests = new Digests(contacts, headFrom, figures.unreadable() == 0);
        List<Digest> all = new ArrayList<>();
        agencies.forEach((agency, plans) -> all.addAll(digests.ofAgency(agency, plans)));
        return List.copyOf(all);
    }

    /** What tells agencies apart; empty where a plan does not name its agency. */
    public static String agency(Evaluation evaluation) {
        return Folded.of(evaluation.plan().title().agency().orElse(""));
    }

    private List<Digest> ofAgency(String agency, List<PlanFigures> plans) {
        Set<String> known = known(plans);
        List<Section> sections =
                plans.stream().flatMap(plan -> sections(plan).stream()).toList();
        Map<String, List<Section>> byRecipients = new LinkedHashMap<>();
        Map<String, List<Section>> byDivision = new LinkedHashMap<>();
        for (Section section : sections) {
            if (section.contact().missing().isEmpty()) {
                byRecipients
                        .computeIfAbsent(section.contact().recipients().signature(), none -> new ArrayList<>())
                        .add(section);
            } else {
                byDivision
                        .computeIfAbsent(section.division().orElse(""), none -> new ArrayList<>())
                        .add(section);
            }
        }
        List<Digest> digests = new ArrayList<>();
        byRecipients.values().forEach(own -> digests.add(digest(Digest.Kind.DIVISIONS, agency, own, known)));
        byDivision.values().forEach(own -> digests.add(digest(Digest.Kind.FALL_BACK, agency, own, known)));
        contacts.auditor()
                .ifPresent(auditor -> digests.add(
                        Digest.of(Digest.Kind.ROLL_UP, agency, Recipients.of(auditor), sections, 0, known)));
        return digests;
    }

    /** The rounds of which every plan was evaluated in full; none where an input was not read, since it may be a plan of any of them. */
    private Set<String> known(List<PlanFigures> plans) {
        if (!allRead) {
            return Set.of();
        }
        Set<String> known = new TreeSet<>();
        plans.forEach(plan -> known.add(plan.evaluation().round().toString()));
        plans.stream()
                .filter(plan -> CheckResult.partial(plan.evaluation()))
                .forEach(plan -> known.remove(plan.evaluation().round().toString()));
        return known;
    }

    private Digest digest(Digest.Kind kind, String agency, List<Section> sections, Set<String> known) {
        long withheld = sections.stream()
                .flatMap(section -> section.items().stream())
                .filter(this::withheld)
                .map(Item::fingerprint)
                .distinct()
                .count();
        return Digest.of(
                kind,
                agency,
                sections.get(0).contact().recipients(),
                sections.stream().map(this::told).toList(),
                (int) withheld,
                known);
    }

    private boolean withheld(Item item) {
        return item.asks() && item.daysOverdue() > 0 && item.daysOverdue() < headFrom;
    }

    private Section told(Section section) {
        return new Section(
                section.input(),
                section.evaluation(),
                section.division(),
                section.items().stream().filter(item -> !withheld(item)).toList(),
                section.notEvaluable(),
                section.contact());
    }

    /** A section for each division, and for what concerns none, also where nothing does any more. */
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
        Map<Optional<String>, Integer> notEvaluable = new LinkedHashMap<>();
        plan.divisions()
                .forEach(division ->
                        notEvaluable.put(division.name(), division.obligations().of(State.NOT_EVALUABLE)));
        notEvaluable.putIfAbsent(Optional.empty(), 0);
        List<Section> sections = new ArrayList<>();
        notEvaluable.forEach((division, count) -> sections.add(new Section(
                plan.input(),
                evaluation,
                division,
                items.getOrDefault(division, List.of()).stream()
                        .sorted(Item.ORDER)
                        .toList(),
                count,
                contacts.of(division, evaluation))));
        return sections;
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
