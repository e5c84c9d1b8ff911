package tidtam.app.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import tidtam.reports.history.Lifecycle;

/**
 * A recorded run.
 *
 * @param number its record's, which people call it by
 * @param who started it
 * @param round that was asked for, such as {@code 2566/1}; empty where the workbooks' titles decided
 * @param result SHA-256 of its findings.json
 * @param settings SHA-256 of the settings file; empty where none was named
 * @param rules SHA-256 by name of the files of added rules and limits
 * @param waivers the records of those it was made under
 */
public record Run(
        long number,
        Instant at,
        String who,
        LocalDate asOf,
        Optional<String> round,
        String tidtam,
        String rulesDigest,
        String result,
        Optional<String> settings,
        SortedMap<String, String> rules,
        List<Long> waivers,
        List<Input> inputs,
        List<Plan> plans) {
    /**
     * One workbook.
     *
     * @param path as it was given
     * @param sha256 empty where its bytes could not be read
     * @param why it could not be evaluated; empty where it was
     */
    public record Input(String path, Optional<String> sha256, Optional<String> why) {}

    /**
     * One plan of a run: figures of findings, those waived apart, and of what became of them.
     *
     * @param key as {@code Evaluation.planKey()} gives it
     * @param agency as the plan spells it; empty where it names none
     * @param before the run it is compared with
     */
    public record Plan(
            String key,
            String agency,
            String round,
            Optional<Long> before,
            int errors,
            int warnings,
            int infos,
            int waived,
            Map<Lifecycle, Integer> became) {}

    /** How many inputs could not be evaluated. */
    public int unreadable() {
        return (int) inputs.stream().filter(input -> input.why().isPresent()).count();
    }
}
