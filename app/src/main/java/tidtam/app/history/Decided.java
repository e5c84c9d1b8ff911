package tidtam.app.history;

import java.time.Instant;

/**
 * A decision as it was recorded.
 *
 * @param record its number in the chain
 * @param who took it down
 * @param plan whose finding it is about
 * @param fingerprint of that finding
 */
public record Decided(long record, Instant at, String who, String plan, String fingerprint, Decision decision) {}
