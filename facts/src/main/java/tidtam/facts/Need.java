package tidtam.facts;

import java.util.Optional;

/** What a rule may need before it can be said to pass. */
public enum Need {
    /** A duty of that kind, with an obligation that has fallen due and was judged. */
    MONTHLY(Kind.MONTHLY),
    QUARTERLY(Kind.QUARTERLY),
    SEMIANNUAL(Kind.SEMIANNUAL),
    EVERY_EVALUATION_ROUND(Kind.EVERY_EVALUATION_ROUND),
    ANNUAL(Kind.ANNUAL),
    WITHIN_DAYS(Kind.WITHIN_DAYS),
    EVERY_N_DAYS(Kind.EVERY_N_DAYS),
    BY_FIXED_DATE(Kind.BY_FIXED_DATE),
    FISCAL_YEAR_END(Kind.FISCAL_YEAR_END),
    /** Every sheet that holds a measure table, read to its end. */
    PLAN_READ,
    /** The responsible column. */
    RESPONSIBLE,
    /** The deadline column. */
    DEADLINE,
    /** Text in the deadline column. */
    DEADLINE_TEXT,
    /** The action column, with something in it; a dash is nothing. */
    COMPLETION,
    /** A completion that says something was done. */
    DONE,
    /** The action column, empty or not. */
    ACTION,
    /** A duty of any kind that was understood. */
    DUTY,
    /** A duty to report within n days of an event. */
    EVENT,
    /** No impossible date in place of the completion's dates. */
    READABLE,
    /** An obligation that has fallen due; where none has a due date, a round that has ended. */
    FALLEN_DUE,
    /** An obligation that has fallen due, or a round that has ended. */
    DUE_OR_ENDED,
    /** An obligation whose due date has passed. */
    OBLIGATION_DUE,
    /** An obligation with a due date. */
    OBLIGATION,
    /** A date in the completion that can be read. */
    DATE,
    /** A dated report, in the action column or in the log. */
    REPORT,
    /** A recurring claim in the completion. */
    CLAIM,
    /** A period that a recurring claim speaks for, and that has fallen due. */
    PERIODS,
    /** Something that has to be published. */
    PUBLICATION,
    /** The agency's own list of divisions, and a division named. */
    DIVISIONS,
    /** The holiday table of the fiscal years dated. */
    HOLIDAYS,
    /** The framework of the year, and the plan read to its end. */
    FRAMEWORK,
    /** An item of the framework, stated by the plan. */
    ITEM,
    /** An indicator stated by the plan. */
    INDICATOR,
    /** A row of the report log, read to its end; of a measure, one that names it. */
    LOG,
    /** A structured column that is filled in. */
    STRUCTURED,
    /** The agency's own list of divisions. */
    DIVISION_LIST;

    private final Optional<Kind> kind;

    Need() {
        this.kind = Optional.empty();
    }

    Need(Kind kind) {
        this.kind = Optional.of(kind);
    }

    /** Whether a rule about that can need it. */
    public boolean of(RuleInfo.Subject subject) {
        return switch (this) {
            case PLAN_READ, LOG -> true;
            case FRAMEWORK, ITEM, INDICATOR, DIVISION_LIST -> subject == RuleInfo.Subject.PLAN;
            default -> subject == RuleInfo.Subject.MEASURE;
        };
    }

    /** The kind of duty needed, where it is that. */
    public Optional<Kind> kind() {
        return kind;
    }
}
