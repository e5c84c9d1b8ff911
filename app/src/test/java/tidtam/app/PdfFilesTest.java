package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfFilesTest {
    @TempDir
    Path folder;

    private static List<Path> in(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.sorted().toList();
        }
    }

    @Test
    void two_workbooks_of_one_name_have_their_own_memos() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one"));
        Path other = Files.createDirectories(folder.resolve("other"));
        Path out = folder.resolve("out");
        Run run = Run.of(
                "check",
                Run.sampleIn(one, "แผน.xlsx"),
                Run.sampleIn(other, "แผน.xlsx"),
                "--quiet",
                "--format",
                "pdf",
                "--out",
                out.toString());

        assertThat(run.exit()).isEqualTo(Exit.FOUND);
        assertThat(in(out))
                .hasSize(11)
                .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .startsWith("%PDF-1.7")
                        .endsWith("%%EOF\n"));
        assertThat(in(out).stream().map(file -> file.getFileName().toString()))
                .contains("report.pdf")
                .filteredOn(name -> name.matches("memo-กองคลัง แผน [0-9a-f]{8}\\.pdf"))
                .hasSize(2);
    }

    @Test
    void names_the_memos_of_another_run_and_leaves_them() throws IOException {
        String plan = Run.sampleIn(folder, "plan.xlsx");
        Path out = Files.createDirectories(folder.resolve("out"));
        Run.write(out, "memo-กองเก่า.pdf", new byte[] {1});
        Run.write(out, "กองเก่า.pdf", new byte[] {1});
        String[] words = {"check", plan, "--quiet", "--format", "pdf", "--out", out.toString()};

        assertThat(Run.of(words).err().lines())
                .singleElement()
                .asString()
                .contains(out.resolve("memo-กองเก่า.pdf").toString(), "ไม่ได้เขียนในการตรวจครั้งนี้");
        assertThat(out.resolve("memo-กองเก่า.pdf")).isNotEmptyFile();
        Files.delete(out.resolve("memo-กองเก่า.pdf"));
        assertThat(Run.of(words).err()).isEmpty();
    }

    @Test
    void writes_the_same_bytes_again() throws IOException {
        String plan = Run.sampleIn(folder, "plan.xlsx");
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Run.of("check", plan, "--quiet", "--format", "pdf", "--out", first.toString(), "--lang", "en");
        Run.of("check", plan, "--quiet", "--format", "pdf", "--out", second.toString(), "--lang", "en");

        assertThat(in(first)).hasSize(6);
        for (Path file : in(first)) {
            assertThat(second.resolve(file.getFileName())).hasSameBinaryContentAs(file);
        }
    }
}
