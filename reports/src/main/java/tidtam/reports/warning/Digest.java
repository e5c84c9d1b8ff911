package tidtam.reports.warning;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tidtam.facts.Sha256;

/**
 * What one set of recipients is told of one agency: one mail, if it is to go out.
 *
 * @param key identifies it in every run: agency, recipients and, where another stands in, the division
 * @param agency in the folded form that tells agencies apart
 * @param sections by division; those without items too
 * @param withheld how many items are found that the recipients are not to be told of yet
 * @param plansKnown the rounds of the agency's plans that were evaluated in full: what they no longer find is settled; none where an
 *     input could not be read
 */
public record Digest(
        String key,
        Kind kind,
        String agency,
        Recipients recipients,
        List<Section> sections,
        int withheld,
        Set<String> plansKnown) {
    private static final int KEY_BYTES = 12;

    /** To whom a digest goes. */
    public enum Kind {
        /** The head of one or more divisions, about these. */
        DIVISIONS,
        /** The clerk's office, in place of one division. */
        FALL_BACK,
        /** The auditor, about the whole agency. */
        ROLL_UP
    }

    static Digest of(
            Kind kind,
            String agency,
            Recipients recipients,
            List<Section> sections,
            int withheld,
            Set<String> plansKnown) {
        String instead = kind == Kind.FALL_BACK ? sections.get(0).division().orElse("") : "";
        String key = Sha256.of(String.join("\n", agency, kind.name(), recipients.signature(), instead), KEY_BYTES);
        return new Digest(key, kind, agency, recipients, List.copyOf(sections), withheld, Set.copyOf(plansKnown));
    }

    /** The same, sent to more mailboxes; it stays the same digest. */
    public Digest sentTo(Recipients all) {
        return new Digest(key, kind, agency, all, sections, withheld, plansKnown);
    }

    /** Every item that asks for something; one that concerns several of its divisions, or stands in two copies of a plan, once. */
    public List<Item> asking() {
        return items().filter(Item::asks).toList();
    }

    /** Every item that is only worth a look, once. */
    public List<Item> notes() {
        return items().filter(item -> !item.asks() && !item.waived()).toList();
    }

    /** Every item that is waived, once. */
    public List<Item> waived() {
        return items().filter(Item::waived).toList();
    }

    private Stream<Item> items() {
        Map<String, Item> heaviest = new LinkedHashMap<>();
        sections.stream()
                .flatMap(section -> section.items().stream())
                .sorted(Item.ORDER)
                .forEach(item -> heaviest.putIfAbsent(item.fingerprint(), item));
        return heaviest.values().stream();
    }

    /** The earliest round of its plans. */
    String firstPlan() {
        return sections.stream()
                .map(section -> section.evaluation().round().toString())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether nothing of its divisions can be open but what it tells. */
    boolean complete() {
        return withheld == 0 && whole();
    }

    /** Whether everything was read in which something of its divisions may stand. */
    boolean whole() {
        return sections.stream()
                .allMatch(section ->
                        plansKnown.contains(section.evaluation().round().toString()));
    }

    /** The divisions it is about, each once. */
    public List<String> divisions() {
        return sections.stream()
                .flatMap(section -> section.division().stream())
                .distinct()
                .toList();
    }

    /** Why another is written to in place of the division; empty where the division itself is. */
    public Optional<Section.Missing> missing() {
        return kind == Kind.ROLL_UP
                ? Optional.empty()
                : sections.get(0).contact().missing();
    }
}
