package tidtam.app.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tidtam.facts.Folded;

/** What a waiver must be before it may be recorded. */
public final class WaiverRule {
    private static final Pattern TITLE = Pattern.compile(
            "(?:นางสาว|นาง|นาย|ว่าที่|ร้อย(?:ตรี|โท|เอก)|พัน(?:ตรี|โท|เอก)|(?:พัน)?จ่า(?:สิบ)?(?:ตรี|โท|เอก)|สิบ(?:ตรี|โท|เอก)|(?:[\\p{L}\\p{M}]{1,4}\\.)+)\\s*");

    private WaiverRule() {}

    /** What is wrong with a waiver. */
    public enum Fault {
        REASON_MISSING,
        APPROVER_MISSING,
        /** Who heads a division cannot approve for it. */
        APPROVER_IS_HEAD,
        /** A division is no person. */
        APPROVER_IS_DIVISION,
        ENDS_BEFORE_START,
        /** Its last day is before today. */
        ENDED,
        TOO_LONG
    }

    /**
     * Who might not approve.
     *
     * @param concerned the divisions that the finding concerns; none where it concerns the plan
     * @param heads of every division of the plan, as {@link History#heads} gives them
     */
    public record Parties(Collection<String> concerned, Collection<History.DivisionHead> heads) {
        private boolean division(String approver) {
            return concerned.stream().anyMatch(name -> Folded.of(name).equals(approver))
                    || heads.stream()
                            .anyMatch(head -> Folded.of(head.division()).equals(approver));
        }

        private boolean head(String approver) {
            Set<String> folded = concerned.stream().map(Folded::of).collect(Collectors.toSet());
            return heads.stream()
                    .filter(head -> folded.contains(Folded.of(head.division())))
                    .map(head -> untitled(head.name()))
                    .anyMatch(name -> !name.isEmpty() && (approver.contains(name) || name.contains(approver)));
        }
    }

    /** A name in folded form without the titles and ranks before it. */
    private static String untitled(String name) {
        String rest = name.strip();
        for (Matcher title = TITLE.matcher(rest); title.lookingAt(); title = TITLE.matcher(rest)) {
            rest = rest.substring(title.end());
        }
        return Folded.of(rest.isEmpty() ? name : rest);
    }

    /**
     * Everything that is wrong with it; nothing where it may be recorded. A head is known by name, with or without a title before it or a
     * position after it.
     *
     * @param longest that it may be, in days, both ends counted
     */
    public static List<Fault> faults(Decision.Waive waive, Parties parties, LocalDate today, int longest) {
        List<Fault> faults = new ArrayList<>();
        if (Folded.of(waive.reason()).isEmpty()) {
            faults.add(Fault.REASON_MISSING);
        }
        String approver = Folded.of(waive.approver());
        if (approver.isEmpty()) {
            faults.add(Fault.APPROVER_MISSING);
        } else if (parties.division(approver)) {
            faults.add(Fault.APPROVER_IS_DIVISION);
        } else if (parties.head(untitled(waive.approver()))) {
            faults.add(Fault.APPROVER_IS_HEAD);
        }
        if (waive.to().isBefore(waive.from())) {
            faults.add(Fault.ENDS_BEFORE_START);
        } else if (ChronoUnit.DAYS.between(waive.from(), waive.to()) + 1 > longest) {
            faults.add(Fault.TOO_LONG);
        }
        if (waive.to().isBefore(today)) {
            faults.add(Fault.ENDED);
        }
        return List.copyOf(faults);
    }
}
