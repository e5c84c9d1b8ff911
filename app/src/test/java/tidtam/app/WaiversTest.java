package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A waiver from taking it down to its end. */
class WaiversTest {
    @TempDir
    private Path folder;

    private RecordingOffice office;
    private String finding = "";

    @BeforeEach
    void open() {
        office = new RecordingOffice(folder);
        office.checkFor("2566-04-10");
        finding = office.finding(1);
    }

    private Run waive(String moment, String reason, String approver, String from, String to) {
        return office.at(
                moment, "waive", finding, "--reason", reason, "--approver", approver, "--from", from, "--to", to);
    }

    private Run waive(String approver, String from, String to) {
        return waive("2023-04-30T01:30:00Z", "รอระบบ", approver, from, to);
    }

    @ParameterizedTest
    @CsvSource({
        "' ', นายปลัด เก่งงาน, 2566-04-30, 2566-05-30, --reason",
        "รอระบบ, ' ', 2566-04-30, 2566-05-30, --approver",
        "รอระบบ, นายปลัด เก่งงาน, ' ', 2566-05-30, --from",
        "รอระบบ, นายปลัด เก่งงาน, 2566-04-30, ' ', --to",
        "รอระบบ, นายปลัด เก่งงาน, 2566-04-31, 2566-05-30, --from",
        "รอระบบ, นายปลัด เก่งงาน, 2566-05-30, 2566-05-29, วันสุดท้ายอยู่ก่อนวันแรก",
        "รอระบบ, นายปลัด เก่งงาน, 2566-04-01, 2566-04-29, วันสุดท้ายผ่านไปแล้ว",
        "รอระบบ, นายปลัด เก่งงาน, 2566-04-30, 2566-07-29, ไม่เกิน 90 วัน",
        "รอระบบ, กองคลัง, 2566-04-30, 2566-05-30, ไม่ใช่หน่วยงาน",
        "รอระบบ, นางสาวสมศรี ใจดี, 2566-04-30, 2566-05-30, หัวหน้าหน่วยงานเจ้าของเรื่อง",
        "รอระบบ, สมศรี  ใจดี, 2566-04-30, 2566-05-30, หัวหน้าหน่วยงานเจ้าของเรื่อง",
        "รอระบบ, น.ส.สมศรี ใจดี, 2566-04-30, 2566-05-30, หัวหน้าหน่วยงานเจ้าของเรื่อง",
        "รอระบบ, ผอ.สมศรี ใจดี, 2566-04-30, 2566-05-30, หัวหน้าหน่วยงานเจ้าของเรื่อง",
        "รอระบบ, นางสมศรี ใจดี ผู้อำนวยการกองคลัง, 2566-04-30, 2566-05-30, หัวหน้าหน่วยงานเจ้าของเรื่อง",
    })
    void one_with_a_fault_is_refused_and_nothing_is_recorded(
            String reason, String approver, String from, String to, String said) {
        Run run = waive("2023-04-30T01:30:00Z", reason, approver, from, to);

        assertThat(run.exit()).as(run.out()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.err()).contains(said);
        assertThat(office.run("verify").out()).contains("บันทึก 1\n");
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThat(waive("กองคลัง", "2565-05-30", "2565-05-29").err().lines()).hasSize(3);
    }

    @Test
    void it_holds_from_its_first_day_to_its_last_and_then_the_finding_is_back() {
        assertThat(waive("นายปลัด เก่งงาน", "2566-04-11", "2566-07-09").exit()).isZero();

        assertThat(office.checkFor("2566-04-10").exit()).isEqualTo(Exit.FOUND);
        assertThat(office.checkFor("2566-04-11").exit()).isEqualTo(Exit.CLEAN);
        assertThat(office.check("--as-of", "2566-07-09", "--round", "2566/1").exit())
                .isEqualTo(Exit.CLEAN);
        Run shown = office.check("--as-of", "2566-04-11");
        assertThat(shown.out()).contains("รอระบบ");
        Run ended = office.check("--as-of", "2566-07-10", "--round", "2566/1");
        assertThat(ended.exit()).isEqualTo(Exit.FOUND);
        assertThat(office.run("history", finding).out()).contains("(ยกเว้น)", "นายปลัด เก่งงาน");
        office.intact();
    }

    @Test
    void the_day_is_that_of_bangkok() {
        assertThat(waive("2023-04-30T16:30:00Z", "ก", "นายปลัด เก่งงาน", "2566-04-01", "2566-04-30")
                        .exit())
                .as("half past eleven of the night")
                .isZero();
        assertThat(waive("2023-04-30T23:30:00Z", "ก", "นายปลัด เก่งงาน", "2566-04-01", "2566-04-30")
                        .exit())
                .as("the next morning")
                .isEqualTo(Exit.NOT_STARTED);
        assertThat(office.at(
                                "2023-04-30T16:30:00Z",
                                "check",
                                office.office().plan().toString())
                        .exit())
                .isEqualTo(Exit.CLEAN);
        assertThat(office.at(
                                "2023-04-30T23:30:00Z",
                                "check",
                                office.office().plan().toString())
                        .exit())
                .isEqualTo(Exit.FOUND);
    }

    @Test
    void one_that_was_withdrawn_holds_no_more() {
        waive("นายปลัด เก่งงาน", "2566-04-11", "2566-07-09");
        assertThat(office.checkFor("2566-04-30").exit()).isEqualTo(Exit.CLEAN);

        assertThat(office.run("withdraw", finding, "--record", "2").exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(office.run("withdraw", finding, "--record", "3", "--reason", "ก")
                        .exit())
                .isEqualTo(Exit.NOT_STARTED);
        assertThat(office.run("withdraw", finding, "--record", "2", "--reason", "ส่งแล้ว")
                        .exit())
                .isZero();
        assertThat(office.checkFor("2566-04-30").exit()).isEqualTo(Exit.FOUND);
        office.intact();
    }

    @Test
    void one_that_waives_nothing_is_told() {
        waive("นายปลัด เก่งงาน", "2566-04-11", "2566-07-09");
        office.office().plans(RecordingOffice.IN_TIME, RecordingOffice.OTHER);

        Run run = office.check("--as-of", "2566-04-30", "--json");
        assertThat(run.exit()).isEqualTo(Exit.CLEAN);
        assertThat(run.out()).contains("รอระบบ");
    }
}
