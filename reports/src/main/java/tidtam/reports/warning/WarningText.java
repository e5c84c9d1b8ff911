package tidtam.reports.warning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.EmailAddress;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Severity;
import tidtam.reports.Addressees;
import tidtam.reports.RunInfo;
import tidtam.reports.Wording;
import tidtam.reports.history.ChainHead;

/** The words of one mail. Every text of a cell stands in it as one clean line; what is cut is said. */
public final class WarningText {
    private static final int TITLE = 90;
    private static final int QUOTE = 300;
    private static final int SUBJECT_DIVISIONS = 60;
    /** How many items of a division are told in full. */
    private static final int TOLD = 100;
    /** How many the auditor's summary names. */
    private static final int MOST_SERIOUS = 30;

    private final Digest digest;
    private final Decision decision;
    private final Told told;
    private final About about;
    private final Wording wording;
    private final List<Item> asking;
    private final List<Item> waived;
    private final int open;
    private final int fresh;
    private final int soon;
    private final int overdue;
    private final Blocks blocks = new Blocks();

    /**
     * What a mail says beside the digest.
     *
     * @param runId identifies the check
     * @param replyTo who reads the answers; empty where no one is named
     * @param copiedFrom from how many days overdue on the clerk gets a copy; empty where this mail has none
     * @param trialFor to whom it is meant, where it goes to someone else for a trial
     * @param attached names of the files that are attached
     * @param elsewhere where files are that are too large for that
     * @param head of the chain of records, to be kept with the mail; empty where the run is not recorded
     */
    public record About(
            RunInfo run,
            String runId,
            Optional<EmailAddress> replyTo,
            OptionalInt copiedFrom,
            Optional<Recipients> trialFor,
            List<String> attached,
            List<String> elsewhere,
            Optional<ChainHead> head) {}

    private WarningText(Digest digest, Decision decision, Told told, About about, Wording wording) {
        this.digest = digest;
        this.decision = decision;
        this.told = told;
        this.about = about;
        this.wording = wording;
        this.asking = digest.asking();
        this.waived = digest.waived();
        this.soon = (int) asking.stream().filter(Item::soon).count();
        this.open = asking.size() - soon;
        this.fresh = fresh(asking);
        this.overdue = asking.stream().mapToInt(Item::daysOverdue).max().orElse(0);
    }

    /** The words of a digest's mail, in the wording's language. */
    public static Letter of(Digest digest, Decision decision, Told told, About about, Wording wording) {
        return new WarningText(digest, decision, told, about, wording).letter();
    }

    private Letter letter() {
        String subject = subject();
        opening();
        if (digest.kind() == Digest.Kind.ROLL_UP) {
            rollUp();
        } else {
            sections();
            waived(TOLD);
            notes();
        }
        closing();
        return new Letter(
                subject,
                blocks.plain(wording::number),
                blocks.html(wording.language().code(), subject, wording::number));
    }

    private String subject() {
        List<String> state = new ArrayList<>();
        if (open > 0) {
            state.add(open(open, fresh));
        } else if (soon > 0) {
            state.add(wording.fill("mail.state.soon", Map.of("soon", soon)));
        } else {
            state.add(wording.line(
                    switch (decision.reason()) {
                        case ALL_RESOLVED -> "mail.state.settled";
                        case REST_WAIVED -> "mail.state.restWaived";
                        default -> "mail.state.clear";
                    }));
        }
        if (overdue > 0) {
            state.add(wording.fill("mail.state.overdue", Map.of("days", overdue)));
        }
        int year = digest.sections().stream()
                .mapToInt(section -> section.evaluation().round().fiscalYear())
                .max()
                .orElseThrow();
        String subject = wording.fill(
                "mail.subject",
                Map.of("year", year, "divisions", who(SUBJECT_DIVISIONS), "state", String.join(" ", state)));
        return about.trialFor().isPresent() ? wording.fill("mail.subject.trial", Map.of("subject", subject)) : subject;
    }

    private String open(int count, int first) {
        String said = wording.fill("mail.state.open", Map.of("open", count));
        return first == 0 ? said : said + " " + wording.fill("mail.state.fresh", Map.of("fresh", first));
    }

    /** The divisions that a digest is about, in so many columns. */
    public static String label(Digest digest, int columns, Wording wording) {
        if (digest.kind() == Digest.Kind.ROLL_UP) {
            return wording.line("mail.rollUp");
        }
        List<String> divisions = digest.divisions();
        return divisions.isEmpty() ? wording.line("mail.noDivision") : wording.quote(wording.list(divisions), columns);
    }

    private String who(int columns) {
        return label(digest, columns, wording);
    }

    /** How many of these are open and told for the first time. */
    private int fresh(List<Item> items) {
        return (int) items.stream()
                .filter(item -> !item.soon() && decision.fresh().contains(item.fingerprint()))
                .count();
    }

    private void opening() {
        about.trialFor()
                .ifPresent(
                        meant -> blocks.text(wording.fill("mail.redirected", Map.of("recipients", addresses(meant)))));
        blocks.text(wording.line("memo.to") + " " + wording.list(dear()));
        blocks.text(wording.fill(
                "mail.about",
                Map.of(
                        "agency", addressees().findAgency().orElseGet(() -> wording.line("mail.agency")),
                        "rounds", rounds(),
                        "asOf", about.run().asOf())));
        blocks.text(String.join(" · ", counts()));
        digest.missing()
                .ifPresent(why -> blocks.text(wording.fill(
                        why == Section.Missing.NO_DIVISION ? "mail.instead.plan" : "mail.instead",
                        Map.of("clerk", addressees().clerk(), "division", who(TITLE), "why", why))));
        if (!digest.whole()) {
            blocks.text(wording.line("mail.partial"));
        }
        blocks.text(wording.fill(
                "mail.why",
                Map.of("why", decision.reason(), "name", decision.reason().name())));
        about.copiedFrom().ifPresent(days -> blocks.text(wording.fill("mail.copied", Map.of("days", days))));
    }

    private List<String> dear() {
        return switch (digest.kind()) {
            case DIVISIONS ->
                digest.sections().stream()
                        .flatMap(section -> section.division().stream()
                                .map(name -> new Addressees(section.evaluation(), wording).head(name)))
                        .distinct()
                        .toList();
            case FALL_BACK -> List.of(addressees().clerk());
            case ROLL_UP -> List.of(wording.line("mail.auditor"));
        };
    }

    private List<String> rounds() {
        return digest.sections().stream()
                .map(section -> wording.round(section.evaluation().round()))
                .distinct()
                .toList();
    }

    private List<String> counts() {
        List<String> counts = new ArrayList<>();
        if (open > 0) {
            counts.add(wording.fill("mail.open", Map.of("divisions", who(TITLE), "open", open)));
        } else if (soon == 0) {
            counts.add(wording.fill("mail.clear", Map.of("divisions", who(TITLE))));
        }
        if (fresh > 0) {
            counts.add(wording.fill("mail.fresh", Map.of("fresh", fresh)));
        }
        if (overdue > 0) {
            counts.add(wording.fill("mail.overdue", Map.of("days", overdue)));
        }
        if (soon > 0) {
            counts.add(wording.fill("mail.soon", Map.of("soon", soon)));
        }
        int settled = settled();
        if (settled > 0) {
            counts.add(wording.fill("mail.settled", Map.of("count", settled)));
        }
        if (!waived.isEmpty()) {
            counts.add(wording.fill("mail.waived", Map.of("count", waived.size())));
        }
        int unknown = digest.kind() == Digest.Kind.ROLL_UP
                ? 0
                : digest.sections().stream().mapToInt(Section::notEvaluable).sum();
        if (unknown > 0) {
            counts.add(wording.fill("mail.notEvaluable", Map.of("count", unknown)));
        }
        return counts;
    }

    /** How much of what was told is settled. A reminder also ends when its report is overdue, so it counts only where nothing is open. */
    private int settled() {
        return (int) decision.settled().stream()
                .filter(fingerprint -> asking.isEmpty()
                        || Optional.ofNullable(told.known().get(fingerprint))
                                .filter(known -> known.severity() != Severity.INFO)
                                .isPresent())
                .count();
    }

    /** The division with the heaviest item comes first. */
    private void sections() {
        digest.sections().stream()
                .filter(section -> !asking(section).isEmpty())
                .sorted(Comparator.comparing(section -> asking(section).get(0), Item.ORDER))
                .forEach(section -> {
                    blocks.heading(name(section));
                    entries(asking(section), TOLD, item -> section);
                });
    }

    private static List<Item> asking(Section section) {
        return section.items().stream().filter(Item::asks).toList();
    }

    private void entries(List<Item> items, int most, Function<Item, Section> section) {
        for (int i = 0; i < Math.min(items.size(), most); i++) {
            entry(i + 1, items.get(i), section.apply(items.get(i)));
        }
        if (items.size() > most) {
            blocks.text(wording.fill("mail.more", Map.of("count", items.size() - most)));
        }
    }

    /** The division, and where the mail is about several rounds, which of them. */
    private String name(Section section) {
        String division = section.division().map(wording::quote).orElseGet(() -> wording.line("mail.noDivision"));
        return rounds().size() > 1
                ? division + " – " + wording.round(section.evaluation().round())
                : division;
    }

    private void entry(int number, Item item, Section section) {
        Finding finding = item.reported().finding();
        List<String> lines = new ArrayList<>();
        String guessed = finding.guessed() ? " " + wording.line("table.guessed") : "";
        lines.add(wording.sentence(item.reported()) + guessed);
        when(item).ifPresent(lines::add);
        if (!item.waived()) {
            lines.add(where(item, section.evaluation()));
        }
        List<String> small = new ArrayList<>();
        finding.cell().ifPresent(text -> small.add(quoted(text)));
        List<String> also = item.reported().divisions();
        if (also.size() > 1 || (digest.kind() == Digest.Kind.ROLL_UP && !also.isEmpty())) {
            small.add(wording.line("page.concerns") + " " + wording.divisions(also, section.evaluation()));
        }
        String style =
                item.waived() ? "waived" : item.reported().severity().name().toLowerCase(Locale.ROOT);
        blocks.entry(number, style, title(item, section.evaluation()), lines, small);
    }

    private String title(Item item, Evaluation evaluation) {
        List<MeasureId> measures = item.reported().finding().measures();
        String measure = measures.isEmpty()
                ? wording.line("table.plan")
                : wording.measure(measure(measures.get(0), evaluation).measure(), TITLE);
        String weight = item.soon() ? wording.line("mail.item.soon") : wording.weight(item.reported());
        return "[" + weight + "] " + measure;
    }

    private static PlannedMeasure measure(MeasureId id, Evaluation evaluation) {
        return evaluation.plan().measures().stream()
                .filter(planned -> planned.measure().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String quoted(CellText text) {
        String quote = wording.quote(text.quote(), QUOTE);
        return quote.isEmpty()
                ? wording.fill("mail.item.blank", Map.of("cell", text.cell()))
                : wording.fill("mail.item.cell", Map.of("cell", text.cell())) + " “" + quote + "”";
    }

    /** Due date, days overdue, and since when the recipients know. */
    private Optional<String> when(Item item) {
        Stream<Optional<String>> parts = Stream.of(
                item.due()
                        .map(due -> wording.fill(
                                item.periods() > 1 ? "mail.item.dueFirst" : "mail.item.due", Map.of("due", due))),
                item.daysOverdue() > 0
                        ? Optional.of(wording.fill("mail.item.overdue", Map.of("days", item.daysOverdue())))
                        : Optional.empty(),
                item.asks() ? Optional.of(since(item)) : Optional.empty());
        return parts.flatMap(Optional::stream).reduce((one, other) -> one + " · " + other);
    }

    private String since(Item item) {
        Optional<LocalDate> since = told.find(item).map(Told.Known::since);
        return since.map(day -> wording.fill("mail.item.since", Map.of("since", day)))
                .orElseGet(() -> wording.line("mail.item.fresh"));
    }

    /** What to write where. */
    private String where(Item item, Evaluation evaluation) {
        Finding finding = item.reported().finding();
        Optional<CellText> action = item.due().isPresent()
                ? finding.measures().stream()
                        .findFirst()
                        .flatMap(id -> Optional.ofNullable(
                                measure(id, evaluation).cells().get(Column.ACTION)))
                : Optional.empty();
        String report = evaluation.plan().records().log().isPresent() ? "mail.item.report.log" : "mail.item.report";
        return action.map(text -> wording.fill(report, Map.of("cell", text.cell())))
                .or(() -> finding.cell().map(text -> wording.fill("mail.item.correct", Map.of("cell", text.cell()))))
                .orElseGet(() -> wording.line("mail.item.plan"));
    }

    /** What is waived, with the reason; it asks for nothing. */
    private void waived(int most) {
        if (!waived.isEmpty()) {
            blocks.heading(wording.fill("mail.waived", Map.of("count", waived.size())));
            blocks.small(wording.line("mail.waived.says"));
            entries(waived, most, this::holder);
        }
    }

    /** What is only worth a look, a line each. */
    private void notes() {
        List<Item> notes = digest.notes();
        if (notes.isEmpty()) {
            return;
        }
        blocks.heading(wording.fill("mail.notes", Map.of("count", notes.size())));
        notes.stream().limit(TOLD).forEach(item -> {
            Finding finding = item.reported().finding();
            String cell = finding.cell()
                    .map(text -> wording.quote(text.cell().toString()) + ": ")
                    .orElse("");
            blocks.small(cell + wording.sentence(item.reported()));
        });
        if (notes.size() > TOLD) {
            blocks.small(wording.fill("mail.more", Map.of("count", notes.size() - TOLD)));
        }
    }

    private void rollUp() {
        for (Section section : digest.sections()) {
            List<Item> items = asking(section);
            if (section.division().isEmpty()
                    && items.isEmpty()
                    && section.notEvaluable() == 0
                    && section.items().stream().noneMatch(Item::waived)) {
                continue;
            }
            blocks.text(name(section) + ": " + String.join(" · ", states(section, items)) + " · "
                    + recipients(section.contact()));
        }
        if (!asking.isEmpty()) {
            blocks.heading(wording.line("mail.rollUp.most"));
            entries(asking, MOST_SERIOUS, this::holder);
        }
        waived(MOST_SERIOUS);
    }

    private List<String> states(Section section, List<Item> items) {
        List<String> states = new ArrayList<>();
        int near = (int) items.stream().filter(Item::soon).count();
        int longest = items.stream().mapToInt(Item::daysOverdue).max().orElse(0);
        if (items.size() > near) {
            states.add(open(items.size() - near, fresh(items)));
        } else if (near == 0) {
            states.add(wording.line("mail.state.clear"));
        }
        if (longest > 0) {
            states.add(wording.fill("mail.overdue", Map.of("days", longest)));
        }
        if (near > 0) {
            states.add(wording.fill("mail.state.soon", Map.of("soon", near)));
        }
        int excepted = (int) section.items().stream().filter(Item::waived).count();
        if (excepted > 0) {
            states.add(wording.fill("waiver.count", Map.of("count", excepted)));
        }
        if (section.notEvaluable() > 0) {
            states.add(wording.fill("mail.state.unknown", Map.of("unknown", section.notEvaluable())));
        }
        return states;
    }

    private String recipients(Section.Contact contact) {
        List<String> to = addresses(contact.recipients());
        return contact.missing()
                .filter(why -> to.isEmpty() || why != Section.Missing.NO_DIVISION)
                .map(why -> to.isEmpty()
                        ? wording.fill("mail.rollUp.nobody", Map.of("why", why))
                        : wording.fill("mail.rollUp.instead", Map.of("recipients", to, "why", why)))
                .orElseGet(() -> wording.fill("mail.rollUp.to", Map.of("recipients", to)));
    }

    private Section holder(Item item) {
        return digest.sections().stream()
                .filter(section -> section.items().contains(item))
                .findFirst()
                .orElseThrow();
    }

    private void closing() {
        blocks.heading(wording.line("mail.closing"));
        if (!about.attached().isEmpty()) {
            blocks.text(wording.fill("mail.attached", Map.of("names", about.attached())));
        }
        about.elsewhere()
                .forEach(path -> blocks.text(wording.line("mail.elsewhere").replace("{path}", wording.path(path))));
        if (digest.kind() != Digest.Kind.ROLL_UP && !asking.isEmpty()) {
            digest.missing()
                    .filter(why -> why != Section.Missing.NO_DIVISION)
                    .ifPresent(why -> blocks.text(wording.fill("mail.forward", Map.of("division", who(TITLE)))));
            answer().ifPresent(blocks::text);
        }
        blocks.small(wording.line("mail.counted"));
        blocks.small(wording.fill(
                "mail.automatic",
                Map.of("version", about.run().tidtam(), "asOf", about.run().asOf(), "run", about.runId())));
        about.head().ifPresent(head -> {
            blocks.small(wording.line("head.mail"));
            blocks.command("tidtam verify --head " + head);
        });
    }

    /** How to answer; the clerk's office itself is not sent to the clerk. */
    private Optional<String> answer() {
        return about.replyTo()
                .map(address -> wording.fill("mail.answer", Map.of("address", address.text())))
                .or(() -> Optional.of(digest.kind())
                        .filter(Digest.Kind.DIVISIONS::equals)
                        .map(kind -> wording.fill(
                                "mail.answer.clerk",
                                Map.of("clerk", addressees().clerk()))));
    }

    private static List<String> addresses(Recipients recipients) {
        return recipients.all().stream().map(EmailAddress::text).toList();
    }

    private Addressees addressees() {
        return new Addressees(digest.sections().get(0).evaluation(), wording);
    }
}
