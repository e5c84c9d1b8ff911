package tidtam.app.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.app.outbox.Outbox.State;
import tidtam.app.store.Database;
import tidtam.app.store.DatabaseException;
import tidtam.app.store.DatabaseException.Why;
import tidtam.app.store.Octets;

class DatabaseTest {
    private static final String CLERK = "clerk@example.go.th";
    private static final String HEAD = "head@example.go.th";
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    @Test
    void a_folder_that_does_not_exist_is_made() {
        Path deep = folder.resolve("ข้อมูล ๒๕๖๖/tidtam data");

        Database.alone(deep).close();

        assertThat(deep.resolve(Database.FILE)).isNotEmptyFile();
    }

    @Test
    void where_nothing_was_kept_nothing_is_found_and_nothing_is_made() {
        assertThat(Database.find(folder.resolve("none"))).isEmpty();
        assertThat(Database.find(folder)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_database_that_was_only_begun_is_nothing_to_read() throws IOException {
        Files.createFile(file());

        assertThat(Database.find(folder)).isEmpty();
        Database.alone(folder).close();
        assertThat(found()).isEmpty();
    }

    @Test
    void is_read_while_another_writes() {
        try (Database database = Database.alone(folder)) {
            Letters.write(new Outbox(database), 0, CLERK);
            database.inTransaction(handle -> {
                int deleted = handle.execute("delete from delivery");
                assertThat(found()).extracting(Outbox.Entry::address).containsExactly(Optional.of(CLERK));
                return deleted;
            });
            assertThat(found()).extracting(Outbox.Entry::address).containsExactly(Optional.empty());
        }
    }

    @Test
    void who_only_reads_changes_nothing() {
        try (Database database = Database.alone(folder)) {
            Letters.write(new Outbox(database), 0, CLERK);
        }
        Database reading = Database.find(folder).orElseThrow();
        try (reading) {
            assertThat(why(() -> Letters.write(new Outbox(reading), 1, CLERK))).isEqualTo(Why.READ_ONLY);
        }
        assertThat(found()).hasSize(1);
    }

    @Test
    void is_open_to_one_at_a_time() {
        try (Database first = Database.alone(folder)) {
            assertThat(why(() -> Database.alone(folder))).isEqualTo(Why.IN_USE);
            Letters.write(new Outbox(first), 0, CLERK);
        }
        Database.alone(folder).close();
        assertThat(found()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void is_free_again_once_a_program_that_held_it_has_ended_or_died(boolean killed) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('o');
            assertThat(why(() -> Database.alone(folder))).isEqualTo(Why.IN_USE);
            if (killed) {
                other.destroyForcibly();
            } else {
                other.getOutputStream().close();
            }
            assertThat(other.waitFor()).isEqualTo(killed ? 137 : 0);
            Database.alone(folder).close();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_folder_that_is_a_file_cannot_be_written() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "a file");

        assertThat(why(() -> Database.alone(file))).isEqualTo(Why.READ_ONLY);
        assertThat(why(() -> Database.alone(file.resolve("below")))).isEqualTo(Why.READ_ONLY);
        assertThat(file).hasContent("a file");
    }

    @ParameterizedTest
    @CsvSource({"tidtam.lock, READ_ONLY", "tidtam.db, OTHER", "tidtam.db-wal, OTHER"})
    void a_folder_where_a_file_should_be_keeps_it_from_being_written(String name, Why why) throws IOException {
        Files.createDirectory(folder.resolve(name));

        assertThat(why(() -> Database.alone(folder))).isEqualTo(why);
    }

    /** Who may do everything, as root, is not kept from writing by permissions: the test is then not made. */
    @Test
    void a_folder_without_permission_to_write_is_told_and_what_is_there_stays() throws IOException {
        try (Database database = Database.alone(folder)) {
            Letters.write(new Outbox(database), 0, CLERK);
        }
        byte[] before = Files.readAllBytes(file());
        for (Path path : List.of(file(), folder.resolve("tidtam.lock"), folder)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x"));
        }
        try {
            assumeFalse(Files.isWritable(file()), "permissions do not bind this user");
            assertThat(why(() -> Database.alone(folder))).isEqualTo(Why.READ_ONLY);
        } finally {
            for (Path path : List.of(folder, file(), folder.resolve("tidtam.lock"))) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        assertThat(file()).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wal", "delete"})
    void what_a_newer_program_wrote_is_refused_and_not_changed(String journal) throws Exception {
        try (Database database = Database.alone(folder)) {
            Letters.write(new Outbox(database), 0, CLERK);
        }
        try (Connection newer = connection()) {
            execute(newer, "pragma journal_mode = " + journal);
            execute(
                    newer,
                    "insert into flyway_schema_history select installed_rank + 1000, '1000', 'later', type, 'V1000__later.sql', checksum, installed_by, installed_on, execution_time, success from flyway_schema_history where version = '1'");
            execute(newer, "create table later (a text)");
        }
        byte[] before = Files.readAllBytes(file());

        assertThat(why(() -> Database.alone(folder))).isEqualTo(Why.NEWER);
        assertThat(why(() -> Database.find(folder))).isEqualTo(Why.NEWER);

        assertThat(file()).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 5000})
    void a_file_that_is_no_database_is_told_and_not_changed(int kept) throws IOException {
        try (Database database = Database.alone(folder)) {
            Letters.write(new Outbox(database), 0, CLERK);
        }
        byte[] garbage = Files.readAllBytes(file());
        Arrays.fill(garbage, kept, garbage.length, (byte) 'x');
        Files.write(file(), garbage);

        assertThat(why(() -> Database.alone(folder))).isEqualTo(Why.DAMAGED);

        assertThat(file()).hasBinaryContent(garbage);
        assertThat(why(() -> Database.alone(folder))).as("the lock is free").isEqualTo(Why.DAMAGED);
    }

    @Test
    void what_another_program_holds_when_a_run_is_kept_is_told_and_kept_later() throws Exception {
        try (Database database = Database.alone(folder, SHORT)) {
            Outbox outbox = new Outbox(database);
            Letters.write(outbox, 0, CLERK);
            try (Connection other = connection()) {
                execute(other, "begin immediate");

                assertThat(why(() -> Letters.write(outbox, 1, HEAD))).isEqualTo(Why.LOCKED);

                execute(other, "rollback");
            }
            assertThat(Letters.states(outbox)).containsOnlyKeys(CLERK);
            Letters.write(outbox, 1, HEAD);
            assertThat(Letters.states(outbox)).containsOnlyKeys(CLERK, HEAD);
        }
    }

    @Test
    void what_another_program_holds_when_it_is_opened_is_told_and_opened_later() throws Exception {
        try (Database database = Database.alone(folder)) {
            Letters.write(new Outbox(database), 0, CLERK);
        }
        try (Connection other = connection()) {
            execute(other, "begin exclusive");

            try (Database second = Database.alone(folder, SHORT)) {
                assertThat(why(() -> Letters.write(new Outbox(second), 1, HEAD)))
                        .isEqualTo(Why.LOCKED);
            }

            execute(other, "rollback");
        }
        Database.alone(folder, SHORT).close();
        assertThat(found()).hasSize(1);
    }

    @Test
    void what_another_program_holds_while_a_mail_leaves_does_not_lose_it() throws Exception {
        try (Database database = Database.alone(folder, SHORT);
                Connection other = connection()) {
            Outbox outbox = new Outbox(database);
            Letters.write(outbox, 0, CLERK);

            outbox.mark(Letters.id(0, 1), List.of(CLERK), State.SENDING, "", Letters.NOW);
            execute(other, "begin immediate");
            assertThat(why(() -> outbox.mark(Letters.id(0, 1), List.of(CLERK), State.SENT, "250 ok", Letters.NOW)))
                    .isEqualTo(Why.LOCKED);
            execute(other, "rollback");
        }

        try (Database database = Database.alone(folder)) {
            Outbox outbox = new Outbox(database);
            outbox.recover(Letters.NOW);
            assertThat(Letters.states(outbox)).containsEntry(CLERK, State.UNCERTAIN);
            assertThat(outbox.open(Letters.NOW))
                    .extracting(Outbox.Open::message)
                    .containsExactly(Letters.id(0, 1));
        }
    }

    @Test
    void where_no_room_is_left_a_run_is_not_kept_and_what_was_kept_stays() {
        try (Database database = Database.alone(folder)) {
            Outbox outbox = new Outbox(database);
            Letters.write(outbox, 0, CLERK);
            int pages = database.inTransaction(handle ->
                    handle.createQuery("pragma page_count").mapTo(Integer.class).one());
            database.inTransaction(handle -> handle.createQuery("pragma max_page_count = " + (pages + 2))
                    .mapTo(Integer.class)
                    .one());
            Outbox.Message large = new Outbox.Message(
                    Letters.id(1, 1), "large", 1, "large", new Octets(new byte[1 << 20]), List.of(HEAD), List.of());

            assertThat(why(() -> Letters.write(outbox, Letters.AS_OF, 1, large)))
                    .isEqualTo(Why.FULL);

            assertThat(Letters.states(outbox)).containsOnlyKeys(CLERK);
            Letters.write(outbox, 1, HEAD);
            assertThat(Letters.states(outbox)).containsOnlyKeys(CLERK, HEAD);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5, LOCKED",
        "6, LOCKED",
        "517, LOCKED",
        "8, READ_ONLY",
        "1032, READ_ONLY",
        "14, READ_ONLY",
        "3, READ_ONLY",
        "11, DAMAGED",
        "779, DAMAGED",
        "26, DAMAGED",
        "13, FULL",
        "10, OTHER",
        "1, OTHER"
    })
    void every_code_of_the_database_has_a_meaning(int code, Why why) {
        SQLException sql = new SQLException("said", "", code);

        assertThat(DatabaseException.of(new IllegalStateException(new IllegalStateException(sql))))
                .extracting(DatabaseException::why)
                .isEqualTo(why);
    }

    @Test
    void what_is_no_fault_of_the_database_is_thrown_as_it_is() {
        IllegalArgumentException defect = new IllegalArgumentException("a defect");

        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> {
                    throw DatabaseException.of(defect);
                }))
                .isSameAs(defect);
    }

    private Path file() {
        return folder.resolve(Database.FILE);
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Outbox.Entry> found() {
        try (Database database = Database.find(folder).orElseThrow()) {
            return new Outbox(database).entries(0);
        }
    }

    private static Why why(ThrowingCallable doing) {
        DatabaseException thrown = catchThrowableOfType(DatabaseException.class, doing);
        assertThat(thrown).isNotNull();
        return Objects.requireNonNull(thrown).why();
    }
}
