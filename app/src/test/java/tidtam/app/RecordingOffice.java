package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An office that records its runs: the second quarter's report of the finance division is missing. */
final class RecordingOffice {
    static final String SETTINGS = """
            off:
              indicator-missing: ไม่ใช่เรื่องของการทดสอบนี้
              item-missing: ไม่ใช่เรื่องของการทดสอบนี้
            divisions:
              - name: กองคลัง
                head: นางสาวสมศรี ใจดี
                email: klang@example.go.th
            """;
    static final String[] LATE = {
        "การใช้งบประมาณ", "กองคลัง", "รายงานทุกไตรมาส", "รายงานแล้วเมื่อวันที่ ๒๕ ธันวาคม ๒๕๖๕"
    };
    static final String[] IN_TIME = {LATE[0], LATE[1], LATE[2], LATE[3] + " และวันที่ ๓๐ มีนาคม ๒๕๖๖"};
    static final String[] OTHER = {"การจัดซื้อจัดจ้าง", "กองช่าง", "รายงานทุกไตรมาส", IN_TIME[3]};
    private static final Pattern FINDING =
            Pattern.compile("^  ([0-9a-f]{12})  .*period-overdue|^  ([0-9a-f]{12})  ", Pattern.MULTILINE);

    private final WarnOffice office;

    RecordingOffice(Path folder) {
        office = new WarnOffice(folder).settings(SETTINGS).plans(LATE, OTHER);
    }

    WarnOffice office() {
        return office;
    }

    /** A command with the settings file, at a moment. */
    Run at(String moment, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", office.settings().toString()));
        Clock clock = Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
        return Run.in(Map.of("USER", "somchai"), clock, "", all.toArray(String[]::new));
    }

    /** The same on the morning of 30 April 2566. */
    Run run(String... words) {
        return at("2023-04-30T01:30:00Z", words);
    }

    Run check(String... words) {
        List<String> all = new ArrayList<>(List.of("check", office.plan().toString()));
        all.addAll(List.of(words));
        return run(all.toArray(String[]::new));
    }

    /** Checks for a day. */
    Run checkFor(String day) {
        return check("--quiet", "--as-of", day);
    }

    /** The first finding of a run. */
    String finding(long run) {
        Run shown = run("history", String.valueOf(run));
        assertThat(shown.exit()).as(shown.err()).isZero();
        Matcher finding = FINDING.matcher(shown.out());
        assertThat(finding.find()).as(shown.out()).isTrue();
        return finding.group().strip().substring(0, HistoryWords.SHORT);
    }

    void intact() {
        Run verify = run("verify");
        assertThat(verify.exit()).as(verify.out() + verify.err()).isZero();
    }
}
