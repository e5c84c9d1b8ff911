package tidtam.app.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The checks that were started at this desk; the oldest are forgotten. */
final class Checks {
    private static final int MOST = 50;

    private final Tokens tokens;
    private final Map<String, Office.Checking> checks = new LinkedHashMap<>();

    Checks(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Keeps one; gives what it is called in addresses. */
    synchronized String keep(Office.Checking checking) {
        String id = tokens.next();
        checks.put(id, checking);
        if (checks.size() > MOST) {
            checks.remove(checks.keySet().iterator().next());
        }
        return id;
    }

    synchronized Optional<Office.Checking> find(String id) {
        return Optional.ofNullable(checks.get(id));
    }
}
