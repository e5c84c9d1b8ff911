package tidtam.facts;

/**
 * A parameter an auditor may change: how one kind of duty is judged.
 *
 * @param graceDays days after the due date in which a report is still on time
 * @param leadDays days before the due date from which an obligation is due soon
 */
public record Limit(Kind kind, int graceDays, int leadDays) {}
