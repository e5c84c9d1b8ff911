package tidtam.reports.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tidtam.facts.Division;
import tidtam.facts.DivisionFault;
import tidtam.facts.EmailAddress;
import tidtam.facts.Evaluation;

/**
 * Whom an agency has written to.
 *
 * @param fallBack about what has no division, or a division without a usable address
 * @param auditor about everything, once a week
 * @param allowed whether an address of a division may be written to
 */
public record Contacts(
        Optional<EmailAddress> fallBack, Optional<EmailAddress> auditor, Predicate<EmailAddress> allowed) {

    Section.Contact of(Optional<String> division, Evaluation evaluation) {
        if (division.isEmpty()) {
            return instead(Section.Missing.NO_DIVISION);
        }
        List<Division> list = evaluation.plan().records().divisions();
        Optional<Division> listed =
                list.stream().filter(one -> one.name().equals(division.get())).findFirst();
        if (listed.isEmpty()) {
            return instead(list.isEmpty() ? Section.Missing.NO_LIST : Section.Missing.NOT_LISTED);
        }
        Optional<EmailAddress> head = listed.get().email().flatMap(EmailAddress::find);
        if (head.isEmpty()) {
            boolean malformed = evaluation.plan().records().divisionFaults().stream()
                    .anyMatch(fault -> fault.code() == DivisionFault.Code.ADDRESS_MALFORMED
                            && fault.division().equals(division.get()));
            return instead(malformed ? Section.Missing.MALFORMED : Section.Missing.NO_ADDRESS);
        }
        if (!allowed.test(head.get())) {
            return instead(Section.Missing.NOT_ALLOWED);
        }
        Recipients recipients = Recipients.of(head.get());
        for (EmailAddress copy : copies(listed.get())) {
            recipients = allowed.test(copy) ? recipients.copying(copy) : recipients;
        }
        return new Section.Contact(recipients, Optional.empty());
    }

    /** The addresses of a plan's divisions to which nothing is sent because they are not allowed. */
    public List<EmailAddress> refused(Evaluation evaluation) {
        List<EmailAddress> refused = new ArrayList<>();
        for (Division division : evaluation.plan().records().divisions()) {
            division.email().flatMap(EmailAddress::find).ifPresent(refused::add);
            refused.addAll(copies(division));
        }
        return refused.stream().filter(allowed.negate()).distinct().toList();
    }

    private static List<EmailAddress> copies(Division division) {
        return division.copies().stream()
                .flatMap(copy -> EmailAddress.find(copy).stream())
                .toList();
    }

    private Section.Contact instead(Section.Missing why) {
        return new Section.Contact(fallBack.map(Recipients::of).orElse(Recipients.NOBODY), Optional.of(why));
    }
}
