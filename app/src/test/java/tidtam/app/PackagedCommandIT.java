package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged folder, started as a process of its own. */
class PackagedCommandIT {
    private static final Path HOME = Path.of(Objects.requireNonNull(System.getProperty("tidtam.home")));
    private static final String COMMAND = HOME.resolve("bin/tidtam").toString();
    private static final Map<String, String> CRON = Map.of("PATH", "/usr/bin:/bin", "TIDTAM_ARCHIVE", "off");

    @TempDir
    Path folder = Path.of("");

    @Test
    void checks_a_thai_file_name_in_the_bare_surroundings_of_cron() throws Exception {
        Run run = start(CRON, COMMAND, "check", Run.sampleIn(folder, "แผน ๒๕๖๖.xlsx"), "--as-of", "๓๐/๔/๒๕๖๖");

        assertThat(run.exit()).isEqualTo(Exit.FOUND);
        assertThat(run.out())
                .contains("แผน ๒๕๖๖.xlsx", "องค์การบริหารส่วนตำบลจอม่วง")
                .doesNotContain("\u001B");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void gives_the_same_bytes_under_any_locale_and_time_zone() throws Exception {
        String[] words = {COMMAND, "check", Run.sampleIn(folder, "แผน.xlsx"), "--as-of", "2566-04-30", "--json"};
        Run plain = start(CRON, words);

        Map<String, String> elsewhere = Map.of(
                "PATH",
                "/usr/bin:/bin",
                "TIDTAM_ARCHIVE",
                "off",
                "LC_ALL",
                "C",
                "LANG",
                "th_TH.UTF-8",
                "TZ",
                "Asia/Tokyo");
        assertThat(start(elsewhere, words)).isEqualTo(plain);
        assertThat(plain.exit()).isEqualTo(Exit.FOUND);
    }

    @Test
    void starts_through_a_link_and_from_a_folder_with_spaces() throws Exception {
        Path spaced = Files.createDirectory(folder.resolve("โฟลเดอร์ มี ช่องว่าง"));
        copy(HOME, spaced.resolve("tidtam ใหม่"));
        Path link = Files.createSymbolicLink(
                folder.resolve("ลิงก์"), spaced.getFileName().resolve("tidtam ใหม่/bin/tidtam"));

        Run run = start(CRON, link.toString(), "--version");

        assertThat(run).isEqualTo(new Run(Exit.CLEAN, "Tidtam " + Version.get() + "\n", ""));
    }

    @Test
    void makes_a_class_data_archive_that_changes_nothing_a_user_sees() throws Exception {
        Path home = folder.resolve("home");
        copy(HOME, home);
        Map<String, String> surroundings = Map.of("PATH", "/usr/bin:/bin");
        String[] words = {
            home.resolve("bin/tidtam").toString(), "check", Run.sampleIn(folder, "plan.xlsx"), "--as-of", "2566-04-30"
        };

        Run without = start(surroundings, words);
        Path archive = awaitArchive(home.resolve("cache"));
        Run with = start(surroundings, words);

        assertThat(archive).isNotEmptyFile();
        assertThat(with).isEqualTo(without);
        assertThat(with.exit()).isEqualTo(Exit.FOUND);
        assertThat(with.err()).isEmpty();
        Files.write(archive, new byte[] {1, 2, 3});
        assertThat(start(surroundings, words)).as("with a broken archive").isEqualTo(without);
    }

    @Test
    void tries_the_rules_it_brings_and_loads_no_compiler_where_none_are_added() throws Exception {
        String examples = HOME.resolve("rules/examples/budget-link").toString();
        assertThat(start(CRON, COMMAND, "rules", "--test", examples).exit()).isEqualTo(Exit.CLEAN);

        String plan = Run.sampleIn(folder, "plan.xlsx");
        assertThat(loadedBy("check", plan, "--as-of", "2566-04-30"))
                .contains("tidtam.engine.RuleBase ")
                .doesNotContainPattern(
                        "tidtam\\.engine\\.added|OwnRules|RuleFolder|LimitTable|Settings(?:File|Yaml)|snakeyaml|antlr|javaparser|eclipse\\.jdt|drl\\.parser");
        assertThat(loadedBy("check", plan, "--as-of", "2566-04-30", "--rules", examples))
                .contains("tidtam.engine.added.RuleCompiler ");

        Run example = start(
                CRON,
                COMMAND,
                "check",
                plan,
                "--as-of=2566-04-30",
                "--config",
                HOME.resolve("conf/tidtam.example.yaml").toString(),
                "--rules",
                HOME.resolve("rules/examples/limits").toString());
        assertThat(example.exit()).isEqualTo(Exit.FOUND);
        assertThat(example.err()).isEmpty();
    }

    private String loadedBy(String... words) throws Exception {
        Path log = folder.resolve("classes-" + words.length + ".log");
        List<String> command = new ArrayList<>(List.of(COMMAND));
        command.addAll(List.of(words));
        Map<String, String> logging = Map.of(
                "PATH", "/usr/bin:/bin", "TIDTAM_ARCHIVE", "off", "TIDTAM_JAVA_OPTS", "-Xlog:class+load:file=" + log);
        assertThat(start(logging, command.toArray(String[]::new)).exit()).isEqualTo(Exit.FOUND);
        return Files.readString(log);
    }

    @Test
    void ends_quietly_where_its_reader_leaves() throws Exception {
        String workbook = Run.sampleIn(folder, "plan.xlsx");
        Run run = start(CRON, "/bin/sh", "-c", "'" + COMMAND + "' check '" + workbook + "' --json | head -c 1");

        assertThat(run).isEqualTo(new Run(0, "{", ""));
    }

    @Test
    void exits_with_2_where_standard_output_is_full() throws Exception {
        Run run = start(CRON, "/bin/sh", "-c", "'" + COMMAND + "' rules >/dev/full");

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.err().lines()).hasSize(1).first().asString().startsWith("tidtam: ");
    }

    @Test
    void brings_the_licences_of_all_it_brings_and_none_is_gpl_only() throws IOException {
        List<String> licences = Files.readAllLines(HOME.resolve("THIRD-PARTY.txt")).stream()
                .filter(line -> line.startsWith("     ("))
                .toList();
        try (Stream<Path> jars = Files.list(HOME.resolve("lib"))) {
            long brought = jars.filter(jar -> jar.toString().endsWith(".jar"))
                    .filter(jar -> !jar.toString().matches(".*/(facts|spreadsheets|engine|rules|reports|app)-[^/]*"))
                    .count();
            assertThat(licences).hasSize((int) brought);
        }
        assertThat(licences).allMatch(line -> line.matches(".*\\((?:[^()]*\\b(?:Apache|MIT|BSD|EPL)\\b[^()]*)\\).*"));
        assertThat(HOME.resolve("LICENSE")).isNotEmptyFile();
    }

    private static Run start(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        String out = text(process.getInputStream());
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), out, err.join());
    }

    private static String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The archive is made in the background; the word that it has been tried comes last. */
    private static Path awaitArchive(Path cache) throws IOException, InterruptedException {
        List<Path> found = new ArrayList<>();
        for (int tries = 0; tries < 600 && found.size() < 2; tries++) {
            Thread.sleep(100);
            if (Files.isDirectory(cache)) {
                try (Stream<Path> files = Files.list(cache)) {
                    found = files.filter(file -> file.toString().matches(".*\\.(jsa|key)")
                                    && !file.toString().matches(".*\\.\\d+\\.(jsa|key)"))
                            .sorted()
                            .toList();
                }
            }
        }
        assertThat(found).as("archive and key").hasSize(2);
        return found.get(0);
    }

    /** Copies the packaged folder without the archive that an earlier run may have left there. */
    private static void copy(Path from, Path to) throws IOException {
        Path cache = from.resolve("cache");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(each -> !each.startsWith(cache)).toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
