package tidtam.app;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

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

    /**
     * A file name for each name, without an ending. Where a name had to be cut, or two would be the same file, a part of the name's hash
     * follows, so that a name has the same file in the next run.
     */
    static Map<String, String> of(List<String> names) {
        Map<String, Integer> files = new HashMap<>();
        names.forEach(name -> files.merge(sameFile(cut(cleaned(name))), 1, Integer::sum));
        Map<String, String> safe = new LinkedHashMap<>();
        for (String name : names) {
            String whole = cleaned(name);
            String file = cut(whole);
            boolean told = file.equals(whole) && !file.isEmpty() && files.getOrDefault(sameFile(file), 1) == 1;
            safe.put(name, told ? file : (file + " " + hash(name)).strip());
        }
        return safe;
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
