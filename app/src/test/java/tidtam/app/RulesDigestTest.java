package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidtam.engine.Parameters;
import tidtam.engine.obligations.Holidays;
import tidtam.facts.Limit;
import tidtam.facts.Severity;

class RulesDigestTest {
    private static final Parameters OURS = Rules.builtIn().parameters();

    @Test
    void is_the_same_for_the_same_rules_and_parameters() {
        assertThat(digest(OURS))
                .matches("sha256:[0-9a-f]{64}")
                .isEqualTo(digest(Rules.builtIn().parameters()));
    }

    @Test
    void tells_other_parameters_apart() {
        List<Limit> limits = new ArrayList<>(OURS.limits());
        Limit first = limits.get(0);
        limits.set(0, new Limit(first.kind(), first.graceDays() + 1, first.leadDays()));

        assertThat(List.of(
                        digest(OURS),
                        digest(Parameters.of(limits).with(OURS.holidays())),
                        digest(OURS.with(Holidays.unknown())),
                        digest(OURS.withSeverities(Map.of("due-soon", Severity.WARNING))),
                        digest(OURS.withOff(Map.of("due-soon", "ไม่ใช้")))))
                .doesNotHaveDuplicates();
    }

    private static String digest(Parameters parameters) {
        return RulesDigest.of(parameters, List.of(), Optional.empty());
    }
}
