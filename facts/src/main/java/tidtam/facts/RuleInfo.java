package tidtam.facts;

import java.util.List;

/**
 * What a rule declares of itself.
 *
 * @param title the fault it finds, in English
 * @param needs what must be there before it can pass, from the closed list of {@link Need}
 * @param basis the law, standard or convention it rests on
 * @param origin whose rule it is
 */
public record RuleInfo(
        String id, String title, Severity severity, Subject subject, List<Need> needs, String basis, Origin origin) {
    /** The same rule with another weight. */
    public RuleInfo weighing(Severity other) {
        return new RuleInfo(id, title, other, subject, needs, basis, origin);
    }

    /** What a rule is about. */
    public enum Subject {
        MEASURE,
        PLAN
    }

    /** Whose rule it is. */
    public enum Origin {
        /** It comes with the program. */
        BUILT_IN,
        /** The agency's own. */
        AGENCY
    }
}
