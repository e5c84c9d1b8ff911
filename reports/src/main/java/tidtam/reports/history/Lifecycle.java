package tidtam.reports.history;

/** How a finding stands in a run, compared with the run of its plan before. */
public enum Lifecycle {
    /** Never found before. */
    NEW,
    /** Found before, and no worse. */
    UNCHANGED,
    /** Found before; now it weighs more or leaves more periods open. */
    WORSENED,
    /** Found again after it was settled. */
    REOPENED,
    /** Not found any more although its rule was evaluated for its measure. */
    RESOLVED,
    /** Not found any more, but not evaluated either: the row vanished, or the rule could not be evaluated. It stays until a person confirms it. */
    ABSENT;

    /** Whether the finding is there. */
    public boolean open() {
        return this != RESOLVED && this != ABSENT;
    }
}
