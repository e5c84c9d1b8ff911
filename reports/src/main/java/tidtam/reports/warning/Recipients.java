package tidtam.reports.warning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tidtam.facts.EmailAddress;

/**
 * To whom a mail goes.
 *
 * @param to empty where there is no one to write to
 * @param copies sorted, each another mailbox
 */
public record Recipients(Optional<EmailAddress> to, List<EmailAddress> copies) {
    static final Recipients NOBODY = new Recipients(Optional.empty(), List.of());

    static Recipients of(EmailAddress to) {
        return new Recipients(Optional.of(to), List.of());
    }

    /** The same, and one more by copy where it is another mailbox. */
    public Recipients copying(EmailAddress other) {
        boolean there = all().stream().anyMatch(known -> known.sent().equals(other.sent()));
        return there
                ? this
                : new Recipients(
                        to,
                        Stream.concat(copies.stream(), Stream.of(other))
                                .sorted(java.util.Comparator.comparing(EmailAddress::sent))
                                .toList());
    }

    /** Every mailbox. */
    public List<EmailAddress> all() {
        return Stream.concat(to.stream(), copies.stream()).toList();
    }

    /** Every mailbox in one line that is equal for equal sets. */
    String signature() {
        return String.join(
                ",", all().stream().map(EmailAddress::sent).sorted().distinct().toList());
    }
}
