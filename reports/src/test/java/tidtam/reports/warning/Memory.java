package tidtam.reports.warning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Keeps what the recipients of a digest were told, as the outbox does. */
final class Memory {
    private Optional<LocalDate> last = Optional.empty();
    private final Map<String, Told.Known> known = new HashMap<>();

    Told told() {
        return new Told(last, Map.copyOf(known));
    }

    /** Notes what a decision settles and sends; of one that is held nothing. */
    void note(Digest digest, Decision decision, LocalDate asOf) {
        if (decision.held().isPresent()) {
            return;
        }
        decision.settled()
                .forEach(fingerprint -> known.computeIfPresent(
                        fingerprint,
                        (same, one) -> new Told.Known(
                                one.since(), one.step(), one.severity(), one.periods(), one.plan(), false)));
        if (decision.sends()) {
            last = Optional.of(asOf);
            digest.asking()
                    .forEach(item -> known.put(item.fingerprint(), known(item, decision, told().find(item), asOf)));
        }
    }

    private static Told.Known known(Item item, Decision decision, Optional<Told.Known> before, LocalDate asOf) {
        int none = Integer.MIN_VALUE;
        int step = Math.max(
                decision.steps().getOrDefault(item.fingerprint(), none),
                before.map(Told.Known::step).orElse(OptionalInt.empty()).orElse(none));
        return new Told.Known(
                before.map(Told.Known::since).orElse(asOf),
                step == none ? OptionalInt.empty() : OptionalInt.of(step),
                item.reported().severity(),
                item.periods(),
                item.plan(),
                true);
    }
}
