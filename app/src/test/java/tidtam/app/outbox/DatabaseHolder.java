package tidtam.app.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tidtam.app.store.Database;

/** A program that holds the database of a folder until it is told to end, or is killed. */
final class DatabaseHolder {
    private DatabaseHolder() {}

    public static void main(String[] words) throws IOException {
        Database database = Database.alone(Path.of(words[0]));
        System.out.write("open\n".getBytes(StandardCharsets.US_ASCII));
        System.out.flush();
        if (System.in.read() < 0) {
            database.close();
        }
    }
}
