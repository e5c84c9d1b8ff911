package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
                .isInstanceOf(Refused.class);
        assertThat(folder).isDirectoryContaining("glob:**findings.csv");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
        assertThat(folder.resolve("findings.csv")).hasContent("1");
    }
}
