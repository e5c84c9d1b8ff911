package tidtam.engine.obligations;

/** What happens when the last day of a period is a day off. */
public enum HolidayRule {
    /** It counts all the same: an official's own duty (Administrative Procedure Act B.E. 2539, section 64). */
    LAST_DAY_COUNTS,
    /** The period ends on the next working day (Civil and Commercial Code, section 193/8). */
    NEXT_WORKING_DAY
}
