package tidtam.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tidtam.engine.Parameters;
import tidtam.engine.obligations.Holidays;
import tidtam.rules.BuiltInRules;

/**
 * What identifies the rules and parameters of a run: {@code sha256:} over the names and contents of everything the rules jar holds, in
 * order, and the parameters. What Maven adds to the jar does not count, so that the jar and the folder it is made from give the same.
 */
final class RulesDigest {
    private RulesDigest() {}

    static String of(Parameters parameters) {
        try {
            URI rules = BuiltInRules.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            Path place = Path.of(rules);
            MessageDigest digest = Sha256.start();
            if (Files.isDirectory(place)) {
                add(place, digest);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    add(jar.getPath("/"), digest);
                }
            }
            return "sha256:" + Sha256.hex(digest, text(parameters).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the rules cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the rules' place is no path", e);
        }
    }

    /** The parameters in one order: that of a map or set differs from run to run. */
    private static String text(Parameters parameters) {
        Holidays holidays = parameters.holidays();
        return List.of(
                        parameters.limits(),
                        parameters.holidayRule(),
                        new TreeMap<>(holidays.names()),
                        new TreeSet<>(holidays.years()),
                        holidays.source(),
                        new TreeMap<>(parameters.severities()))
                .toString();
    }

    private static void add(Path root, MessageDigest digest) throws IOException {
        SortedMap<String, Path> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .forEach(
                            file -> entries.put(root.relativize(file).toString().replace('\\', '/'), file));
        }
        entries.keySet().removeIf(name -> name.equals("META-INF/MANIFEST.MF") || name.startsWith("META-INF/maven/"));
        for (Map.Entry<String, Path> entry : entries.entrySet()) {
            byte[] content = Files.readAllBytes(entry.getValue());
            digest.update((entry.getKey() + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        }
    }
}
