package tidtam.reports.warning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether a digest goes out, and why.
 *
 * @param reason what speaks for or against it
 * @param held what keeps it from going out all the same
 * @param fresh fingerprints of the items that are told for the first time
 * @param settled fingerprints of what was told and is no longer found
 * @param steps the step of the ladder that counts as told once the mail has gone out, by fingerprint
 * @param copiesClerk whether something is so long overdue that the clerk is to see it
 */
public record Decision(
        MailReason reason,
        Optional<MailReason> held,
        Set<String> fresh,
        Set<String> settled,
        Map<String, Integer> steps,
        boolean copiesClerk) {

    /** Whether a mail goes out. */
    public boolean sends() {
        return reason.sent() && held.isEmpty();
    }

    /** The name under which the decision is kept: what holds a mail, else the reason. */
    public MailReason named() {
        return held.orElse(reason);
    }

    /** The same, held where it would go out. */
    public Decision held(MailReason by) {
        return reason.sent()
                ? new Decision(reason, Optional.of(held.orElse(by)), fresh, settled, steps, copiesClerk)
                : this;
    }

    /**
     * Decides for a day.
     *
     * @param told what the digest's recipients were told before
     * @param acknowledged what heads answered, by fingerprint
     */
    public static Decision of(
            Digest digest, Told told, Map<String, Acknowledgement> acknowledged, LocalDate asOf, Policy policy) {
        return of(digest, told, acknowledged, Set.of(), asOf, policy);
    }

    /**
     * The same where it is known what became of findings.
     *
     * @param absent fingerprints of what is out of sight but not settled: nobody is told that it is
     */
    public static Decision of(
            Digest digest,
            Told told,
            Map<String, Acknowledgement> acknowledged,
            Set<String> absent,
            LocalDate asOf,
            Policy policy) {
        List<Item> asking = digest.asking();
        Set<String> fresh = asking.stream()
                .filter(item -> told.find(item).isEmpty())
                .map(Item::fingerprint)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Told.Known> gone = told.without(asking);
        // The plan of a round that is over is not checked any more: what it left open is no news.
        gone.values().removeIf(known -> known.plan().compareTo(digest.firstPlan()) < 0);
        // What is waived asks for nothing and is not settled either.
        Set<String> waived = digest.waived().stream().map(Item::fingerprint).collect(Collectors.toSet());
        boolean restWaived = gone.keySet().removeAll(waived);
        Set<String> settled = new TreeSet<>(gone.keySet());
        // What is withheld may be what was told: a reminder ends when its report is overdue.
        settled.removeIf(fingerprint -> absent.contains(fingerprint)
                || digest.withheld() > 0
                || Optional.ofNullable(gone.get(fingerprint))
                        .filter(known -> digest.plansKnown().contains(known.plan()))
                        .isEmpty());
        Judging judging = new Judging(asking, told, acknowledged, asOf, policy);
        MailReason reason = digest.kind() == Digest.Kind.ROLL_UP
                ? judging.rollUp()
                : asking.isEmpty()
                        ? judging.nothingOpen(
                                !settled.isEmpty() && settled.size() == gone.size(), restWaived, digest.complete())
                        : judging.open(fresh);
        return new Decision(
                reason,
                Optional.empty(),
                fresh,
                settled,
                judging.steps(),
                digest.kind() != Digest.Kind.ROLL_UP && judging.copiesClerk());
    }

    private record Judging(
            List<Item> asking, Told told, Map<String, Acknowledgement> acknowledged, LocalDate asOf, Policy policy) {
        MailReason open(Set<String> fresh) {
            if (told.last().isEmpty()) {
                return MailReason.FIRST;
            } else if (!fresh.isEmpty()) {
                return MailReason.NEW_FINDINGS;
            } else if (asking.stream().anyMatch(this::worse)) {
                return MailReason.WORSENED;
            } else if (asking.stream().anyMatch(this::higher)) {
                return MailReason.ESCALATED;
            }
            return after(policy.repeatDays(), MailReason.REPEAT_DUE);
        }

        MailReason nothingOpen(boolean allSettled, boolean restWaived, boolean complete) {
            if (allSettled) {
                return restWaived ? MailReason.REST_WAIVED : MailReason.ALL_RESOLVED;
            }
            return complete && told.last().isPresent() && policy.heartbeatDays() > 0
                    ? after(policy.heartbeatDays(), MailReason.HEARTBEAT)
                    : MailReason.NOTHING_NEW;
        }

        MailReason rollUp() {
            MailReason weekly = asking.isEmpty() ? MailReason.HEARTBEAT : MailReason.REPEAT_DUE;
            return told.last().isEmpty() ? MailReason.FIRST : after(policy.rollUpDays(), weekly);
        }

        private MailReason after(int days, MailReason due) {
            long since =
                    told.last().map(last -> ChronoUnit.DAYS.between(last, asOf)).orElse(0L);
            return since >= days ? due : MailReason.NOTHING_NEW;
        }

        private boolean worse(Item item) {
            return told.find(item)
                    .filter(known -> item.reported().severity().compareTo(known.severity()) < 0
                            || item.periods() > known.periods())
                    .isPresent();
        }

        private boolean higher(Item item) {
            OptionalInt step = step(item);
            OptionalInt before = told.find(item).map(Told.Known::step).orElse(OptionalInt.empty());
            return step.isPresent() && (before.isEmpty() || step.getAsInt() > before.getAsInt());
        }

        /** The step that counts: one that an acknowledgement holds is as if it had not been passed. */
        private OptionalInt step(Item item) {
            return held(item) ? told.find(item).map(Told.Known::step).orElse(OptionalInt.empty()) : item.step();
        }

        private boolean held(Item item) {
            return Optional.ofNullable(acknowledged.get(item.fingerprint()))
                    .filter(given -> item.step().isPresent()
                            && item.step().getAsInt() == given.step()
                            && !asOf.isAfter(given.promised()))
                    .isPresent();
        }

        Map<String, Integer> steps() {
            return asking.stream()
                    .filter(item -> step(item).isPresent())
                    .collect(Collectors.toMap(
                            Item::fingerprint, item -> step(item).getAsInt(), Math::max, java.util.TreeMap::new));
        }

        boolean copiesClerk() {
            return asking.stream()
                    .anyMatch(item ->
                            item.daysOverdue() > 0 && item.daysOverdue() >= policy.copyClerkFrom() && !held(item));
        }
    }
}
