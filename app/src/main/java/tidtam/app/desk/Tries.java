package tidtam.app.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tidtam.facts.Folded;

/** Counts wrong passwords for a name from an address, whether or not there is such an account. */
final class Tries {
    static final int MOST = 5;
    static final Duration LOCKED = Duration.ofMinutes(15);
    /** So many names and addresses are remembered before those that ended are forgotten. */
    private static final int MANY = 10_000;

    private record Failed(int times, Instant last) {
        boolean over(Instant now) {
            return !now.isBefore(last.plus(LOCKED));
        }
    }

    private final Map<String, Failed> failed = new HashMap<>();

    /** Counts a try before the password is looked at, so that many at once count too; whether it may be made. */
    synchronized boolean begin(String name, String address, Instant now) {
        if (failed.size() > MANY) {
            failed.values().removeIf(one -> one.over(now));
        }
        String key = key(name, address);
        Failed before = failed.getOrDefault(key, new Failed(0, now));
        if (before.times() >= MOST && !before.over(now)) {
            return false;
        }
        failed.put(key, new Failed(before.over(now) ? 1 : before.times() + 1, now));
        return true;
    }

    /** The password was right. */
    synchronized void succeeded(String name, String address) {
        failed.remove(key(name, address));
    }

    private static String key(String name, String address) {
        return Folded.of(name) + "\n" + address;
    }
}
