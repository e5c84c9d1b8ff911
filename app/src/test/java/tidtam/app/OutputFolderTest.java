package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.reports.Language;

class OutputFolderTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void whatever_breaks_off_while_a_report_is_written_leaves_the_old_one_and_nothing_else() throws IOException {
        OutputFolder output = OutputFolder.open(folder.toString(), new Voice(Language.EN));
        output.write("findings.csv", out -> out.write('1'));
        assertThatThrownBy(() -> output.write("findings.csv", out -> {
                    out.write('2');
                    throw new IllegalStateException("broke off");
                }))
                .hasMessage("broke off");
        assertThatThrownBy(() -> output.write("findings.csv", out -> {
                    out.write('3');
                    throw new IOException("disk full");
                }))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.sentences())
                                .first()
                                .asString()
                                .contains("(disk full)"));
        assertThat(folder).isDirectoryContaining("glob:**findings.csv");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
        assertThat(folder.resolve("findings.csv")).hasContent("1");
    }

    @Test
    void a_file_is_no_folder_and_is_left_as_it_is() throws IOException {
        Path file = Files.writeString(folder.resolve("reports"), "mine");

        assertRefused(file);
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_refused() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false), "this file system knows no read-only folders");
        assumeFalse(Files.isWritable(locked), "run by a user who may write everywhere, such as root");

        assertRefused(locked);
    }

    private static void assertRefused(Path out) {
        assertThatThrownBy(() -> OutputFolder.open(out.toString(), new Voice(Language.EN)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.sentences())
                                .singleElement()
                                .asString()
                                .contains(out.toString(), "choose another folder with --out"));
    }

    @Test
    void a_file_too_large_to_have_been_written_here_is_not_read() throws IOException {
        OutputFolder output = OutputFolder.open(folder.toString(), new Voice(Language.EN));
        output.write("small.ics", out -> out.write('1'));
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("large.ics").toFile(), "rw")) {
            large.setLength(900L << 20);
        }
        assertThatThrownBy(() -> output.find("large.ics"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.sentences())
                                .containsExactly(output.path("large.ics")
                                        + ": too large for a file that tidtam wrote; move it away and try again"));
        assertThat(output.names(".ics")).containsExactly("small.ics");
    }
}
