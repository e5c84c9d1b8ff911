package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.reports.Language;

class ReportWriterTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private ReportWriter.Written write(ReportFile... files) {
        Voice voice = new Voice(Language.EN);
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                80,
                false,
                Clock.systemUTC(),
                Map.of());
        Command.Session session = new Command.Session(surroundings, voice, new Output(surroundings.out(), voice));
        return new ReportWriter(OutputFolder.open(folder.toString(), voice), session).write(List.of(files));
    }

    @Test
    void a_form_that_breaks_off_is_named_and_the_others_are_written() {
        ReportWriter.Written written = write(
                new ReportFile("a.txt", out -> out.write('a')),
                new ReportFile("broken.txt", out -> {
                    out.write('b');
                    throw new IllegalStateException("broke off");
                }),
                new ReportFile("c.txt", out -> out.write('c')));

        assertThat(written.names()).containsExactly("a.txt", "c.txt");
        assertThat(written.left()).extracting(NotWritten::why).containsExactly(NotWritten.Why.DEFECT);
        assertThat(folder.resolve("a.txt")).hasContent("a");
        assertThat(folder.resolve("c.txt")).hasContent("c");
        assertThat(folder.resolve("broken.txt")).doesNotExist();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("broken.txt", "a defect of the program");
    }

    @Test
    void what_cannot_be_made_keeps_its_own_sentence() {
        ReportWriter.Written written = write(new ReportFile("a.txt", out -> {
            throw new NotWritten("a.xls: no", NotWritten.Why.NEVER_MADE);
        }));

        assertThat(written.names()).isEmpty();
        assertThat(written.left()).extracting(NotWritten::why).containsExactly(NotWritten.Why.NEVER_MADE);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("tidtam: a.xls: no");
    }
}
