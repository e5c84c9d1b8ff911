package tidtam.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.app.history.Decided;
import tidtam.app.history.Decision;
import tidtam.app.history.Decisions;
import tidtam.app.history.Verifier;

/** Many visitors at once; {@code bench/run.sh desk} sends more of them, for longer. */
class DeskLoadTest {
    private static final int READERS = 8;
    private static final int WRITERS = 4;
    private static final int EACH_READS = 12;
    private static final int EACH_WRITES = 8;

    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    @Test
    void nothing_is_refused_or_lost_while_many_read_and_write_and_runs_are_recorded(@TempDir Path folder)
            throws Exception {
        try (TestDesk desk = TestDesk.checked(folder)) {
            List<Browser> readers = List.of(desk.as(Role.AUDITOR), desk.as(Role.HEAD), desk.as(Role.VIEWER));
            String finding = "/findings/" + desk.fingerprint("กองคลัง");
            List<Browser> writers = List.of(desk.as(Role.AUDITOR), desk.as(Role.HEAD));
            List<String> forms =
                    writers.stream().map(writer -> writer.form("/password")).toList();
            List<Callable<Void>> visits = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                Browser reader = readers.get(i % readers.size());
                int first = i;
                visits.add(() -> read(reader, finding, first));
            }
            for (int i = 0; i < WRITERS; i++) {
                Browser writer = writers.get(i % writers.size());
                String form = forms.get(i % forms.size());
                int number = i;
                visits.add(() -> write(writer, form, finding, number));
            }
            visits.add(() -> {
                desk.office.run();
                return null;
            });
            together(visits);

            assertThat(refused).isEmpty();
            assertThat(accepted).hasSize(WRITERS * EACH_WRITES);
            assertThat(new Decisions(desk.database)
                            .all().stream().map(DeskLoadTest::words).toList())
                    .containsExactlyInAnyOrderElementsOf(accepted);
            assertThat(new Verifier(desk.database).verify(List.of()).faults()).isEmpty();
        }
    }

    private static void together(List<Callable<Void>> visits) throws Exception {
        ExecutorService visitors = Executors.newFixedThreadPool(visits.size());
        try {
            for (Future<Void> visit : visitors.invokeAll(visits)) {
                visit.get();
            }
        } finally {
            visitors.shutdownNow();
        }
    }

    private Void read(Browser reader, String finding, int first) {
        List<String> pages = List.of(
                "/", "/findings", "/findings?severity=ERROR&sort=days", "/findings?page=9&text=a", finding, "/log");
        for (int n = first; n < first + EACH_READS; n++) {
            expect(200, reader.get(pages.get(n % pages.size())));
        }
        return null;
    }

    private Void write(Browser writer, String form, String finding, int number) {
        for (int n = 0; n < EACH_WRITES; n++) {
            String text = "ผู้เขียน " + number + " ข้อ " + n;
            boolean done = n % 2 == 0
                    ? expect(303, writer.postWith(form, finding + "/comment", "text", text))
                    : expect(
                            303,
                            writer.postWith(form, finding + "/acknowledge", "reason", text, "promised", "2023-06-30"));
            if (done) {
                accepted.add(text);
            }
        }
        return null;
    }

    private boolean expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            refused.add(answer.request().uri() + ": " + answer.statusCode());
        }
        return answer.statusCode() == status;
    }

    private static String words(Decided decided) {
        if (decided.decision() instanceof Decision.Comment comment) {
            return comment.text();
        }
        return decided.decision() instanceof Decision.Acknowledge acknowledge ? acknowledge.reason() : "";
    }
}
