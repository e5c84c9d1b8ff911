package tidtam.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tidtam.app.history.Verification.Fault;
import tidtam.app.history.Verification.What;

/** One octet of one text changed in every way, of which the database takes each. */
class AnyOctetTest {
    private static final List<String> COLUMNS = List.of("kind", "who", "content", "hash");
    private static Path place = Path.of("");
    private static Optional<Office> shared = Optional.empty();

    @BeforeContainer
    static void open() throws IOException {
        place = Files.createTempDirectory("octets");
        shared = Optional.of(VerifierTest.filled(place));
    }

    @AfterContainer
    static void close() throws IOException {
        shared.ifPresent(Office::close);
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(place);
    }

    @Property(tries = 300)
    void is_found(
            @ForAll @IntRange(min = 1, max = VerifierTest.RECORDS) int number,
            @ForAll @IntRange(max = 3) int column,
            @ForAll @IntRange(max = 100_000) int place,
            @ForAll @IntRange(min = 1, max = 255) int flip) {
        Office office = shared.orElseThrow();
        String name = COLUMNS.get(column);
        byte[] octets = office.database()
                .read(handle -> handle.createQuery(
                                "select cast(" + name + " as blob) from record where number = " + number)
                        .mapTo(byte[].class)
                        .one());
        byte[] before = octets.clone();
        octets[place % octets.length] ^= (byte) flip;
        write(office, name, number, octets);
        try {
            assertThat(office.verify().faults())
                    .extracting(Fault::record, Fault::what)
                    .contains(tuple((long) number, What.CHANGED));
        } finally {
            write(office, name, number, before);
        }
        assertThat(office.verify().faults()).isEmpty();
    }

    private static void write(Office office, String column, int number, byte[] octets) {
        office.tamper("update record set " + column + " = cast(x'"
                + HexFormat.of().formatHex(octets) + "' as text) where number = " + number);
    }
}
