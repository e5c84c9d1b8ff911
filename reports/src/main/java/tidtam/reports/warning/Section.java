package tidtam.reports.warning;

import java.util.List;
import java.util.Optional;
import tidtam.facts.Evaluation;

/**
 * What concerns one division in one plan.
 *
 * @param input the plan's number in the result
 * @param division empty for what concerns no division that is known
 * @param items the heaviest first
 * @param notEvaluable obligations and duties of the division of which it is not known whether they are met
 * @param contact who is written to about it
 */
public record Section(
        int input,
        Evaluation evaluation,
        Optional<String> division,
        List<Item> items,
        int notEvaluable,
        Contact contact) {
    /**
     * Who is written to about a division.
     *
     * @param missing why the division itself cannot be; empty where it can
     */
    public record Contact(Recipients recipients, Optional<Missing> missing) {}

    /** Why a division cannot be written to. */
    public enum Missing {
        /** Nobody is named as responsible, or the finding is about the plan. */
        NO_DIVISION,
        /** The agency's list does not have the division. */
        NOT_LISTED,
        /** The agency gave no list. */
        NO_LIST,
        /** The list has no address for it. */
        NO_ADDRESS,
        /** What stands in the list as an address is none. */
        MALFORMED,
        /** The address's domain is none of those that the agency allows. */
        NOT_ALLOWED
    }
}
