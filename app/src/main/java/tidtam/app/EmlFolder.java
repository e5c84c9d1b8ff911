package tidtam.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tidtam.app.outbox.Transport;

/**
 * Where no server is named: each mail is a file that a mail program opens and can send. A message carried twice is the same file.
 */
final class EmlFolder implements Transport {
    /** How a reply begins that says where a mail was written. */
    static final String WRITTEN = "file ";

    private final Path folder;

    EmlFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Map<String, Result> carry(
            String id, String label, byte[] mime, List<String> addresses, Runnable beforeContent) throws Unavailable {
        String name = FileNames.of(List.of(label)).get(label) + " " + id.substring(0, id.indexOf('@')) + ".eml";
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            beforeContent.run();
            WholeFile.replace(file, out -> out.write(mime));
        } catch (IOException e) {
            throw new Unavailable(file + ": " + WholeFile.reason(e), e);
        }
        Map<String, Result> results = new LinkedHashMap<>();
        addresses.forEach(address -> results.put(address, new Result(Result.Kind.TAKEN, WRITTEN + file)));
        return results;
    }

    @Override
    public void close() {}
}
