package tidtam.app;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tidtam.facts.Sha256;

/** Names that people gave things, made into names of files: safe on every system, and different where the names are. */
final class FileNames {
    /** What no file may have in its name somewhere, and what is not seen. */
    private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private static final Pattern RESERVED =
            Pattern.compile("(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    /** Room is left for an ending and for what stands around the name while the file is written; file systems allow 255. */
    private static final int MOST_OCTETS = 160;

    private static final int DIGITS = 8;

    private FileNames() {}

    /** A file name for each name, without an ending; as {@link #of(Map)} of names that are their own keys. */
    static Map<String, String> of(List<String> names) {
        Map<String, String> wanted = new LinkedHashMap<>();
        names.forEach(name -> wanted.put(name, name));
        return of(wanted);
    }

    /**
     * A file name for each key, without an ending. Where a name had to be cut, or two would be the same file, a part of the key's hash follows,
     * so that a key has the same file in the next run, whatever stands before it.
     *
     * @param wanted the name that each key has
     */
    static Map<String, String> of(Map<String, String> wanted) {
        Map<String, Integer> files = new HashMap<>();
        wanted.values().forEach(name -> files.merge(sameFile(cut(cleaned(name))), 1, Integer::sum));
        Map<String, String> safe = new LinkedHashMap<>();
        wanted.forEach((key, name) -> {
            String whole = cleaned(name);
            String file = cut(whole);
            boolean told = file.equals(whole) && !file.isEmpty() && files.getOrDefault(sameFile(file), 1) == 1;
            safe.put(key, told ? file : (file + " " + hash(key)).strip());
        });
        return safe;
    }

    /** A file name for each workbook by its path, after its own, without an ending. */
    static Map<String, String> ofWorkbooks(List<String> paths) {
        Map<String, String> wanted = new LinkedHashMap<>();
        paths.forEach(path -> wanted.put(path, workbook(path)));
        return of(wanted);
    }

    private static String workbook(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static String cleaned(String name) {
        String cleaned = UNSAFE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll("-")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        return RESERVED.matcher(cleaned).matches() ? "_" + cleaned : cleaned;
    }

    private static String cut(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_OCTETS) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end).strip();
    }

    /** Equal where a file system that ignores case would take two names for one. */
    private static String sameFile(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String hash(String name) {
        return Sha256.of(name.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }
}
