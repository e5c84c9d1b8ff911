package tidtam.reports.warning;

import static tidtam.reports.warning.SamplePlan.CLERK;
import static tidtam.reports.warning.SamplePlan.SCHOOLS;
import static tidtam.reports.warning.SamplePlan.TREASURY;
import static tidtam.reports.warning.SamplePlan.WORKS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import tidtam.facts.Division;
import tidtam.facts.EmailAddress;
import tidtam.facts.Kind;
import tidtam.facts.Period;
import tidtam.facts.Severity;
import tidtam.reports.CheckResult;
import tidtam.reports.Figures;
import tidtam.reports.Recorded;
import tidtam.reports.Wording;
import tidtam.reports.history.RunHistory;

/** The mails of a made-up agency: a head of two divisions, a division without an address, and one where nothing is open any more. */
public final class SampleMails {
    private static final LocalDate AS_OF = LocalDate.of(2023, 4, 30);
    private static final Period FIRST_QUARTER = new Period(LocalDate.of(2022, 10, 1), LocalDate.of(2022, 12, 31));
    private static final Period SECOND_QUARTER = new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 3, 31));
    private static final String HEAD = "somchai@example.go.th";
    private static final EmailAddress OFFICE = new EmailAddress("saraban@example.go.th");
    private static final EmailAddress AUDITOR = new EmailAddress("auditor@example.go.th");
    private static final Policy POLICY = new Policy(7, 30, 7, 15);

    private SampleMails() {}

    /** The run that the mails are about. */
    public static CheckResult result() {
        return SamplePlan.result(SamplePlan.on(AS_OF)
                .logging()
                .lists(new Division(TREASURY, List.of(), Optional.of("นายสมชาย ใจดี"), Optional.of(HEAD), List.of()))
                .lists(SCHOOLS, HEAD)
                .lists(CLERK, "palad@example.go.th", "saraban@example.go.th")
                .listsMalformed(WORKS, "chang at example")
                .owes("2023-03-31", TREASURY)
                .claims(List.of(FIRST_QUARTER, SECOND_QUARTER), TREASURY)
                .misdates(Severity.WARNING, TREASURY, SCHOOLS)
                .owes(Kind.MONTHLY, new Period(LocalDate.of(2023, 4, 6), LocalDate.of(2023, 5, 5)), 0, SCHOOLS)
                .misdates(Severity.INFO, SCHOOLS)
                .owes("2023-04-15", WORKS)
                .lacks("E4"));
    }

    /** A run that is recorded, of a division with something waived, something whose waiver has ended, and of one where the rest is waived. */
    static CheckResult recorded() {
        CheckResult result = SamplePlan.result(SamplePlan.on(AS_OF)
                .lists(TREASURY, HEAD)
                .lists(CLERK, "palad@example.go.th")
                .owes("2023-03-31", TREASURY)
                .waived("2023-06-30", "=1+1 <b> รอคำสั่ง\u202E")
                .misdates(Severity.WARNING, TREASURY)
                .waived("2023-04-29", "รอเอกสาร")
                .misdates(Severity.WARNING, CLERK)
                .waived("2023-05-31", "รอสภา"));
        return result.with(new RunHistory(new TreeMap<>(), Recorded.HEAD));
    }

    /** The mails of that run by name. */
    public static Map<String, Letter> recorded(Wording wording) {
        CheckResult result = recorded();
        Map<String, Letter> letters = new LinkedHashMap<>();
        for (Digest digest : digests(result)) {
            Told told = digest.kind() == Digest.Kind.ROLL_UP ? Told.nothing() : before(digest);
            Decision decision = Decision.of(digest, told, Map.of(), AS_OF, POLICY);
            letters.put(
                    digest.kind() + " " + digest.divisions(),
                    WarningText.of(digest, decision, told, about(result, decision, Optional.empty()), wording));
        }
        return letters;
    }

    private static List<Digest> digests(CheckResult result) {
        return Digests.of(
                Figures.of(result), new Contacts(Optional.of(OFFICE), Optional.of(AUDITOR), address -> true), 0);
    }

    private static Digest digest(Digest.Kind kind, Optional<String> division) {
        return digests(result()).stream()
                .filter(digest -> digest.kind() == kind)
                .filter(digest -> digest.sections().stream()
                        .anyMatch(section -> section.division().equals(division)))
                .findFirst()
                .orElseThrow();
    }

    private static WarningText.About about(CheckResult result, Decision decision, Optional<Recipients> trialFor) {
        return new WarningText.About(
                result.run(),
                "25660430-0700",
                Optional.of(OFFICE),
                decision.copiesClerk() ? OptionalInt.of(POLICY.copyClerkFrom()) : OptionalInt.empty(),
                trialFor,
                List.of("บันทึกข้อความ.pdf"),
                List.of("/srv/tidtam/แผน/ตาราง.xlsx"),
                result.history().map(RunHistory::head));
    }

    private static Told.Known known(LocalDate since, Severity severity, OptionalInt step) {
        return new Told.Known(since, step, severity, 1, "2566/1", true);
    }

    /** What was told of all that is overdue a week before, and of something that is settled since. */
    private static Told before(Digest digest) {
        Map<String, Told.Known> known = new HashMap<>();
        Stream.concat(digest.asking().stream(), digest.waived().stream())
                .filter(item -> item.daysOverdue() > 0 || item.waived())
                .forEach(item -> known.put(
                        item.fingerprint(),
                        known(LocalDate.of(2023, 4, 1), item.reported().severity(), OptionalInt.of(15))));
        known.put("settled", known(LocalDate.of(2023, 3, 1), Severity.WARNING, OptionalInt.empty()));
        return new Told(Optional.of(AS_OF.minusDays(7)), known);
    }

    private static Letter letter(Digest digest, Told told, Optional<Recipients> trialFor, Wording wording) {
        Decision decision = Decision.of(digest, told, Map.of(), AS_OF, POLICY);
        return WarningText.of(digest, decision, told, about(result(), decision, trialFor), wording);
    }

    /** Each kind of mail by name. */
    public static Map<String, Letter> letters(Wording wording) {
        Digest heads = digest(Digest.Kind.DIVISIONS, Optional.of(TREASURY));
        Digest works = digest(Digest.Kind.FALL_BACK, Optional.of(WORKS));
        Digest plan = digest(Digest.Kind.FALL_BACK, Optional.empty());
        Digest all = digest(Digest.Kind.ROLL_UP, Optional.empty());
        Digest clerk = digest(Digest.Kind.DIVISIONS, Optional.of(CLERK));
        Map<String, Letter> letters = new LinkedHashMap<>();
        letters.put("heads", letter(heads, before(heads), Optional.empty(), wording));
        letters.put("trial", letter(heads, Told.nothing(), Optional.of(heads.recipients()), wording));
        letters.put("fall-back", letter(works, Told.nothing(), Optional.empty(), wording));
        letters.put("plan", letter(plan, Told.nothing(), Optional.empty(), wording));
        letters.put("roll-up", letter(all, before(all), Optional.empty(), wording));
        letters.put("all-resolved", letter(clerk, before(clerk), Optional.empty(), wording));
        return letters;
    }

    /** The subject and plain text of each. */
    public static String text(Map<String, Letter> letters) {
        StringBuilder text = new StringBuilder();
        letters.forEach((name, letter) -> text.append("===== ")
                .append(name)
                .append('\n')
                .append(letter.subject())
                .append("\n\n")
                .append(letter.plain())
                .append('\n'));
        return text.toString();
    }

    /** The page that the first of them gets. */
    public static String page(Map<String, Letter> letters) {
        return letters.entrySet().iterator().next().getValue().html();
    }

    /** All mails of a run, each as a first one and as a trial. */
    public static List<Letter> first(CheckResult result, Wording wording) {
        List<Letter> letters = new ArrayList<>();
        for (Digest digest : digests(result)) {
            for (Optional<Recipients> trialFor :
                    List.of(Optional.<Recipients>empty(), Optional.of(digest.recipients()))) {
                Decision decision = Decision.of(digest, Told.nothing(), Map.of(), AS_OF, POLICY);
                letters.add(
                        WarningText.of(digest, decision, Told.nothing(), about(result, decision, trialFor), wording));
            }
        }
        return letters;
    }
}
