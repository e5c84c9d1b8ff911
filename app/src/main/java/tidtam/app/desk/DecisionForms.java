package tidtam.app.desk;

import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidtam.app.history.Decision;
import tidtam.app.history.History;
import tidtam.app.history.WaiverRule;
import tidtam.facts.Folded;
import tidtam.facts.Sha256;
import tidtam.reports.history.ChainHead;
import tidtam.reports.history.Lifecycle;
import tidtam.spreadsheets.text.DateReader;

/** Takes what a person decides about a finding; what cannot be so is shown again with what is wrong. */
final class DecisionForms {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2400;

    private final Visit visit;
    private final History.Seen seen;
    private final String form;
    private final Map<String, String> faults = new LinkedHashMap<>();

    private DecisionForms(Visit visit, String form) {
        this.visit = visit;
        this.seen = FindingPage.seen(visit);
        this.form = form;
    }

    static void comment(Visit visit) {
        DecisionForms form = new DecisionForms(visit, "comment");
        form.answer(List.of("text"), new Decision.Comment(form.text("text")));
    }

    static void acknowledge(Visit visit) {
        DecisionForms form = new DecisionForms(visit, "acknowledge");
        String reason = form.text("reason");
        LocalDate promised = form.day("promised");
        if (promised.isBefore(visit.today())) {
            form.fault("promised", "fault.past");
        }
        form.answer(List.of("reason", "promised"), new Decision.Acknowledge(reason, promised));
    }

    static void waive(Visit visit) {
        DecisionForms form = new DecisionForms(visit, "waive");
        Decision.Waive waive =
                new Decision.Waive(form.within("reason"), form.within("approver"), form.day("from"), form.day("to"));
        int longest = visit.at().office().longestWaiver(form.seen.sighting().severity());
        WaiverRule.Parties parties = new WaiverRule.Parties(
                form.seen.sighting().divisions(), visit.at().history().heads(form.seen.run(), form.seen.plan()));
        WaiverRule.faults(waive, parties, visit.today(), longest)
                .forEach(fault -> form.faults.putIfAbsent(field(fault), visit.t("waiver." + fault, longest)));
        form.answer(List.of("reason", "approver", "from", "to"), waive);
    }

    private static String field(WaiverRule.Fault fault) {
        return switch (fault) {
            case REASON_MISSING -> "reason";
            case APPROVER_MISSING, APPROVER_IS_HEAD, APPROVER_IS_DIVISION -> "approver";
            case ENDS_BEFORE_START, ENDED, TOO_LONG -> "to";
        };
    }

    static void withdraw(Visit visit) {
        DecisionForms form = new DecisionForms(visit, "withdraw");
        long waiver = Visit.number(Optional.of(visit.field("waiver"))).orElse(0L);
        boolean standing =
                FindingPage.standing(visit.at()
                                .decisions()
                                .about(form.seen.sighting().fingerprint()))
                        .stream()
                        .anyMatch(one -> one.record() == waiver);
        if (!standing) {
            form.fault("waiver", "fault.waiver");
        }
        form.answer(List.of("reason", "waiver"), new Decision.Withdraw(waiver, form.text("reason")));
    }

    static void confirm(Visit visit) {
        DecisionForms form = new DecisionForms(visit, "confirm");
        if (form.seen.sighting().state() != Lifecycle.ABSENT) {
            form.fault("reason", "fault.notAbsent");
        }
        form.answer(List.of("reason"), new Decision.Confirm(form.text("reason")));
    }

    static void attach(Visit visit) throws IOException {
        DecisionForms form = new DecisionForms(visit, "attach");
        String note = form.text("note");
        String link = visit.field("link");
        Optional<UploadedFile> file =
                Optional.ofNullable(visit.context().uploadedFile("file")).filter(one -> one.size() > 0);
        if (file.isPresent()) {
            String name = FileName.last(file.get().filename());
            form.answer(List.of("note", "link"), new Decision.Attach(name, Optional.of(sha256(file.get())), note));
            return;
        }
        if (!secure(link)) {
            form.fault("link", "fault.link");
        }
        form.answer(List.of("note", "link"), new Decision.Attach(link, Optional.empty(), note));
    }

    /** Whether a text is a link that a page may offer. */
    static boolean secure(String link) {
        return link.length() <= Sizes.TEXT && Decision.Attach.secure(link);
    }

    private static String sha256(UploadedFile file) throws IOException {
        MessageDigest digest = Sha256.start();
        try (InputStream in = new DigestInputStream(file.content(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.hex(digest, new byte[0]);
    }

    /** A text that must be there. */
    private String text(String field) {
        String typed = within(field);
        if (Folded.of(typed).isEmpty()) {
            fault(field, "fault.missing");
        }
        return typed;
    }

    /** A text that is not too long. */
    private String within(String field) {
        String typed = visit.field(field);
        if (typed.length() > Sizes.TEXT) {
            faults.put(field, visit.t("fault.long", Sizes.TEXT));
        }
        return typed;
    }

    /** A day as the browser gives it, or as a person types it. */
    private LocalDate day(String field) {
        String typed = visit.field(field);
        Optional<LocalDate> day = iso(typed)
                .or(() -> DateReader.day(typed))
                .filter(one -> one.getYear() >= EARLIEST && one.getYear() <= LATEST);
        if (day.isEmpty()) {
            fault(field, "fault.day");
        }
        return day.orElse(visit.today());
    }

    /** A day of the common calendar; a Buddhist year is left to the reader of dates. */
    private static Optional<LocalDate> iso(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() < LATEST);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private void fault(String field, String key) {
        faults.putIfAbsent(field, visit.t(key));
    }

    private void answer(List<String> fields, Decision decision) {
        if (faults.isEmpty()) {
            ChainHead head = visit.at()
                    .decisions()
                    .decide(
                            seen.plan(),
                            seen.sighting().fingerprint(),
                            decision,
                            visit.moment(),
                            visit.person().name());
            visit.at().office().note(head);
            visit.go("/findings/" + seen.sighting().fingerprint() + "#decisions");
        } else {
            FindingPage.show(visit, 422, seen, form, new Visit.Typed(visit.fields(fields), faults));
        }
    }
}
