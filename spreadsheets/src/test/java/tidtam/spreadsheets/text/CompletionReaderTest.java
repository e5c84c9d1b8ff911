package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.facts.Channel;
import tidtam.facts.Completion;
import tidtam.facts.Kind;
import tidtam.facts.Status;

class CompletionReaderTest {
    @Test
    void reads_an_empty_cell() {
        assertThat(Reads.completion("").status()).isEqualTo(Status.EMPTY);
        assertThat(Reads.completion(" \u00A0&nbsp;\n").status()).isEqualTo(Status.EMPTY);
    }

    @Test
    void lists_a_claim_beside_a_date_and_quotes_it() {
        Completion completion = Reads.completion("ดำเนินการแล้วเมื่อวันที่ ๒๐ พฤศจิกายน ๒๕๖๕ พร้อมทั้งรายงานทุกไตรมาส");
        assertThat(completion.status()).isEqualTo(Status.DONE_DATED);
        assertThat(completion.claims()).singleElement().satisfies(claim -> {
            assertThat(claim.kind()).isEqualTo(Kind.QUARTERLY);
            assertThat(claim.text().quote()).isEqualTo("ทุกไตรมาส");
        });
    }

    @Test
    void makes_one_claim_of_every_month_by_its_end() {
        assertThat(Reads.completion("ดำเนินการทุกเดือนภายในสิ้น เดือน").claims())
                .hasSize(1);
    }

    @Test
    void takes_fifteen_days_for_a_rhythm_only_where_it_recurs() {
        assertThat(Reads.completion("ประชาสัมพันธ์ลงในเว็บไซต์ทุก ๑๕ วัน").claims())
                .allMatch(claim -> claim.kind() == Kind.EVERY_N_DAYS
                        && claim.limits().days().orElse(0) == 15)
                .hasSize(1);
        assertThat(Reads.completion("ดำเนินการแล้วภายใน ๑๕ วัน").claims()).isEmpty();
    }

    @Test
    void counts_an_impossible_date_as_no_date() {
        Completion completion = Reads.completion("ดำเนินการแล้วเมื่อวันที่ ๓๑ กุมภาพันธ์ ๒๕๖๖");
        assertThat(completion.status()).isEqualTo(Status.DONE_DATED);
        assertThat(completion.dates()).isEmpty();
        assertThat(completion.impossibleDates()).hasSize(1);
    }

    @Test
    void reports_a_month_it_cannot_read() {
        Completion completion = Reads.completion("ประกาศ 8 ม.ย.63");
        assertThat(completion.status()).isEqualTo(Status.DONE_UNDATED);
        assertThat(completion.impossibleDates())
                .singleElement()
                .satisfies(date -> assertThat(date.text().quote()).isEqualTo("8 ม.ย.63"));
    }

    @Test
    void guesses_that_something_stated_without_a_verb_was_done() {
        assertThat(Reads.completion("ป้ายหน้าสำนักงาน").guessed()).isTrue();
        assertThat(Reads.completion("ดำเนินการแล้ว").guessed()).isFalse();
    }

    @Test
    void finds_channels_and_no_line_in_online() {
        assertThat(Reads.completion("เผยแพร่ทางช่องทางออนไลน์และ Online").channels())
                .containsExactly(Channel.ONLINE);
        assertThat(Reads.completion("แจ้งทาง Line และ facebook").channels())
                .containsExactly(Channel.FACEBOOK, Channel.LINE);
        assertThat(Reads.completion("ยังไม่ได้เผยแพร่ทางเว็บไซต์").channels()).isEmpty();
    }

    @Test
    void does_not_take_a_plans_years_or_a_document_number_for_a_date() {
        assertThat(Reads.completion("แต่งตั้งตามคำสั่งที่ ๓๗๖/๒๕๖๔ แล้ว").dates())
                .isEmpty();
        assertThat(Reads.completion("จัดทำแผนอัตรากำลัง ๓ ปี (พ.ศ. ๒๕๖๗ - ๒๕๖๙) แล้ว")
                        .status())
                .isEqualTo(Status.DONE_UNDATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"รอผู้บริหารอนุมัติ", "รอจัดซื้อ", "รองบประมาณ", "รอลงนามในคำสั่ง"})
    void what_waits_for_someone_is_not_done(String text) {
        assertThat(Reads.completion(text).status()).isEqualTo(Status.IN_PROGRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"จัดที่นั่งรอให้ประชาชนแล้ว", "รองนายกตรวจสอบแล้ว", "ดำเนินการครบทุกรอบแล้ว"})
    void a_seat_to_wait_on_a_deputy_and_a_round_are(String text) {
        assertThat(Reads.completion(text).status()).isEqualTo(Status.DONE_UNDATED);
    }
}
