package tidtam.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tidtam.engine.LimitRow;
import tidtam.engine.Parameters;
import tidtam.engine.obligations.Holidays;
import tidtam.facts.Division;
import tidtam.facts.Sha256;
import tidtam.rules.BuiltInRules;

/**
 * What identifies the rules and parameters of a run: {@code sha256:} over the names and contents of everything the rules jar holds, in
 * order, and the parameters. What Maven adds to the jar does not count, so that the jar and the folder it is made from give the same.
 */
final class RulesDigest {
    private RulesDigest() {}

    static String of(Parameters parameters, List<Division> divisions, Optional<RuleFolder> own) {
        try {
            Path place = Path.of(BuiltInRules.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            SortedMap<String, byte[]> entries = Files.isDirectory(place) ? ofFolder(place) : ofJar(place);
            entries.keySet()
                    .removeIf(name -> name.equals("META-INF/MANIFEST.MF") || name.startsWith("META-INF/maven/"));
            own.ifPresent(folder -> folder.judging().forEach((name, content) -> entries.put("own/" + name, content)));
            MessageDigest digest = Sha256.start();
            entries.forEach((name, content) -> {
                digest.update((name + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return "sha256:" + Sha256.hex(digest, text(parameters, divisions).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the rules cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the rules' place is no path", e);
        }
    }

    private static SortedMap<String, byte[]> ofJar(Path jar) throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return entries;
    }

    private static SortedMap<String, byte[]> ofFolder(Path folder) throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return entries;
    }

    /** The parameters in one order: that of a map or set differs from run to run. */
    private static String text(Parameters parameters, List<Division> divisions) {
        Holidays holidays = parameters.holidays();
        return List.of(
                        parameters.limits(),
                        parameters.holidayRule(),
                        new TreeMap<>(holidays.names()),
                        new TreeSet<>(holidays.fiscalYears()),
                        new TreeSet<>(holidays.provisional()),
                        new TreeMap<>(parameters.severities()),
                        new TreeMap<>(parameters.off()),
                        parameters.table().stream().map(LimitRow::signature).toList(),
                        divisions)
                .toString();
    }
}
