package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.app.history.NotedHeads;
import tidtam.app.history.Verification;
import tidtam.app.history.Verifier;
import tidtam.app.store.Database;
import tidtam.facts.Sha256;

/** What is recorded stays, whatever happens to the program and around it. */
class RecordingFaultsTest {
    @TempDir
    private Path folder;

    private RecordingOffice office;

    @BeforeEach
    void open() {
        office = new RecordingOffice(folder);
    }

    private Process start(String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Tidtam.class.getName()));
        all.addAll(List.of(words));
        all.addAll(List.of("--config", office.office().settings().toString()));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private Process check() throws IOException {
        return start("check", office.office().plan().toString(), "--quiet", "--as-of", "2566-04-30");
    }

    /** The database opens, and every head that was ever noted is still vouched for. */
    private Verification intact() throws IOException {
        Optional<Database> found = Database.find(office.office().data());
        if (found.isEmpty()) {
            return new Verification(0, Optional.empty(), List.of());
        }
        try (Database database = found.get()) {
            Verification verified =
                    new Verifier(database).verify(new NotedHeads(office.office().data()).all());
            assertThat(verified.faults()).isEmpty();
            return verified;
        }
    }

    @Test
    void who_is_killed_at_any_moment_of_a_run_leaves_a_whole_chain() throws Exception {
        Path wal = office.office().data().resolve(Database.FILE + "-wal");
        Path data = office.office().data().resolve(Database.FILE);
        Random random = new Random(1);
        long before = 0;
        for (int i = 0; i < 10; i++) {
            Process child = check();
            // The first ones while the database is made, the later ones around the transaction.
            while (child.isAlive() && !Files.exists(i < 3 ? data : wal)) {
                child.waitFor(1, TimeUnit.MILLISECONDS);
            }
            child.waitFor(random.nextInt(i < 3 ? 200 : 1500), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            long now = intact().records();
            assertThat(now).isBetween(before, before + 1);
            before = now;
        }
        assertThat(check().waitFor()).isEqualTo(Exit.FOUND);
        assertThat(intact().records()).isEqualTo(before + 1);
    }

    @Test
    void a_decision_that_was_told_is_kept_though_its_program_is_killed() throws Exception {
        office.checkFor("2566-04-30");
        String finding = office.finding(1);
        for (int i = 0; i < 3; i++) {
            Process child = start("comment", finding, "--text", "ความเห็น " + i);
            while (child.isAlive() && Files.size(folder.resolve("said")) == 0) {
                child.waitFor(1, TimeUnit.MILLISECONDS);
            }
            child.destroyForcibly().waitFor();
            assertThat(folder.resolve("said")).content().contains("ความเห็น " + i);
            assertThat(intact().records()).isEqualTo(i + 2L);
            assertThat(office.run("history", finding).out()).contains("ความเห็น " + i);
        }
    }

    @Test
    void two_programs_at_once_both_record() throws Exception {
        for (int i = 0; i < 2; i++) {
            Process one = check();
            Process other = check();
            assertThat(one.waitFor())
                    .as(Files.readString(folder.resolve("said")))
                    .isEqualTo(Exit.FOUND);
            assertThat(other.waitFor())
                    .as(Files.readString(folder.resolve("said")))
                    .isEqualTo(Exit.FOUND);
            assertThat(intact().records()).isEqualTo(2L * (i + 1));
        }
    }

    @Test
    void where_another_program_holds_the_database_the_table_is_printed_and_that_nothing_was_recorded_is_told()
            throws Exception {
        office.checkFor("2566-04-10");
        String finding = office.finding(1);
        try (Connection other = DriverManager.getConnection(
                        "jdbc:sqlite:" + office.office().data().resolve(Database.FILE));
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");

            Run run = office.check("--as-of", "2566-04-30");
            assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
            assertThat(run.out()).contains("ข้อผิดพลาด");
            assertThat(run.err()).contains("ไม่ได้บันทึกผลการตรวจ", "โปรแกรมอื่น");
            Run decision = office.run("comment", finding, "--text", "ก");
            assertThat(decision.exit()).isEqualTo(Exit.NOT_STARTED);
            assertThat(decision.out()).isEmpty();
            assertThat(decision.err()).contains("โปรแกรมอื่น");

            statement.execute("rollback");
        }
        assertThat(intact().records()).isEqualTo(1);
        assertThat(office.checkFor("2566-04-30").exit()).isEqualTo(Exit.FOUND);
        assertThat(intact().records()).isEqualTo(2);
    }

    /** Only who may mount file systems can make a small one: elsewhere the test is not made. */
    @Test
    void where_no_room_is_left_that_is_told_and_what_was_recorded_stays() throws Exception {
        Path small = Files.createDirectory(office.office().data());
        assumeTrue(mount("mount", "-t", "tmpfs", "-o", "size=600k", "none", small.toString()), "may not mount");
        try {
            Path plans = Files.createDirectory(folder.resolve("แผน"));
            int full = 0;
            long kept = 0;
            for (int i = 0; i < 30 && full < 2; i++) {
                Run.sampleIn(plans, "แผน.xlsx");
                Run run = office.run("check", plans.toString(), "--as-of", "2566-04-" + (i + 1));
                assertThat(run.out()).contains("ข้อผิดพลาด");
                if (run.exit() == Exit.NOT_STARTED) {
                    assertThat(run.err()).contains("ไม่ได้บันทึกผลการตรวจ");
                    full++;
                } else {
                    assertThat(run.exit()).as(run.err()).isEqualTo(Exit.FOUND);
                    kept++;
                }
                assertThat(intact().records()).isEqualTo(kept);
            }
            assertThat(full).isEqualTo(2);
        } finally {
            mount("umount", small.toString());
        }
    }

    private static boolean mount(String... words) {
        try {
            return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Someone saves the workbook again and again while it is checked. */
    @Test
    void what_is_kept_is_what_was_evaluated() throws Exception {
        byte[] late = Files.readAllBytes(office.office().plan());
        office.office().plans(RecordingOffice.IN_TIME, RecordingOffice.OTHER);
        byte[] inTime = Files.readAllBytes(office.office().plan());
        Thread saving = new Thread(() -> {
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                try {
                    Path part = Files.write(folder.resolve("part"), i % 2 == 0 ? late : inTime);
                    Files.move(
                            part,
                            office.office().plan(),
                            StandardCopyOption.REPLACE_EXISTING,
                            StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException e) {
                    return;
                }
            }
        });
        saving.start();
        List<Run> runs = new ArrayList<>();
        try {
            for (int i = 0; i < 8; i++) {
                runs.add(office.check("--json"));
            }
        } finally {
            saving.interrupt();
            saving.join();
        }
        for (int i = 0; i < runs.size(); i++) {
            Run again = office.run("replay", String.valueOf(i + 1), "--json");
            assertThat(again.err()).contains("ได้ผลเดิมทุกไบต์");
            assertThat(again.out()).isEqualTo(runs.get(i).out());
            String sha256 = runs.get(i).exit() == Exit.FOUND ? Sha256.of(late) : Sha256.of(inTime);
            assertThat(again.out()).contains(sha256);
        }
        intact();
    }
}
