package tidtam.app;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tidtam.facts.EmailAddress;
import tidtam.reports.CheckResult;
import tidtam.reports.Figures;
import tidtam.reports.history.Lifecycle;
import tidtam.reports.history.Sighting;
import tidtam.reports.warning.Acknowledgement;
import tidtam.reports.warning.Decision;
import tidtam.reports.warning.Digest;
import tidtam.reports.warning.Digests;
import tidtam.reports.warning.Guard;
import tidtam.reports.warning.Item;
import tidtam.reports.warning.MailReason;
import tidtam.reports.warning.Policy;
import tidtam.reports.warning.Told;

/**
 * What a run has to tell whom, and whether it does: the path from a check's result to decisions. It knows no files, clock or server.
 *
 * @param trip what keeps the whole run from telling anything
 */
record WarningRun(
        CheckResult result,
        Figures figures,
        List<Decided> decided,
        SortedMap<String, Digests.Flags> flags,
        Optional<Guard.Trip> trip) {
    /** The auditor's week. */
    private static final int ROLL_UP_DAYS = 7;

    /**
     * A digest and whether it goes out.
     *
     * @param copied whether the clerk was added to its recipients
     */
    record Decided(Digest digest, Told told, Decision decision, boolean copied) {
        /** Whether it would go out, if there were someone to write to. */
        boolean unaddressed() {
            return decision.sends() && digest.recipients().to().isEmpty();
        }

        /** Whether a mail is written. */
        boolean written() {
            return decision.sends() && digest.recipients().to().isPresent();
        }
    }

    /**
     * Decides.
     *
     * @param promises what heads answered, by fingerprint
     * @param told what the recipients of a digest were told before, by its key
     * @param flagged the divisions of which an error was found before, by agency
     * @param dayOff whether no one works on the as-of date
     */
    static WarningRun of(
            CheckResult result,
            WarningSettings settings,
            SettingsFile.Escalation escalation,
            Map<String, Promise> promises,
            Function<String, Told> told,
            Function<Set<String>, Map<String, Set<String>>> flagged,
            boolean dayOff) {
        Figures figures = Figures.of(result);
        Policy policy =
                new Policy(settings.repeatDays(), settings.heartbeatDays(), ROLL_UP_DAYS, escalation.copyClerk());
        LocalDate asOf = result.run().asOf();
        Set<String> absent = absent(result);
        List<Decided> decided = Digests.of(figures, settings.contacts(), escalation.head()).stream()
                .map(digest -> {
                    Told before = told.apply(digest.key());
                    Decision decision =
                            Decision.of(digest, before, acknowledged(digest, promises), absent, asOf, policy);
                    Digest sent = copied(digest, decision, settings.clerk());
                    return new Decided(
                            sent, before, decision, !sent.recipients().equals(digest.recipients()));
                })
                .toList();
        SortedMap<String, Digests.Flags> flags = Digests.flags(figures);
        if (dayOff && !settings.sentOnDaysOff()) {
            return new WarningRun(result, figures, held(decided, MailReason.HELD_HOLIDAY), flags, Optional.empty());
        }
        int mails = (int) decided.stream().filter(Decided::written).count();
        Optional<Guard.Trip> trip = new Guard(settings.mostMails(), settings.mostNewlyFlagged())
                .trips(mails, flags, flagged.apply(flags.keySet()));
        return new WarningRun(
                result, figures, trip.isPresent() ? held(decided, MailReason.HELD_GUARD) : decided, flags, trip);
    }

    /**
     * What a head answered to a finding.
     *
     * @param given the day of the answer
     * @param promised the day by which the matter is to be settled
     */
    record Promise(LocalDate given, LocalDate promised) {}

    private static Set<String> absent(CheckResult result) {
        return result.history().stream()
                .flatMap(history -> history.plans().values().stream())
                .flatMap(plan -> plan.in(Lifecycle.ABSENT).stream())
                .map(Sighting::fingerprint)
                .collect(Collectors.toSet());
    }

    /** Each holds the step of the ladder that followed the day on which it was given. */
    private static Map<String, Acknowledgement> acknowledged(Digest digest, Map<String, Promise> promises) {
        Map<String, Acknowledgement> acknowledged = new HashMap<>();
        for (Item item : digest.asking()) {
            Optional.ofNullable(promises.get(item.fingerprint()))
                    .ifPresent(promise -> item.stepAfter(promise.given())
                            .ifPresent(step -> acknowledged.put(
                                    item.fingerprint(), new Acknowledgement(step, promise.promised()))));
        }
        return acknowledged;
    }

    private static Digest copied(Digest digest, Decision decision, Optional<EmailAddress> clerk) {
        return decision.copiesClerk()
                        && clerk.isPresent()
                        && digest.recipients().to().isPresent()
                ? digest.sentTo(digest.recipients().copying(clerk.get()))
                : digest;
    }

    private static List<Decided> held(List<Decided> all, MailReason by) {
        return all.stream()
                .map(one -> new Decided(one.digest(), one.told(), one.decision().held(by), one.copied()))
                .toList();
    }

    /** Whether nothing is to be told because of the day, or because it is too much. */
    boolean held() {
        return decided.stream().anyMatch(one -> one.decision().held().isPresent());
    }
}
