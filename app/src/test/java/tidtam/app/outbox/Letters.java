package tidtam.app.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tidtam.app.SampleDigests;
import tidtam.app.store.Octets;
import tidtam.reports.warning.Digest;
import tidtam.reports.warning.Told;

/** Messages about the sample's divisions, as a run puts them into an outbox. */
final class Letters {
    static final Instant NOW = Instant.parse("2023-05-02T02:00:00Z");
    static final LocalDate AS_OF = SampleDigests.AS_OF;

    private Letters() {}

    static Digest digest(int division) {
        return SampleDigests.all().get(division);
    }

    static String id(int division, int number) {
        return digest(division).key() + "-" + number + "@example.go.th";
    }

    static byte[] mime(int division, int number) {
        return ("Message-ID: <" + id(division, number) + ">\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    static Outbox.Message message(int division, int number, String... addresses) {
        return new Outbox.Message(
                id(division, number),
                "division " + division,
                number,
                "subject " + number,
                new Octets(mime(division, number)),
                List.of(addresses),
                List.of());
    }

    /** Writes the first message about a division. */
    static long write(Outbox outbox, int division, String... addresses) {
        return write(outbox, AS_OF, division, message(division, 1, addresses));
    }

    static long write(Outbox outbox, LocalDate asOf, int division, Outbox.Message message) {
        return outbox.record(asOf + "-0", asOf, NOW, recording -> put(recording, asOf, division, Optional.of(message)));
    }

    static void put(Outbox.Recording recording, LocalDate asOf, int division, Optional<Outbox.Message> message) {
        recording.decision(
                digest(division),
                SampleDigests.decision(digest(division), Told.nothing(), asOf),
                "division " + division,
                message.map(one -> String.join(", ", one.addresses())).orElse(""),
                message);
    }

    /** How every mailbox stands. */
    static Map<String, Outbox.State> states(Outbox outbox) {
        return outbox.entries(0).stream()
                .filter(entry -> entry.state().isPresent())
                .collect(Collectors.toMap(
                        entry -> entry.address().orElseThrow(),
                        entry -> entry.state().orElseThrow()));
    }

    static Outbox.Entry entry(Outbox outbox, String address) {
        return outbox.entries(0).stream()
                .filter(entry -> entry.address().equals(Optional.of(address)))
                .findFirst()
                .orElseThrow();
    }
}
