package tidtam.reports.warning;

/**
 * When an agency's people are told.
 *
 * @param repeatDays after how many days what is still open is told again
 * @param heartbeatDays after how many days it is told that nothing is open; 0 for never
 * @param rollUpDays every how many days the auditor is told of everything
 * @param copyClerkFrom from how many days overdue on the clerk gets a copy
 */
public record Policy(int repeatDays, int heartbeatDays, int rollUpDays, int copyClerkFrom) {}
