package tidtam.app.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import tidtam.app.store.Octets;
import tidtam.reports.CheckResult;
import tidtam.reports.history.Lifecycles;

/**
 * A run that is to be recorded.
 *
 * @param round that was asked for
 * @param json SHA-256 of its findings.json
 * @param settings the settings file as it was read
 * @param rules by name, the files of added rules and limits as they were read
 * @param workbooks by SHA-256, the inputs as they were read
 * @param waivers the records of those that it was made under, whether or not they held
 * @param lifecycles what follows the findings
 */
public record NewRun(
        CheckResult result,
        Optional<String> round,
        String json,
        Optional<Octets> settings,
        SortedMap<String, Octets> rules,
        Map<String, Octets> workbooks,
        List<Long> waivers,
        Lifecycles lifecycles) {
    /** One that was made under no waiver. */
    public NewRun(
            CheckResult result,
            Optional<String> round,
            String json,
            Optional<Octets> settings,
            SortedMap<String, Octets> rules,
            Map<String, Octets> workbooks,
            Lifecycles lifecycles) {
        this(result, round, json, settings, rules, workbooks, List.of(), lifecycles);
    }
}
