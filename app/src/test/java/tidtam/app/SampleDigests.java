package tidtam.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tidtam.facts.EmailAddress;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.Figures;
import tidtam.reports.RunInfo;
import tidtam.reports.warning.Contacts;
import tidtam.reports.warning.Decision;
import tidtam.reports.warning.Digest;
import tidtam.reports.warning.Digests;
import tidtam.reports.warning.Policy;
import tidtam.reports.warning.Told;

/** What there is to tell of the sample on a working day: a digest for each division. */
public final class SampleDigests {
    public static final LocalDate AS_OF = LocalDate.of(2023, 5, 2);

    private static final List<Digest> ALL = digests();

    private SampleDigests() {}

    public static List<Digest> all() {
        return ALL;
    }

    private static List<Digest> digests() {
        Checked checked =
                Rules.builtIn().check().check("plan.xlsx", Run.sample(), new Check.Settings(AS_OF, Optional.empty()));
        Contacts contacts = new Contacts(EmailAddress.find("saraban@example.go.th"), Optional.empty(), address -> true);
        CheckResult result = new CheckResult(new RunInfo(AS_OF, "1", "0", new TreeMap<>()), List.of(checked));
        return Digests.of(Figures.of(result), contacts, 0);
    }

    /** Whether one goes out after something was told. */
    public static Decision decision(Digest digest, Told told, LocalDate asOf) {
        return Decision.of(digest, told, Map.of(), asOf, new Policy(7, 0, 7, 15));
    }
}
