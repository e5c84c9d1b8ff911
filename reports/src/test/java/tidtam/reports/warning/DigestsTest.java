package tidtam.reports.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.reports.warning.SamplePlan.CLERK;
import static tidtam.reports.warning.SamplePlan.SCHOOLS;
import static tidtam.reports.warning.SamplePlan.TREASURY;
import static tidtam.reports.warning.SamplePlan.WORKS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tidtam.facts.Division;
import tidtam.facts.EmailAddress;
import tidtam.facts.Evaluation;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.Figures;

class DigestsTest {
    private static final String HEAD = "head@example.go.th";
    private static final String OTHER = "other@example.go.th";
    private static final String COPY = "copy@example.go.th";
    private static final String OUTSIDE = "head@elsewhere.example";
    private static final EmailAddress FALL_BACK = new EmailAddress("office@example.go.th");
    private static final EmailAddress AUDITOR = new EmailAddress("auditor@example.go.th");
    private static final Contacts CONTACTS = new Contacts(
            Optional.of(FALL_BACK),
            Optional.empty(),
            address -> address.domain().equals("example.go.th"));
    private static final Contacts NO_FALL_BACK = new Contacts(Optional.empty(), Optional.empty(), address -> true);

    private static SamplePlan plan() {
        return SamplePlan.on("2023-04-30");
    }

    private static List<Digest> digests(SamplePlan... plans) {
        return Digests.of(SamplePlan.figures(plans), CONTACTS, 0);
    }

    private static List<Digest> only(Digest.Kind kind, List<Digest> digests) {
        return digests.stream().filter(digest -> digest.kind() == kind).toList();
    }

    private static List<Digest> toHeads(SamplePlan... plans) {
        return only(Digest.Kind.DIVISIONS, digests(plans));
    }

    /** The fall-back digest about a division. */
    private static Digest instead(Optional<String> division, List<Digest> digests) {
        return only(Digest.Kind.FALL_BACK, digests).stream()
                .filter(digest -> digest.sections().get(0).division().equals(division))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_head_of_two_divisions_gets_one_digest_with_a_section_of_each() {
        List<Digest> digests = toHeads(plan().lists(TREASURY, HEAD)
                .lists(WORKS, HEAD)
                .lists(SCHOOLS, OTHER)
                .misdates(Severity.ERROR, TREASURY)
                .misdates(Severity.WARNING, TREASURY, WORKS)
                .misdates(Severity.WARNING, SCHOOLS));

        assertThat(digests).extracting(Digest::divisions).containsExactly(List.of(SCHOOLS), List.of(TREASURY, WORKS));
        Digest both = digests.get(1);
        assertThat(both.recipients()).isEqualTo(Recipients.of(new EmailAddress(HEAD)));
        assertThat(both.missing()).isEmpty();
        assertThat(both.sections())
                .extracting(section -> section.items().size())
                .containsExactly(2, 1);
        assertThat(both.asking()).hasSize(2);
    }

    @Test
    void one_head_with_different_copies_gets_two_digests() {
        assertThat(toHeads(plan().lists(TREASURY, HEAD).lists(WORKS, HEAD, COPY)))
                .extracting(digest -> digest.recipients().all().size())
                .containsExactly(1, 2);
        assertThat(toHeads(plan().lists(TREASURY, HEAD, COPY).lists(WORKS, HEAD, COPY)))
                .hasSize(1);
    }

    @Test
    void a_copy_to_the_head_and_a_second_one_to_the_same_mailbox_are_none() {
        assertThat(toHeads(plan().lists(TREASURY, HEAD, HEAD, COPY, COPY)))
                .singleElement()
                .satisfies(digest -> assertThat(digest.recipients().all())
                        .extracting(EmailAddress::text)
                        .containsExactly(HEAD, COPY));
    }

    @Test
    void the_letter_case_and_script_of_a_domain_make_no_other_mailbox() {
        assertThat(toHeads(plan().lists(TREASURY, HEAD).lists(WORKS, "head@EXAMPLE.Go.Th")))
                .hasSize(1);
        assertThat(toHeads(plan().lists(TREASURY, HEAD).lists(WORKS, "Head@example.go.th")))
                .hasSize(2);
        Figures figures = SamplePlan.figures(
                plan().lists(TREASURY, "head@ตัวอย่าง.ไทย").lists(WORKS, "head@xn--72c1a1bt4awk9o.xn--o3cw4h"));
        assertThat(only(Digest.Kind.DIVISIONS, Digests.of(figures, NO_FALL_BACK, 0)))
                .hasSize(1);
    }

    @Test
    void what_several_workbooks_of_an_agency_say_of_a_head_is_one_digest() {
        SamplePlan first = plan().lists(TREASURY, HEAD).misdates(Severity.ERROR, TREASURY);
        SamplePlan second = plan().in(2)
                .of(" องค์การบริหารส่วนตำบล จอม่วง")
                .lists(TREASURY, HEAD)
                .misdates(Severity.ERROR, TREASURY);

        assertThat(toHeads(first, second)).singleElement().satisfies(digest -> {
            assertThat(digest.sections())
                    .extracting(section -> section.evaluation().round().toString())
                    .containsExactly("2566/1", "2566/2");
            assertThat(digest.divisions()).containsExactly(TREASURY);
            assertThat(digest.asking()).hasSize(2);
            assertThat(digest.plansKnown()).containsExactlyInAnyOrder("2566/1", "2566/2");
        });
    }

    @Test
    void a_finding_that_stands_in_two_copies_of_a_plan_is_asked_for_once() {
        SamplePlan original = plan().lists(TREASURY, HEAD).misdates(Severity.WARNING, TREASURY);
        SamplePlan copy = plan().lists(TREASURY, HEAD).misdates(Severity.ERROR, TREASURY);

        assertThat(toHeads(original, copy)).singleElement().satisfies(digest -> {
            assertThat(digest.sections()).hasSize(2);
            assertThat(digest.asking())
                    .extracting(item -> item.reported().severity())
                    .containsExactly(Severity.ERROR);
        });
    }

    @Test
    void two_agencies_with_one_head_are_two_digests() {
        List<Digest> digests = toHeads(
                plan().lists(TREASURY, HEAD).misdates(Severity.ERROR, TREASURY),
                plan().of("เทศบาลตำบลข้างเคียง").lists(TREASURY, HEAD).misdates(Severity.WARNING, TREASURY));

        assertThat(digests).extracting(digest -> digest.asking().size()).containsExactly(1, 1);
        assertThat(digests).extracting(Digest::agency).doesNotHaveDuplicates().isSorted();
        assertThat(digests).extracting(Digest::key).doesNotHaveDuplicates();
    }

    @Test
    void a_digest_is_called_the_same_whatever_is_found() {
        Digest empty = toHeads(plan().lists(TREASURY, HEAD)).get(0);
        Digest full = toHeads(plan().lists(TREASURY, HEAD).misdates(Severity.ERROR, TREASURY))
                .get(0);

        assertThat(full.key()).isEqualTo(empty.key());
        assertThat(toHeads(plan().lists(TREASURY, OTHER)).get(0).key()).isNotEqualTo(empty.key());
    }

    @Test
    void a_division_that_cannot_be_written_to_is_a_digest_of_its_own_that_says_why() {
        List<Digest> digests = digests(plan().lists(CLERK, HEAD)
                .listsWithoutAddress(TREASURY)
                .listsMalformed(WORKS, "head at example")
                .lists(SCHOOLS, OUTSIDE)
                .misdates(Severity.ERROR, TREASURY, WORKS, SCHOOLS, "กองสาธารณสุข")
                .lacks("E4"));

        assertThat(only(Digest.Kind.FALL_BACK, digests))
                .hasSize(5)
                .allSatisfy(digest -> {
                    assertThat(digest.recipients()).isEqualTo(Recipients.of(FALL_BACK));
                    assertThat(digest.sections()).hasSize(1);
                    assertThat(digest.asking()).hasSize(1);
                })
                .extracting(Digest::key)
                .doesNotHaveDuplicates();
        assertThat(instead(Optional.of(TREASURY), digests).missing()).contains(Section.Missing.NO_ADDRESS);
        assertThat(instead(Optional.of(WORKS), digests).missing()).contains(Section.Missing.MALFORMED);
        assertThat(instead(Optional.of(SCHOOLS), digests).missing()).contains(Section.Missing.NOT_ALLOWED);
        assertThat(instead(Optional.of("กองสาธารณสุข"), digests).missing()).contains(Section.Missing.NOT_LISTED);
        assertThat(instead(Optional.empty(), digests).missing()).contains(Section.Missing.NO_DIVISION);
    }

    @Test
    void without_a_list_no_division_has_an_address() {
        assertThat(instead(Optional.of(TREASURY), digests(plan().misdates(Severity.ERROR, TREASURY)))
                        .missing())
                .contains(Section.Missing.NO_LIST);
    }

    @Test
    void a_malformed_address_for_copies_does_not_keep_the_head_from_being_told() {
        Division division =
                new Division(TREASURY, List.of(), Optional.empty(), Optional.of(HEAD), List.of("no address", COPY));

        assertThat(toHeads(plan().lists(division)))
                .singleElement()
                .satisfies(digest -> assertThat(digest.recipients().all())
                        .extracting(EmailAddress::text)
                        .containsExactly(HEAD, COPY));
    }

    @Test
    void who_stands_in_for_a_division_and_heads_another_gets_both_apart() {
        List<Digest> digests = digests(plan().lists(CLERK, FALL_BACK.text())
                .listsWithoutAddress(TREASURY)
                .misdates(Severity.ERROR, CLERK)
                .misdates(Severity.WARNING, TREASURY));

        assertThat(only(Digest.Kind.DIVISIONS, digests))
                .singleElement()
                .satisfies(digest -> assertThat(digest.divisions()).containsExactly(CLERK));
        assertThat(instead(Optional.of(TREASURY), digests).asking())
                .extracting(item -> item.reported().severity())
                .containsExactly(Severity.WARNING);
    }

    @Test
    void what_is_about_the_plan_goes_to_no_division() {
        List<Digest> digests = digests(plan().lists(TREASURY, HEAD).lacks("E4").misdates(Severity.ERROR));

        assertThat(only(Digest.Kind.DIVISIONS, digests))
                .allSatisfy(digest -> assertThat(digest.asking()).isEmpty());
        assertThat(instead(Optional.empty(), digests).asking()).hasSize(2);
        assertThat(instead(Optional.empty(), digests).divisions()).isEmpty();
    }

    @Test
    void what_concerned_no_division_can_be_told_to_be_settled() {
        Digest before =
                instead(Optional.empty(), digests(plan().lists(TREASURY, HEAD).lacks("E4")));
        Digest after = instead(Optional.empty(), digests(plan().lists(TREASURY, HEAD)));

        assertThat(after.key()).isEqualTo(before.key());
        assertThat(after.asking()).isEmpty();
    }

    @Test
    void without_a_fall_back_there_is_nobody_to_write_to() {
        List<Digest> digests = Digests.of(
                SamplePlan.figures(plan().listsWithoutAddress(TREASURY).misdates(Severity.ERROR, TREASURY)),
                NO_FALL_BACK,
                0);

        assertThat(digests).allSatisfy(digest -> {
            assertThat(digest.recipients()).isEqualTo(Recipients.NOBODY);
            assertThat(digest.recipients().all()).isEmpty();
        });
        assertThat(instead(Optional.of(TREASURY), digests).asking()).hasSize(1);
    }

    @Test
    void an_address_that_is_not_allowed_gets_nothing() {
        SamplePlan plan = plan().lists(TREASURY, OUTSIDE, COPY).lists(WORKS, HEAD, "copy@elsewhere.example", COPY);
        List<Digest> digests = digests(plan);

        assertThat(instead(Optional.of(TREASURY), digests).recipients()).isEqualTo(Recipients.of(FALL_BACK));
        assertThat(only(Digest.Kind.DIVISIONS, digests))
                .singleElement()
                .satisfies(digest -> assertThat(digest.recipients().all())
                        .extracting(EmailAddress::text)
                        .containsExactly(HEAD, COPY));
        assertThat(CONTACTS.refused(plan.evaluation()))
                .extracting(EmailAddress::text)
                .containsExactly(OUTSIDE, "copy@elsewhere.example");
        assertThat(NO_FALL_BACK.refused(plan.evaluation())).isEmpty();
    }

    @Test
    void a_head_is_told_of_what_is_overdue_from_the_day_that_the_agency_chose() {
        SamplePlan plan = plan().lists(TREASURY, HEAD)
                .owes("2023-04-24", TREASURY)
                .owes("2023-04-23", TREASURY)
                .owes("2023-05-05", TREASURY)
                .misdates(Severity.WARNING, TREASURY)
                .listsWithoutAddress(WORKS)
                .owes("2023-04-24", WORKS);
        Contacts contacts = new Contacts(Optional.of(FALL_BACK), Optional.of(AUDITOR), address -> true);
        List<Digest> digests = Digests.of(SamplePlan.figures(plan), contacts, 7);

        assertThat(only(Digest.Kind.DIVISIONS, digests)).singleElement().satisfies(digest -> {
            assertThat(digest.asking()).extracting(Item::daysOverdue).containsExactly(7, 0, 0);
            assertThat(digest.withheld()).isEqualTo(1);
            assertThat(digest.complete()).isFalse();
        });
        assertThat(instead(Optional.of(WORKS), digests).asking()).isEmpty();
        assertThat(instead(Optional.of(WORKS), digests).withheld()).isEqualTo(1);
        assertThat(instead(Optional.empty(), digests).complete()).isTrue();
        assertThat(only(Digest.Kind.ROLL_UP, digests)).singleElement().satisfies(digest -> {
            assertThat(digest.asking()).extracting(Item::daysOverdue).containsExactly(7, 6, 6, 0, 0);
            assertThat(digest.withheld()).isZero();
        });
    }

    @Test
    void the_auditor_is_told_of_the_whole_agency_each_finding_once() {
        Contacts contacts = new Contacts(Optional.empty(), Optional.of(AUDITOR), address -> true);
        List<Digest> rollUps = only(
                Digest.Kind.ROLL_UP,
                Digests.of(
                        SamplePlan.figures(
                                plan().lists(TREASURY, HEAD)
                                        .misdates(Severity.ERROR, TREASURY, WORKS)
                                        .lacks("E4"),
                                plan().of("เทศบาลตำบลข้างเคียง")),
                        contacts,
                        0));

        assertThat(rollUps).hasSize(2).allSatisfy(digest -> {
            assertThat(digest.recipients()).isEqualTo(Recipients.of(AUDITOR));
            assertThat(digest.missing()).isEmpty();
        });
        assertThat(rollUps).extracting(digest -> digest.asking().size()).containsExactly(2, 0);
    }

    @Test
    void a_plan_that_was_read_in_part_is_not_known_and_neither_is_a_whole_one_of_the_same_round() {
        assertThat(toHeads(plan().lists(TREASURY, HEAD)))
                .allSatisfy(digest -> assertThat(digest.plansKnown()).containsExactly("2566/1"));
        assertThat(toHeads(plan().lists(TREASURY, HEAD).readInPart()))
                .allSatisfy(digest -> assertThat(digest.plansKnown()).isEmpty());
        assertThat(toHeads(plan().lists(TREASURY, HEAD), plan().readInPart(), plan().in(2)))
                .allSatisfy(digest -> {
                    assertThat(digest.plansKnown()).containsExactly("2566/2");
                    assertThat(digest.complete()).isFalse();
                });
    }

    @Test
    void where_an_input_was_not_read_no_plan_is_known() {
        CheckResult read = SamplePlan.result(plan().lists(TREASURY, HEAD));
        List<Checked> inputs = new ArrayList<>(read.inputs());
        inputs.add(new Checked.Unreadable("locked.xlsx", Optional.empty(), Checked.Why.ENCRYPTED));

        assertThat(Digests.of(Figures.of(new CheckResult(read.run(), inputs)), CONTACTS, 0))
                .isNotEmpty()
                .allSatisfy(digest -> assertThat(digest.plansKnown()).isEmpty());
    }

    /** How a division is listed: its name, the address of its head, and copies; not at all where the address is empty. */
    private record Listed(String division, String email, Set<String> copies) {}

    private record Found(Severity severity, Set<String> divisions) {}

    private record AnyPlan(boolean neighbour, int round, List<Listed> listed, List<Found> found) {
        SamplePlan plan() {
            SamplePlan plan = DigestsTest.plan().in(round);
            if (neighbour) {
                plan.of("เทศบาลตำบลข้างเคียง");
            }
            for (Listed one : listed) {
                switch (one.email()) {
                    case "" -> {}
                    case "none" -> plan.listsWithoutAddress(one.division());
                    case "malformed" -> plan.listsMalformed(one.division(), "x");
                    default ->
                        plan.lists(one.division(), one.email(), one.copies().toArray(String[]::new));
                }
            }
            found.forEach(one -> plan.misdates(one.severity(), one.divisions().toArray(String[]::new)));
            return plan;
        }
    }

    private static final List<String> DIVISIONS = List.of(TREASURY, WORKS, SCHOOLS, CLERK);

    @Provide
    Arbitrary<List<AnyPlan>> plans() {
        Arbitrary<String> email =
                Arbitraries.of("", "none", "malformed", HEAD, OTHER, "HEAD@EXAMPLE.go.th", OUTSIDE, FALL_BACK.text());
        Arbitrary<Set<String>> copies =
                Arbitraries.of(HEAD, COPY, "copy@elsewhere.example").set().ofMaxSize(2);
        Arbitrary<List<Listed>> listed = Combinators.combine(email, copies)
                .as((address, others) -> new Listed("", address, others))
                .list()
                .ofSize(DIVISIONS.size())
                .map(some -> {
                    List<Listed> named = new ArrayList<>();
                    for (int i = 0; i < some.size(); i++) {
                        named.add(new Listed(
                                DIVISIONS.get(i),
                                some.get(i).email(),
                                some.get(i).copies()));
                    }
                    return named;
                });
        Arbitrary<Found> found = Combinators.combine(
                        Arbitraries.of(Severity.class),
                        Arbitraries.of(DIVISIONS).set().ofMaxSize(4))
                .as(Found::new);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2),
                        listed,
                        found.list().ofMaxSize(8))
                .as(AnyPlan::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Figures figures(List<AnyPlan> plans) {
        return SamplePlan.figures(plans.stream().map(AnyPlan::plan).toArray(SamplePlan[]::new));
    }

    private static Set<ReportedFinding> found(Section section) {
        Set<ReportedFinding> found = new HashSet<>();
        section.items().forEach(item -> found.add(item.reported()));
        return found;
    }

    @Property(tries = 300)
    void an_item_stands_in_the_sections_of_the_divisions_it_concerns_and_in_no_other(
            @ForAll("plans") List<AnyPlan> plans) {
        Contacts contacts = new Contacts(Optional.of(FALL_BACK), Optional.of(AUDITOR), CONTACTS.allowed());
        List<Digest> digests = Digests.of(figures(plans), contacts, 0);

        assertThat(digests).extracting(Digest::key).doesNotHaveDuplicates();
        for (Digest digest : digests) {
            for (Section section : digest.sections()) {
                Set<ReportedFinding> concerned =
                        new HashSet<>(section.evaluation().findings());
                concerned.removeIf(finding -> section.division()
                        .map(name -> !finding.divisions().contains(name))
                        .orElseGet(() -> !finding.divisions().isEmpty()));
                assertThat(found(section)).isEqualTo(concerned);
                assertThat(Digests.agency(section.evaluation())).isEqualTo(digest.agency());
            }
        }
    }

    @Property(tries = 300)
    void no_mailbox_but_the_fall_backs_is_told_of_a_division_that_does_not_list_it(
            @ForAll("plans") List<AnyPlan> plans) {
        for (Digest digest : Digests.of(figures(plans), CONTACTS, 0)) {
            Set<String> told = new TreeSet<>();
            digest.recipients().all().forEach(address -> told.add(address.sent()));
            for (Section section : digest.sections()) {
                if (digest.kind() == Digest.Kind.FALL_BACK) {
                    assertThat(told).containsExactly(FALL_BACK.sent());
                    assertThat(section.division())
                            .isEqualTo(digest.sections().get(0).division());
                } else {
                    assertThat(told).isEqualTo(listed(section.division().orElseThrow(), section.evaluation()));
                }
            }
        }
    }

    /** The mailboxes that a plan's list allows for a division. */
    private static Set<String> listed(String division, Evaluation evaluation) {
        Set<String> listed = new TreeSet<>();
        for (Division one : evaluation.plan().records().divisions()) {
            if (one.name().equals(division)) {
                one.email().ifPresent(email -> listed.add(new EmailAddress(email).sent()));
                one.copies().forEach(copy -> listed.add(new EmailAddress(copy).sent()));
            }
        }
        listed.removeIf(address -> address.endsWith("elsewhere.example"));
        return listed;
    }

    @Property(tries = 300)
    void every_finding_is_told_to_someone_and_all_of_them_to_the_auditor(@ForAll("plans") List<AnyPlan> plans) {
        Contacts contacts = new Contacts(Optional.of(FALL_BACK), Optional.of(AUDITOR), CONTACTS.allowed());
        Figures figures = figures(plans);
        List<Digest> digests = Digests.of(figures, contacts, 0);

        Set<Map.Entry<Integer, ReportedFinding>> all = new HashSet<>();
        figures.plans()
                .forEach(plan -> plan.evaluation().findings().forEach(one -> all.add(Map.entry(plan.input(), one))));
        for (Digest.Kind[] kinds :
                new Digest.Kind[][] {{Digest.Kind.DIVISIONS, Digest.Kind.FALL_BACK}, {Digest.Kind.ROLL_UP}}) {
            Set<Map.Entry<Integer, ReportedFinding>> told = new HashSet<>();
            digests.stream()
                    .filter(digest -> Arrays.asList(kinds).contains(digest.kind()))
                    .flatMap(digest -> digest.sections().stream())
                    .forEach(section -> found(section).forEach(one -> told.add(Map.entry(section.input(), one))));
            assertThat(told).isEqualTo(all);
        }
    }
}
