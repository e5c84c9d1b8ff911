package tidtam.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.app.schedule.WatchedFolder.Found;
import tidtam.app.schedule.WatchedFolder.Unrest;

class WatchedFolderTest {
    private static final byte[] WORKBOOK = zip("[Content_Types].xml");

    @TempDir
    private Path folder;

    @Test
    void what_is_at_rest_is_given_at_once_by_name() throws Exception {
        Path second = write("ข.xlsx", WORKBOOK);
        Path first = write("ก.XLSX", WORKBOOK);
        Path old = write("old.xls", new byte[512]);
        write("notes.txt", new byte[1]);
        write("~$gone.xlsx", new byte[165]);
        write(".ก.xlsx.part.xlsx", new byte[3]);
        write("~WRL0001.xlsx", new byte[3]);
        Files.createDirectory(folder.resolve("deeper.xlsx"));
        Sleeps sleeps = new Sleeps();

        Found found = watched(sleeps).await();

        assertThat(found.atRest()).containsExactly(old, first, second);
        assertThat(found.restless()).isEmpty();
        assertThat(sleeps.slept).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void an_empty_folder_gives_nothing_and_a_folder_that_is_not_there_is_told() throws Exception {
        assertThat(watched(new Sleeps()).await().atRest()).isEmpty();
        assertThatThrownBy(() -> new WatchedFolder(folder.resolve("none"), Clock.systemUTC(), time -> {}).await())
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_workbook_that_grows_is_waited_for() throws Exception {
        Path file = write("plan.xlsx", Arrays.copyOf(WORKBOOK, 40));
        Sleeps sleeps = new Sleeps();
        sleeps.meanwhile = count -> {
            if (count <= 4) {
                write("plan.xlsx", Arrays.copyOf(WORKBOOK, count < 4 ? 40 + count : WORKBOOK.length));
            }
        };

        assertThat(watched(sleeps).await().atRest()).containsExactly(file);
        assertThat(sleeps.count).as("and once more without a change").isEqualTo(5);
    }

    @Test
    void a_workbook_rewritten_to_the_same_size_is_waited_for() throws Exception {
        Path file = write("plan.xlsx", WORKBOOK);
        Sleeps sleeps = new Sleeps();
        sleeps.meanwhile = count -> {
            if (count == 1) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2023-04-11T01:30:00Z")));
            }
        };

        watched(sleeps).await();

        assertThat(sleeps.count).isEqualTo(2);
    }

    @Test
    void what_does_not_come_to_rest_is_named_with_why_and_the_others_are_given() throws Exception {
        Path calm = write("calm.xlsx", WORKBOOK);
        Path half = write("half.xlsx", Arrays.copyOf(WORKBOOK, WORKBOOK.length - 1));
        Path reserved = write("reserved.xlsx", Arrays.copyOf(WORKBOOK, 200_000));
        Path empty = write("empty.xls", new byte[0]);
        Path excel = write("แผน.xlsx", WORKBOOK);
        write("~$แผน.xlsx", new byte[165]);
        Path office = write("office.xls", new byte[512]);
        write(".~lock.office.xls#", ",user,host,11.04.2023 08:30,file:///".getBytes(StandardCharsets.UTF_8));
        Path busy = write("busy.xlsx", WORKBOOK);
        Sleeps sleeps = new Sleeps();
        sleeps.meanwhile = count -> Files.setLastModifiedTime(busy, FileTime.from(Instant.EPOCH.plusSeconds(count)));

        Found found = watched(sleeps).await();

        assertThat(found.atRest()).containsExactly(calm);
        assertThat(found.restless())
                .containsExactly(
                        entry(busy, Unrest.CHANGING),
                        entry(empty, Unrest.INCOMPLETE),
                        entry(half, Unrest.INCOMPLETE),
                        entry(office, Unrest.OPEN),
                        entry(reserved, Unrest.INCOMPLETE),
                        entry(excel, Unrest.OPEN));
        assertThat(sleeps.slept).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_program_that_lets_go_of_a_workbook_ends_the_wait() throws Exception {
        Path file = write("plan.xlsx", WORKBOOK);
        Path owner = write("~$plan.xlsx", new byte[165]);
        Sleeps sleeps = new Sleeps();
        sleeps.meanwhile = count -> {
            if (count == 3) {
                Files.delete(owner);
            }
        };

        assertThat(watched(sleeps).await().atRest()).containsExactly(file);
        assertThat(sleeps.count).isEqualTo(3);
    }

    @Test
    void a_workbook_that_is_taken_away_is_no_longer_waited_for() throws Exception {
        Path half = write("half.xlsx", Arrays.copyOf(WORKBOOK, 60));
        Sleeps sleeps = new Sleeps();
        sleeps.meanwhile = count -> Files.deleteIfExists(half);

        Found found = watched(sleeps).await();

        assertThat(found).isEqualTo(new Found(List.of(), new TreeMap<>()));
    }

    /** What is encrypted, or is no workbook at all, is for its reader to refuse. */
    @ParameterizedTest
    @ValueSource(bytes = {(byte) 0xD0, 'x'})
    void what_is_no_zip_file_is_at_rest(byte first) throws Exception {
        byte[] other = new byte[600];
        other[0] = first;
        Path file = write("plan.xlsx", other);

        assertThat(watched(new Sleeps()).await().atRest()).containsExactly(file);
    }

    @Test
    void a_zip_file_may_end_in_a_comment() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a"));
            zip.setComment("x".repeat(60_000));
        }
        Path file = write("plan.xlsx", bytes.toByteArray());

        assertThat(watched(new Sleeps()).await().atRest()).containsExactly(file);
    }

    @Test
    void what_a_thread_writes_bit_by_bit_is_read_whole() throws Exception {
        Path file = folder.resolve("plan.xlsx");
        byte[] first = Arrays.copyOf(WORKBOOK, 10);
        Files.write(file, first);
        Thread writer = new Thread(() -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                for (byte octet : WORKBOOK) {
                    out.write(octet);
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        WatchedFolder watched = new WatchedFolder(
                folder, Duration.ofMillis(300), Duration.ofMinutes(1), Clock.systemUTC(), WatchedFolderTest::sleep);
        writer.start();

        Found found = watched.await();

        assertThat(found.atRest()).containsExactly(file);
        assertThat(watched.read(file, Files::readAllBytes)).isEqualTo(WORKBOOK);
        writer.join();
    }

    @Test
    void a_workbook_replaced_while_it_is_read_is_read_again() throws Exception {
        Path file = write("plan.xlsx", WORKBOOK);
        FileTime time = Files.getLastModifiedTime(file);
        byte[] other = WORKBOOK.clone();
        other[30] ^= 1;
        AtomicInteger reads = new AtomicInteger();
        Sleeps sleeps = new Sleeps();

        byte[] read = watched(sleeps).read(file, path -> {
            byte[] bytes = Files.readAllBytes(path);
            if (reads.incrementAndGet() == 1) {
                // Of the same size and time.
                Path part = write("part", other);
                Files.setLastModifiedTime(part, time);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return bytes;
        });

        assertThat(read).isEqualTo(other);
        assertThat(reads).hasValue(2);
    }

    @Test
    void a_workbook_that_is_changed_at_every_reading_is_given_up() throws Exception {
        Path file = write("plan.xlsx", WORKBOOK);
        AtomicInteger reads = new AtomicInteger();

        assertThatThrownBy(() -> watched(new Sleeps()).read(file, path -> {
                    Files.setLastModifiedTime(path, FileTime.from(Instant.EPOCH.plusSeconds(reads.incrementAndGet())));
                    return Files.readAllBytes(path);
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("changed while it was read");
        assertThatThrownBy(() -> watched(new Sleeps()).read(folder.resolve("none.xlsx"), Files::readAllBytes))
                .isInstanceOf(NoSuchFileException.class);
    }

    private WatchedFolder watched(Sleeps sleeps) {
        return new WatchedFolder(folder, sleeps.clock(), sleeps::sleep);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static void sleep(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }

    private static byte[] zip(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(new byte[100]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What others do while the program sleeps. */
    private interface Meanwhile {
        void happens(int count) throws IOException;
    }

    /** Time that passes only while someone sleeps. */
    private static final class Sleeps {
        private Duration slept = Duration.ZERO;
        private int count;
        private Meanwhile meanwhile = number -> {};

        void sleep(Duration time) {
            slept = slept.plus(time);
            count++;
            try {
                meanwhile.happens(count);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Clock clock() {
            return new Clock() {
                @Override
                public Instant instant() {
                    return Instant.EPOCH.plus(slept);
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            };
        }
    }
}
