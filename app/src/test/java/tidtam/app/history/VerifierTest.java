package tidtam.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.app.history.Verification.Fault;
import tidtam.app.history.Verification.What;
import tidtam.app.store.Database;
import tidtam.facts.Severity;
import tidtam.facts.Sha256;
import tidtam.reports.history.ChainHead;

/** Records 1 and 2 are runs, 3 to 6 decisions, 7 is a run, 8 a decision. */
class VerifierTest {
    private static final LocalDate MARCH = LocalDate.of(2023, 3, 31);
    private static final LocalDate APRIL = LocalDate.of(2023, 4, 30);
    static final int RECORDS = 8;

    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = filled(folder);
    }

    @AfterEach
    void close() {
        office.close();
    }

    static Office filled(Path folder) {
        Office office = new Office(folder);
        PlanOnADay first = PlanOnADay.plan()
                .found("E1", Severity.ERROR, 2)
                .found("E2")
                .headed("กองคลัง", "นายหนึ่ง", "one@example.go.th");
        office.run(MARCH, first, new PlanOnADay("เทศบาลทดสอบ", 1).found("E3"));
        office.run(APRIL, PlanOnADay.plan().found("E1", Severity.ERROR, 2).clear("E2"));
        office.decide("E1", new Decision.Waive("รอระบบ", "ปลัด", MARCH, APRIL));
        office.decide("E1", new Decision.Withdraw(3, "เสร็จแล้ว"));
        office.by("หัวหน้า\nกองคลัง")
                .decide("E1", new Decision.Attach("https://example.go.th/a", Optional.empty(), "ประกาศ"));
        office.by("clerk").decide("E1", new Decision.Comment("บรรทัดหนึ่ง\nบรรทัดสอง\u001fสาม"));
        office.run(APRIL, PlanOnADay.plan().clear("E2").found("E4"));
        office.decide("E1", new Decision.Confirm("จริง"));
        return office;
    }

    private List<Fault> faults(String... tampering) {
        office.tamper(tampering);
        return office.verify().faults();
    }

    private static List<String> named(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.record() + " " + fault.what())
                .distinct()
                .toList();
    }

    @Test
    void what_nobody_touched_is_intact_and_its_head_is_the_last_record() {
        Verification verified = office.verify(office.noted());

        assertThat(verified.faults()).isEmpty();
        assertThat(verified.records()).isEqualTo(RECORDS);
        assertThat(verified.head()).contains(office.noted().get(RECORDS - 1));
        assertThat(new Chain(office.database()).head()).isEqualTo(verified.head());
    }

    @Test
    void where_nothing_was_recorded_there_is_nothing_to_find() {
        try (Office empty = new Office(folder.resolve("empty"))) {
            assertThat(empty.verify()).isEqualTo(new Verification(0, Optional.empty(), List.of()));
            assertThat(named(empty.verify(office.noted()).faults())).contains("1 TRUNCATED", "8 TRUNCATED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind = 'COMMENT'",
                "kind = 'RUN'",
                "kind = 'run'",
                "kind = ''",
                "kind = 'NOBODY KNOWS'",
                "at = at + 1",
                "at = 0",
                "who = who || ' '",
                "who = ''",
                "content = content || ' '",
                "content = '{}'",
                "content = 'no json'",
                "content = ''",
                "content = replace(content, '2566', '2567') || ''",
                "content = substr(content, 1, length(content) - 1)",
                "hash = upper(hash) || 'x'",
                "hash = substr(hash, 2) || 'g'",
                "hash = ''"
            })
    void every_column_of_every_record_is_looked_at(String set) {
        for (int number = 1; number <= RECORDS; number++) {
            String column = set.substring(0, set.indexOf(' '));
            office.tamper(
                    "create table if not exists old as select * from record",
                    "update record set " + set + " where number = " + number);
            List<String> changed = office.database()
                    .read(handle -> handle.createQuery(
                                    "select 'changed' from record join old using (number) where record." + column
                                            + " <> old." + column)
                            .mapTo(String.class)
                            .list());
            if (!changed.isEmpty()) {
                assertThat(named(office.verify().faults())).as(set).contains(number + " CHANGED");
            }
            office.tamper("update record set " + column + " = (select old." + column
                    + " from old where old.number = record.number)");
            assertThat(office.verify(office.noted()).faults()).isEmpty();
        }
    }

    @Test
    void who_computes_a_hash_anew_has_to_change_all_that_follow_and_the_noted_heads_tell() {
        ChainHead third = office.noted().get(2);
        String forged = rehashed("replace(content, 'รอระบบ', 'อื่น')", 3);
        assertThat(named(faults("update record set content = replace(content, 'รอระบบ', 'อื่น'), hash = '" + forged
                        + "' where number = 3")))
                .containsExactly("4 CHANGED");

        for (int number = 4; number <= RECORDS; number++) {
            office.tamper("update record set hash = '" + rehashed("content", number) + "' where number = " + number);
        }
        assertThat(office.verify().faults()).as("a chain alone cannot show it").isEmpty();
        assertThat(named(office.verify(List.of(third)).faults())).containsExactly("3 OTHER_HEAD");
        assertThat(named(office.verify(office.noted()).faults()))
                .containsExactly(
                        "3 OTHER_HEAD", "4 OTHER_HEAD", "5 OTHER_HEAD", "6 OTHER_HEAD", "7 OTHER_HEAD", "8 OTHER_HEAD");
    }

    private String rehashed(String content, int number) {
        return office.database().read(handle -> {
            String before = handle.createQuery("select hash from record where number = " + (number - 1))
                    .mapTo(String.class)
                    .one();
            return Chain.stored(handle.createQuery("select number, kind, at, who, " + content
                            + " as content, hash from record where number = " + number))
                    .get(0)
                    .expected(before);
        });
    }

    @Test
    void a_run_whose_content_was_replaced_by_nonsense_and_hashed_anew_is_found() {
        String forged = rehashed("'nonsense'", RECORDS - 1);

        assertThat(named(faults("update record set content = 'nonsense', hash = '" + forged + "' where number = 7")))
                .contains("7 CHANGED", "8 CHANGED", "7 FINDINGS_CHANGED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void a_record_that_was_deleted_is_missing(int number) {
        assertThat(named(faults("delete from record where number = " + number))).contains(number + " MISSING");
    }

    @Test
    void several_that_were_deleted_are_named_together() {
        assertThat(faults("delete from record where number in (3, 4, 5)"))
                .containsExactly(new Fault(3, What.MISSING, "3–5"));
    }

    @Test
    void a_number_that_was_closed_up_after_a_deletion_is_found() {
        assertThat(named(faults(
                        "delete from record where number = 4",
                        "update record set number = number - 1 where number > 4")))
                .contains("4 CHANGED", "5 CHANGED");
    }

    @ParameterizedTest
    @CsvSource({"1,2", "3,4", "2,7", "5,6", "7,8"})
    void two_that_were_swapped_are_found(int one, int other) {
        assertThat(named(faults(
                        "update record set number = 100 where number = " + one,
                        "update record set number = " + one + " where number = " + other,
                        "update record set number = " + other + " where number = 100")))
                .contains(one + " CHANGED", other + " CHANGED");
    }

    @Test
    void an_end_that_was_cut_off_shows_by_a_noted_head() {
        office.tamper("delete from record where number = 8");

        assertThat(office.verify().faults())
                .as("a decision alone leaves no trace")
                .isEmpty();
        assertThat(named(office.verify(office.noted()).faults())).containsExactly("8 TRUNCATED");
    }

    @Test
    void a_run_that_was_cut_off_leaves_its_findings_behind() {
        assertThat(named(faults("delete from record where number >= 7"))).containsExactly("7 FINDINGS_CHANGED");
    }

    @Test
    void an_older_copy_in_the_place_of_the_database_shows_by_a_noted_head() throws IOException {
        Path old = folder.resolve("old");
        try (Office before = new Office(old)) {
            before.run(MARCH, PlanOnADay.plan().found("E1"));
        }
        byte[] copy = Files.readAllBytes(old.resolve(Database.FILE));
        List<ChainHead> heads = new ArrayList<>();
        try (Office on = new Office(old)) {
            on.run(APRIL, PlanOnADay.plan().found("E1"));
            heads.addAll(on.noted());
        }
        Files.write(old.resolve(Database.FILE), copy);
        try (Office back = new Office(old)) {
            assertThat(back.verify().faults()).isEmpty();
            assertThat(named(back.verify(heads).faults())).containsExactly("2 TRUNCATED");
            back.run(APRIL, PlanOnADay.plan().clear("E1"));
            assertThat(named(back.verify(heads).faults())).containsExactly("2 OTHER_HEAD");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 9, 12})
    void a_record_that_was_inserted_is_found(int number) {
        List<String> named = named(faults(
                "insert into record select " + number + ", kind, at, who, content, hash from record where number = 8"));

        assertThat(named).contains(number > 9 ? "9 MISSING" : number + " CHANGED");
    }

    @Test
    void a_record_that_was_put_in_between_is_found() {
        assertThat(named(faults(
                        "update record set number = number + 100 where number >= 5",
                        "update record set number = number - 99 where number >= 100",
                        "insert into record select 5, kind, at, who, content, hash from record where number = 4")))
                .contains("5 CHANGED", "6 CHANGED", "8 CHANGED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update run_plan set as_of = '2023-03-30' where run = 1 and agency = 'อบต.ทดสอบ'",
                "update run_plan set as_of = 'no day' where run = 1 and agency = 'อบต.ทดสอบ'",
                "update run_plan set agency = 'อื่น' where run = 1 and agency = 'อบต.ทดสอบ'",
                "update run_plan set round = '2566/2' where run = 1 and agency = 'อบต.ทดสอบ'",
                "update run_plan set before = 2 where run = 1",
                "update run_plan set errors = 0 where run = 1",
                "update run_plan set warnings = warnings + 1 where run = 1",
                "update run_plan set infos = infos + 1 where run = 1",
                "update run_plan set waived = 1 where run = 1",
                "update run_plan set fresh = 0 where run = 1",
                "update run_plan set worsened = 1 where run = 1",
                "update run_plan set reopened = 1 where run = 1",
                "update run_plan set resolved = 1 where run = 1",
                "update run_plan set absent = 1 where run = 1",
                "update run_plan set plan = plan || '2' where run = 1",
                "update run_plan set run = 3 where run = 1",
                "delete from run_plan where run = 1",
                "insert into run_plan select run, plan || '2', as_of, agency, round, before, 0, 0, 0, 0, 0, 0, 0, 0, 0 from run_plan where run = 1 limit 1",
                "update sighting set ordinal = ordinal + 10 where run = 1",
                "update sighting set fingerprint = 'x' || fingerprint where run = 1",
                "update sighting set state = 'UNCHANGED' where run = 1",
                "update sighting set since = '2023-01-01' where run = 1",
                "update sighting set since = 'long ago' where run = 1",
                "update sighting set rule = 'other' where run = 1",
                "update sighting set severity = 'INFO' where run = 1",
                "update sighting set severity = 'HEAVY' where run = 1",
                "update sighting set periods = 7 where run = 1",
                "update sighting set periods = 'many' where run = 1",
                "update sighting set measures = '' where run = 1",
                "update sighting set label = 'E9' where run = 1",
                "update sighting set divisions = 'กองช่าง' where run = 1",
                "update sighting set cell = null where run = 1",
                "update sighting set due = '2023-01-01' where run = 1",
                "update sighting set due = '' where run = 1",
                "update sighting set days_overdue = 0 where run = 1",
                "update sighting set waived = 1 where run = 1",
                "update sighting set waived = 2 where run = 1",
                "update sighting set sentence = 99 where run = 1",
                "update sighting set run = 3 where run = 1",
                "delete from sighting where run = 1 and ordinal = 0",
                "delete from sighting where run = 1",
                "insert into sighting select run, plan, 77, fingerprint, state, since, rule, severity, periods, measures, label, divisions, cell, due, days_overdue, sentence, waived from sighting where run = 1 and ordinal = 0",
                "insert into sighting select 1, 'another', 0, fingerprint, state, since, rule, severity, periods, measures, label, divisions, cell, due, days_overdue, sentence, waived from sighting where run = 2 limit 1",
                "update head set name = 'นายสอง' where run = 1",
                "update head set email = '' where run = 1",
                "update head set division = 'กองช่าง' where run = 1",
                "delete from head where run = 1",
                "insert into head select run, plan, 'กองช่าง', name, email from head where run = 1",
                "insert into head select run, 'another', division, name, email from head where run = 1",
                "update sentence set thai = 'ครบถ้วน' where id = 1",
                "update sentence set english = 'all is well' where id = 1",
                "update sentence set thai = thai || ', english=' || english where id = 1",
                "delete from sentence where id = 1"
            })
    void every_row_that_is_kept_of_a_run_is_vouched_for(String tampering) {
        assertThat(named(faults(tampering)))
                .contains("1 FINDINGS_CHANGED")
                .allMatch(name -> name.endsWith("FINDINGS_CHANGED"));
    }

    @Test
    void texts_cannot_be_moved_between_columns() {
        office.tamper("update sentence set thai = thai || ', english=' || english, english = '' where id = 1");
        assertThat(named(office.verify().faults())).contains("1 FINDINGS_CHANGED");
        try (Office other = new Office(folder.resolve("other"))) {
            other.run(MARCH, PlanOnADay.plan().found("E1").headed("ก", "ข, email=ค", ""));
            other.tamper("update head set name = 'ข', email = 'ค, email='");
            assertThat(named(other.verify().faults())).containsExactly("1 FINDINGS_CHANGED");
            other.tamper("update head set name = '', email = 'ข, email=ค'");
            assertThat(named(other.verify().faults())).containsExactly("1 FINDINGS_CHANGED");
            other.tamper("update head set name = 'ข, email=ค', email = ''");
            assertThat(other.verify().faults()).isEmpty();
            other.tamper("update sighting set rule = rule || char(31) || label, label = ''");
            assertThat(named(other.verify().faults())).containsExactly("1 FINDINGS_CHANGED");
        }
    }

    /** With a person's name that looks like the fields before it. */
    @Test
    void a_name_with_line_breaks_cannot_become_a_kind() {
        long at = 7;
        String forgedKind = "COMMENT\n5\n9:X";
        Chain.Stored honest = new Chain.Stored(1, "COMMENT", 5, "X\n" + at + "\n3:bob", "{}", "");
        for (String kind : List.of(forgedKind, "COMMENT\n5\n" + honest.who().length() + ":X", "7:COMMENT\n5\n9:X")) {
            Chain.Stored forged = new Chain.Stored(1, kind, at, "bob", "{}", "");
            assertThat(forged.expected(Chain.NOTHING)).isNotEqualTo(honest.expected(Chain.NOTHING));
        }
    }

    @Test
    void a_sentence_that_no_finding_says_is_found() {
        assertThat(faults("insert into sentence (id, thai, english) values (77, 'ก', 'a')"))
                .containsExactly(new Fault(0, What.FINDINGS_CHANGED, "sentence 77"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update kept set bytes = bytes || x'00' where sha256 = '%s'",
                "update kept set bytes = x'' where sha256 = '%s'",
                "update kept set sha256 = 'other' where sha256 = '%s'",
                "delete from kept where sha256 = '%s'"
            })
    void a_kept_workbook_settings_file_or_rule_that_was_changed_or_deleted_is_found(String tampering) {
        for (String kept : List.of("workbook 1 0", "lang: th", "rule")) {
            String sha256 = Sha256.of(kept.getBytes(StandardCharsets.UTF_8));
            office.tamper("create table backup as select * from kept", String.format(tampering, sha256));
            assertThat(office.verify().faults()).as(kept).contains(new Fault(2, What.INPUT_CHANGED, sha256));
            office.tamper("delete from kept", "insert into kept select * from backup", "drop table backup");
            assertThat(office.verify().faults()).isEmpty();
        }
    }

    @Test
    void a_text_that_looks_like_a_number_cannot_stand_for_it() {
        assertThatThrownBy(() -> office.tamper("update record set at = at || 'x' where number = 2"))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(office.verify().faults()).isEmpty();
    }
}
