package tidtam.app.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tidtam.app.DeskPlans;
import tidtam.app.history.History;
import tidtam.facts.Severity;
import tidtam.reports.CheckResult;
import tidtam.reports.Language;
import tidtam.reports.Wording;

/** A program around the desk in which everything is real but the clock and the folder of plans. */
final class TestOffice implements Office {
    private final History history;
    private final Map<String, byte[]> plans = new TreeMap<>();
    private final Map<Long, CheckResult> results = new ConcurrentHashMap<>();
    private volatile ZonedDateTime now = ZonedDateTime.of(2023, 5, 2, 9, 0, 0, 0, ZoneId.of("Asia/Bangkok"));

    TestOffice(History history) {
        this.history = history;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Checks the plans and records it. */
    synchronized long run() {
        CheckResult result = DeskPlans.result(plans, now.toLocalDate());
        long run = DeskPlans.record(history, result, plans, now.toInstant(), "ทดสอบ");
        results.put(run, result);
        return run;
    }

    synchronized void plan(String name, byte[] workbook) {
        plans.put(name, workbook);
    }

    synchronized List<String> names() {
        return List.copyOf(plans.keySet());
    }

    @Override
    public ZonedDateTime now() {
        return now;
    }

    @Override
    public Wording wording(Language language) {
        return DeskPlans.wording(language);
    }

    @Override
    public Optional<CheckResult> result(long run) {
        return Optional.ofNullable(results.get(run));
    }

    @Override
    public String whyNot(long run, Language language) {
        return "another program's run " + run;
    }

    @Override
    public List<Report> reports(long run, Language language) {
        return List.of(new Report("report.html", "text/html"), new Report("memo-กองคลัง\".pdf", "application/pdf"));
    }

    @Override
    public void write(long run, Language language, String name, OutputStream out) throws IOException {
        out.write(("of " + run).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Checking upload(String name, byte[] workbook, String who) {
        plan(name, workbook);
        return check(who);
    }

    @Override
    public Checking check(String who) {
        long run = run();
        return new Checking() {
            @Override
            public String progress(Language language) {
                return "1/1";
            }

            @Override
            public boolean ended() {
                return true;
            }

            @Override
            public Optional<Long> run() {
                return Optional.of(run);
            }

            @Override
            public List<String> told(Language language) {
                return List.of();
            }
        };
    }

    @Override
    public int longestWaiver(Severity severity) {
        return severity == Severity.ERROR ? 90 : 180;
    }

    @Override
    public boolean dayOff(LocalDate day) {
        return false;
    }
}
