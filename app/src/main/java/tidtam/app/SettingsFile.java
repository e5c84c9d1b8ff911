package tidtam.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import tidtam.engine.Parameters;
import tidtam.engine.obligations.HolidayRule;
import tidtam.facts.Division;
import tidtam.facts.Kind;
import tidtam.facts.Limit;
import tidtam.facts.Severity;
import tidtam.reports.Digits;
import tidtam.reports.Language;

/**
 * What an agency's settings file says. What it leaves out is as the program has it.
 *
 * @param digits of Thai texts; empty for Thai ones
 * @param severities by rule id
 * @param off why a rule is turned off, by its id
 * @param grace days by kind of duty
 * @param lead days by kind of duty
 * @param divisions used for workbooks that have no list of their own
 * @param holidays beside those that are known
 */
record SettingsFile(
        Optional<Language> language,
        Optional<Digits> digits,
        Map<String, Severity> severities,
        SortedMap<String, String> off,
        Map<Kind, Integer> grace,
        Map<Kind, Integer> lead,
        Optional<HolidayRule> holidayRule,
        Escalation escalation,
        WarningSettings warnings,
        ScheduleSettings schedule,
        WaiverSettings waivers,
        List<Division> divisions,
        Map<LocalDate, String> holidays) {

    /**
     * Who is written to about something overdue, from which number of days on.
     *
     * @param head the division's head
     * @param copyClerk the clerk of the agency, by copy
     */
    record Escalation(int head, int copyClerk) {
        /** The head at once, the clerk after half a month. */
        static final Escalation USUAL = new Escalation(0, 15);
    }

    /** These parameters as the file changes them. */
    Parameters changed(Parameters usual) {
        List<Limit> limits = usual.limits().stream()
                .map(limit -> new Limit(
                        limit.kind(),
                        grace.getOrDefault(limit.kind(), limit.graceDays()),
                        lead.getOrDefault(limit.kind(), limit.leadDays())))
                .toList();
        return usual.withLimits(limits)
                .with(holidayRule.orElse(usual.holidayRule()))
                .with(holidays.isEmpty() ? usual.holidays() : usual.holidays().plus(holidays))
                .withSeverities(severities)
                .withOff(off);
    }
}
