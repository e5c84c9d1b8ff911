package tidtam.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tidtam.facts.Round;
import tidtam.facts.Severity;
import tidtam.spreadsheets.SheetTexts;

/**
 * A few rows of a plan, and what the rules are expected to say of them.
 *
 * @param place file and line, for a person
 * @param sheets the rows as the sheets of the working form
 * @param measures how many measures there are
 */
record RuleCase(
        String place,
        String name,
        LocalDate asOf,
        Optional<Round> round,
        List<SheetTexts> sheets,
        int measures,
        Expected expected) {

    /** What is expected. */
    sealed interface Expected {}

    /** Of one rule; what is empty does not matter. */
    record OfRule(String rule, Verdict verdict, OptionalInt count, Optional<Severity> severity, Optional<LocalDate> due)
            implements Expected {}

    /** Of all rules: the id of every finding, sorted; twice where there are two. */
    record OfAll(List<String> findings) implements Expected {}

    /** How a rule may be expected to end. */
    enum Verdict {
        /** It finds something. */
        FINDS,
        /** It checks, and finds nothing. */
        ACCEPTS,
        /** There is nothing for it to check. */
        NOT_APPLICABLE
    }
}
