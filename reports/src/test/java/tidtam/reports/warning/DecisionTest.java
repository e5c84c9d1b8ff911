package tidtam.reports.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.reports.warning.SamplePlan.TREASURY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tidtam.facts.EmailAddress;
import tidtam.facts.Finding;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.Values;

/**
 * When a mail goes out. An item stands as a letter and what is found of it: {@code a:+7} overdue by 7 days, {@code a:-7} due in 7 days, {@code
 * a:E} an error and {@code a:W} a warning that wait for no day, {@code a:+7*2} with two periods open. What was told stands as it was then,
 * {@code (a:+7)} where it is settled since. An answer {@code a:15..+2} holds step 15 until the day after tomorrow.
 */
class DecisionTest {
    private static final LocalDate TODAY = LocalDate.of(2023, 4, 30);
    private static final String PLAN = "2566/1";
    private static final Set<String> KNOWN = Set.of(PLAN);
    private static final Policy POLICY = new Policy(7, 0, 7, 15);
    private static final Policy HEARTBEATS = new Policy(7, 30, 7, 15);

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            open      | told        | days | answered   | reason       | fresh | settled | steps      | clerk
            # Nothing was ever told.
            -         | -           | -    | -          | NOTHING_NEW  | -     | -       | -          | -
            a:W       | -           | -    | -          | FIRST        | a     | -       | -          | -
            a:-15     | -           | -    | -          | NOTHING_NEW  | -     | -       | -          | -
            a:-14     | -           | -    | -          | FIRST        | a     | -       | a=-14      | -
            a:+14     | -           | -    | -          | FIRST        | a     | -       | a=7        | -
            a:+15     | -           | -    | -          | FIRST        | a     | -       | a=15       | copied
            # Something is new, or as it was told.
            a:E b:E   | a:E         | 1    | -          | NEW_FINDINGS | b     | -       | -          | -
            a:E b:E   | a:E b:E     | 1    | -          | NOTHING_NEW  | -     | -       | -          | -
            b:E       | a:E         | 1    | -          | NEW_FINDINGS | b     | a       | -          | -
            a:E       | a:E b:E     | 1    | -          | NOTHING_NEW  | -     | b       | -          | -
            # What was settled and is found again is new.
            a:E b:E   | (a:E) b:E   | 1    | -          | NEW_FINDINGS | a     | -       | -          | -
            b:E       | (a:E) b:E   | 1    | -          | NOTHING_NEW  | -     | -       | -          | -
            # Worse is a heavier one or one more period; lighter or fewer is not.
            a:E       | a:W         | 1    | -          | WORSENED     | -     | -       | -          | -
            a:W       | a:E         | 1    | -          | NOTHING_NEW  | -     | -       | -          | -
            a:+2*2    | a:+1*1      | 1    | -          | WORSENED     | -     | -       | a=1        | -
            a:+2*1    | a:+1*2      | 1    | -          | NOTHING_NEW  | -     | -       | a=1        | -
            # A step of the ladder is passed, or none.
            a:-7      | a:-14       | 7    | -          | ESCALATED    | -     | -       | a=-7       | -
            a:-8      | a:-14       | 6    | -          | NOTHING_NEW  | -     | -       | a=-14      | -
            a:+7      | a:+1        | 6    | -          | ESCALATED    | -     | -       | a=7        | -
            a:+6      | a:+1        | 5    | -          | NOTHING_NEW  | -     | -       | a=1        | -
            a:+15     | a:+7        | 1    | -          | ESCALATED    | -     | -       | a=15       | copied
            a:+29     | a:+15       | 1    | -          | NOTHING_NEW  | -     | -       | a=15       | copied
            a:+30     | a:+15       | 1    | -          | ESCALATED    | -     | -       | a=30       | copied
            a:+1      | a:W         | 1    | -          | WORSENED     | -     | -       | a=1        | -
            a:+1      | a:E         | 1    | -          | ESCALATED    | -     | -       | a=1        | -
            # It is no step back when the first of several periods was reported.
            a:+1      | a:+30       | 1    | -          | NOTHING_NEW  | -     | -       | a=1        | -
            # A week has gone by.
            a:E       | a:E         | 7    | -          | REPEAT_DUE   | -     | -       | -          | -
            a:E       | a:E         | 6    | -          | NOTHING_NEW  | -     | -       | -          | -
            a:+22     | a:+15       | 7    | -          | REPEAT_DUE   | -     | -       | a=15       | copied
            # The strongest reason is named.
            a:+15 b:E | a:+7        | 8    | -          | NEW_FINDINGS | b     | -       | a=15       | copied
            a:+15 b:E | a:+7 b:W    | 8    | -          | WORSENED     | -     | -       | a=15       | copied
            a:+15 b:E | a:+7 b:E    | 8    | -          | ESCALATED    | -     | -       | a=15       | copied
            a:+15 b:E | a:+15 b:E   | 8    | -          | REPEAT_DUE   | -     | -       | a=15       | copied
            # Nothing is open any more, and once that was told, nothing is new.
            -         | a:E         | 1    | -          | ALL_RESOLVED | -     | a       | -          | -
            -         | a:E (b:E)   | 1    | -          | ALL_RESOLVED | -     | a       | -          | -
            -         | (a:E) (b:E) | 1    | -          | NOTHING_NEW  | -     | -       | -          | -
            -         | (a:E)       | 90   | -          | NOTHING_NEW  | -     | -       | -          | -
            # An answer holds the step it was given for, to its day and no longer.
            a:+15     | a:+7        | 1    | a:15..+2   | NOTHING_NEW  | -     | -       | a=7        | -
            a:+15     | a:+7        | 1    | a:15..0    | NOTHING_NEW  | -     | -       | a=7        | -
            a:+15     | a:+7        | 1    | a:15..-1   | ESCALATED    | -     | -       | a=15       | copied
            a:+15     | a:+7        | 1    | a:7..+2    | ESCALATED    | -     | -       | a=15       | copied
            a:+30     | a:+7        | 1    | a:15..+20  | ESCALATED    | -     | -       | a=30       | copied
            a:+15     | a:W         | 1    | a:15..+2   | WORSENED     | -     | -       | -          | -
            a:+16     | a:+7        | 9    | a:15..+2   | REPEAT_DUE   | -     | -       | a=7        | -
            # It holds no other item.
            a:+15 b:+7 | a:+7 b:+1  | 1    | a:15..+2   | ESCALATED    | -     | -       | a=7 b=7    | -
            a:+15 b:E  | a:+7       | 1    | a:15..+2   | NEW_FINDINGS | b     | -       | a=7        | -
            a:+15 b:+16 | a:+7 b:+15 | 1   | a:15..+2   | NOTHING_NEW  | -     | -       | a=7 b=15   | copied
            """)
    void is_taken_row_by_row(
            String open,
            String told,
            String days,
            String answered,
            MailReason reason,
            String fresh,
            String settled,
            String steps,
            String clerk) {
        Decision decision = Decision.of(digest(KNOWN, items(open)), told(told, days), answers(answered), TODAY, POLICY);

        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.held()).isEmpty();
        assertThat(decision.named()).isEqualTo(reason);
        assertThat(decision.sends()).isEqualTo(reason != MailReason.NOTHING_NEW);
        assertThat(words(decision.fresh().stream())).isEqualTo(fresh);
        assertThat(words(decision.settled().stream())).isEqualTo(settled);
        assertThat(words(decision.steps().entrySet().stream().map(step -> step.getKey() + "=" + step.getValue())))
                .isEqualTo(steps);
        assertThat(decision.copiesClerk()).isEqualTo(clerk.equals("copied"));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            open | told  | days | reason
            -    | -     | -    | NOTHING_NEW
            -    | (a:E) | 29   | NOTHING_NEW
            -    | (a:E) | 30   | HEARTBEAT
            -    | a:E   | 30   | ALL_RESOLVED
            a:E  | a:E   | 30   | REPEAT_DUE
            a:-20| (b:E) | 30   | HEARTBEAT
            """)
    void says_that_nothing_is_open_only_to_whom_something_was_told_and_only_where_asked(
            String open, String told, String days, MailReason reason) {
        assertThat(Decision.of(digest(KNOWN, items(open)), told(told, days), Map.of(), TODAY, HEARTBEATS)
                        .reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            open | told     | days | reason       | settled
            -    | a:E      | 1    | NOTHING_NEW  | -
            -    | a:E      | 90   | NOTHING_NEW  | -
            -    | (a:E)    | 90   | NOTHING_NEW  | -
            b:E  | a:E      | 1    | NEW_FINDINGS | -
            b:E  | a:E b:E  | 1    | NOTHING_NEW  | -
            b:E  | a:E b:E  | 7    | REPEAT_DUE   | -
            """)
    void a_plan_that_was_read_in_part_settles_nothing_and_never_gives_the_all_clear(
            String open, String told, String days, MailReason reason, String settled) {
        Decision decision = Decision.of(digest(Set.of(), items(open)), told(told, days), Map.of(), TODAY, HEARTBEATS);

        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(words(decision.settled().stream())).isEqualTo(settled);
    }

    @Test
    void what_was_told_of_a_plan_that_is_not_among_those_read_is_not_settled_with_the_others() {
        Told.Known elsewhere = new Told.Known(TODAY, OptionalInt.empty(), Severity.ERROR, 0, "2566/2", true);
        Told told = told("a:E", "1");
        Map<String, Told.Known> both = new HashMap<>(told.known());
        both.put("b", elsewhere);

        Decision decision = Decision.of(digest(KNOWN, List.of()), new Told(told.last(), both), Map.of(), TODAY, POLICY);

        assertThat(decision.settled()).containsExactly("a");
        assertThat(decision.reason()).isEqualTo(MailReason.NOTHING_NEW);
    }

    @Test
    void what_a_round_that_is_over_left_open_does_not_keep_the_next_from_being_clear() {
        Told.Known over = new Told.Known(TODAY, OptionalInt.empty(), Severity.ERROR, 0, "2565/2", true);
        Told told = told("a:E", "1");
        Map<String, Told.Known> both = new HashMap<>(told.known());
        both.put("b", over);

        Decision decision = Decision.of(digest(KNOWN, List.of()), new Told(told.last(), both), Map.of(), TODAY, POLICY);

        assertThat(decision.settled()).containsExactly("a");
        assertThat(decision.reason()).isEqualTo(MailReason.ALL_RESOLVED);
    }

    @Test
    void what_is_withheld_from_a_head_is_neither_settled_nor_clear() {
        Digest nothing = digest(KNOWN, List.of());
        Digest withheld = new Digest(
                nothing.key(),
                nothing.kind(),
                nothing.agency(),
                nothing.recipients(),
                nothing.sections(),
                1,
                nothing.plansKnown());

        for (String days : List.of("1", "90")) {
            Decision decision = Decision.of(withheld, told("a:-1", days), Map.of(), TODAY, HEARTBEATS);
            assertThat(decision.reason()).isEqualTo(MailReason.NOTHING_NEW);
            assertThat(decision.settled()).isEmpty();
        }
        assertThat(Decision.of(nothing, told("a:-1", "1"), Map.of(), TODAY, HEARTBEATS)
                        .reason())
                .isEqualTo(MailReason.ALL_RESOLVED);
    }

    @Test
    void an_answer_holds_one_step_to_its_day_and_the_next_one_not() {
        Map<String, Acknowledgement> promise = answers("a:15..+18");
        List<String> mails = new ArrayList<>();
        Memory memory = new Memory();
        for (int day = 7; day <= 31; day++) {
            LocalDate on = TODAY.plusDays(day);
            Digest digest = digest(KNOWN, items("a:+" + day));
            Decision decision = Decision.of(digest, memory.told(), promise, on, POLICY);
            memory.note(digest, decision, on);
            if (decision.sends()) {
                mails.add(day + " " + decision.reason() + " " + decision.steps().get("a")
                        + (decision.copiesClerk() ? " copied" : ""));
            }
        }

        assertThat(mails)
                .containsExactly(
                        "7 FIRST 7",
                        "14 REPEAT_DUE 7",
                        "19 ESCALATED 15 copied",
                        "26 REPEAT_DUE 15 copied",
                        "30 ESCALATED 30 copied");
    }

    @Test
    void an_answer_does_not_hold_the_weekly_repetition() {
        Map<String, Acknowledgement> promise = answers("a:15..+25");
        Memory memory = new Memory();
        List<String> mails = new ArrayList<>();
        for (int day = 14; day <= 28; day++) {
            LocalDate on = TODAY.plusDays(day);
            Digest digest = digest(KNOWN, items("a:+" + day));
            Decision decision = Decision.of(digest, memory.told(), promise, on, POLICY);
            memory.note(digest, decision, on);
            if (decision.sends()) {
                mails.add(day + " " + decision.reason() + " " + decision.steps().get("a")
                        + (decision.copiesClerk() ? " copied" : ""));
            }
        }

        assertThat(mails).containsExactly("14 FIRST 7", "21 REPEAT_DUE 7", "26 ESCALATED 15 copied");
    }

    @Test
    void a_step_held_before_anything_was_told_of_the_ladder_is_no_step() {
        assertThat(Decision.of(digest(KNOWN, items("a:+1")), told("a:E", "1"), answers("a:1..+2"), TODAY, POLICY)
                        .reason())
                .isEqualTo(MailReason.NOTHING_NEW);
    }

    @ParameterizedTest
    @EnumSource(
            value = MailReason.class,
            names = {"HELD_HOLIDAY", "HELD_GUARD"})
    void what_is_held_keeps_its_reason(MailReason by) {
        Decision open = Decision.of(digest(KNOWN, items("a:+15")), told("a:+7", "1"), Map.of(), TODAY, POLICY);
        Decision held = open.held(by);

        assertThat(held.reason()).isEqualTo(MailReason.ESCALATED);
        assertThat(held.held()).contains(by);
        assertThat(held.named()).isEqualTo(by);
        assertThat(held.sends()).isFalse();
        assertThat(held.steps()).isEqualTo(open.steps());
        assertThat(held.copiesClerk()).isTrue();
    }

    @Test
    void what_held_first_is_named() {
        Decision held = Decision.of(digest(KNOWN, items("a:E")), Told.nothing(), Map.of(), TODAY, POLICY)
                .held(MailReason.HELD_HOLIDAY)
                .held(MailReason.HELD_GUARD);

        assertThat(held.named()).isEqualTo(MailReason.HELD_HOLIDAY);
    }

    @Test
    void what_is_not_sent_is_not_held() {
        Decision nothing = Decision.of(digest(KNOWN, List.of()), Told.nothing(), Map.of(), TODAY, POLICY)
                .held(MailReason.HELD_HOLIDAY);

        assertThat(nothing.held()).isEmpty();
        assertThat(nothing.named()).isEqualTo(MailReason.NOTHING_NEW);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            open  | told  | days | reason      | fresh
            -     | -     | -    | FIRST       | -
            a:E   | -     | -    | FIRST       | a
            a:E   | a:E   | 7    | REPEAT_DUE  | -
            a:E   | a:E   | 6    | NOTHING_NEW | -
            a:+30 | b:E   | 6    | NOTHING_NEW | a
            a:+30 | b:E   | 7    | REPEAT_DUE  | a
            -     | a:E   | 6    | NOTHING_NEW | -
            -     | a:E   | 7    | HEARTBEAT   | -
            -     | (a:E) | 7    | HEARTBEAT   | -
            """)
    void the_auditor_is_told_every_week_whatever_there_is_and_no_sooner(
            String open, String told, String days, MailReason reason, String fresh) {
        Digest digest = Digest.of(
                Digest.Kind.ROLL_UP,
                "ก",
                Recipients.of(new EmailAddress("auditor@example.go.th")),
                digest(KNOWN, items(open)).sections(),
                0,
                KNOWN);
        Decision decision = Decision.of(digest, told(told, days), Map.of(), TODAY, POLICY);

        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(words(decision.fresh().stream())).isEqualTo(fresh);
        assertThat(decision.copiesClerk()).isFalse();
    }

    /** Each item is due on its day; on the days left out no check ran. */
    @Property(tries = 300)
    void missed_nights_never_make_more_mails(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 60) Integer> due,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 60) Integer> reported,
            @ForAll Set<@IntRange(min = 0, max = 90) Integer> days) {
        List<Integer> every = Stream.iterate(0, day -> day + 1).limit(91).toList();
        int daily = mails(every, due, reported).size();
        List<Integer> caughtUp = mails(new ArrayList<>(new TreeSet<>(days)), due, reported);

        assertThat(caughtUp).hasSizeLessThanOrEqualTo(daily);
        assertThat(caughtUp).doesNotHaveDuplicates();
    }

    @Test
    void a_missed_fortnight_is_caught_up_with_one_mail() {
        List<Integer> late = List.of(60);
        List<Integer> never = List.of();

        assertThat(mails(List.of(46, 61, 62, 63), late, never)).containsExactly(46, 61);
        assertThat(mails(List.of(46, 90, 91, 92, 93), late, never)).containsExactly(46, 90);
        assertThat(mails(List.of(46, 53, 59, 61, 67, 74, 75, 82, 89, 90), late, never))
                .containsExactly(46, 53, 59, 61, 67, 74, 75, 82, 89, 90);
    }

    /**
     * The days on which mails go out.
     *
     * @param due the day on which each item is due
     * @param reported how many days after that it is reported; never, where there is none
     */
    private static List<Integer> mails(List<Integer> days, List<Integer> due, List<Integer> reported) {
        Memory memory = new Memory();
        List<Integer> mails = new ArrayList<>();
        for (int day : days) {
            List<Item> open = new ArrayList<>();
            for (int i = 0; i < due.size(); i++) {
                int after = day - due.get(i);
                if (after >= -20 && (i >= reported.size() || after < reported.get(i))) {
                    String name = i + (after > 0 ? "late" : "soon");
                    open.addAll(items(name + ":" + (after > 0 ? "+" : "") + (after == 0 ? "-0" : after)));
                }
            }
            LocalDate on = TODAY.plusDays(day);
            Digest digest = digest(KNOWN, open);
            Decision decision = Decision.of(digest, memory.told(), Map.of(), on, POLICY);
            memory.note(digest, decision, on);
            if (decision.sends()) {
                mails.add(day);
            }
        }
        return mails;
    }

    private static Digest digest(Set<String> known, List<Item> items) {
        Recipients recipients = Recipients.of(new EmailAddress("head@example.go.th"));
        return Digest.of(
                Digest.Kind.DIVISIONS,
                "ก",
                recipients,
                List.of(new Section(
                        0,
                        SamplePlan.on(TODAY).evaluation(),
                        Optional.of(TREASURY),
                        items,
                        0,
                        new Section.Contact(recipients, Optional.empty()))),
                0,
                known);
    }

    private static Stream<String> parts(String cell) {
        return cell.equals("-") ? Stream.of() : Arrays.stream(cell.split(" +", -1));
    }

    private static String words(Stream<String> words) {
        String line = words.collect(Collectors.joining(" "));
        return line.isEmpty() ? "-" : line;
    }

    private static List<Item> items(String cell) {
        return parts(cell).map(DecisionTest::item).toList();
    }

    private static Item item(String text) {
        String name = text.substring(0, text.indexOf(':'));
        String state = text.substring(name.length() + 1).replaceFirst("[*].*", "");
        int periods = text.contains("*") ? Integer.parseInt(text.substring(text.indexOf('*') + 1)) : 1;
        boolean dated = state.startsWith("+") || state.startsWith("-");
        int days = dated ? Integer.parseInt(state) : 0;
        Severity severity =
                state.equals("W") ? Severity.WARNING : state.startsWith("-") ? Severity.INFO : Severity.ERROR;
        return new Item(
                PLAN,
                new ReportedFinding(new Finding("rule", Values.none()), severity, List.of(TREASURY), name),
                dated ? Optional.of(TODAY.minusDays(days)) : Optional.empty(),
                Math.max(0, days),
                dated ? Ladder.passed(days, false) : OptionalInt.empty(),
                periods,
                false);
    }

    private static Told told(String cell, String days) {
        Map<String, Told.Known> known = new HashMap<>();
        parts(cell).forEach(text -> {
            boolean open = !text.startsWith("(");
            Item item = item(open ? text : text.substring(1, text.length() - 1));
            known.put(
                    item.fingerprint(),
                    new Told.Known(
                            TODAY.minusDays(60), item.step(), item.reported().severity(), item.periods(), PLAN, open));
        });
        return known.isEmpty() ? Told.nothing() : new Told(Optional.of(TODAY.minusDays(Integer.parseInt(days))), known);
    }

    private static Map<String, Acknowledgement> answers(String cell) {
        Map<String, Acknowledgement> answers = new HashMap<>();
        parts(cell).forEach(text -> {
            String[] part = text.split(":|[.][.]", -1);
            answers.put(
                    part[0], new Acknowledgement(Integer.parseInt(part[1]), TODAY.plusDays(Integer.parseInt(part[2]))));
        });
        return answers;
    }
}
