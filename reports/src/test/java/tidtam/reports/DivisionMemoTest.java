package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidtam.facts.AgencyRecords;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Division;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.Plan;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.State;
import tidtam.facts.Values;

class DivisionMemoTest {
    private static final Wording THAI = Sample.wording(Language.TH);

    private static ReportedFinding finding(String quote, String... divisions) {
        CellText text = CellText.of(new CellRef("มาตรการ", 3, 4), quote);
        Finding finding = new Finding("date-impossible", new MeasureId(1), text, Values.of("text", "๓๑ ก.พ."));
        return new ReportedFinding(finding, Severity.ERROR, List.of(divisions), quote);
    }

    private static List<DivisionMemo> memos(ReportedFinding... findings) {
        return DivisionMemo.of(Figures.of(ReportPdfTest.result(List.of(findings))));
    }

    private static String text(DivisionMemo memo) {
        return PdfText.flowing(PdfText.of(out -> memo.write(Sample.result(), THAI, out)));
    }

    @Test
    void tells_a_division_what_is_its_own_and_what_is_everybodys() {
        List<DivisionMemo> memos = memos(
                finding("ของคลัง", "กองคลัง"),
                finding("ของทุกคน", "กองคลัง", "กองช่าง", "สำนักปลัด"),
                finding("ไม่มีเจ้าของ"));

        assertThat(memos).extracting(DivisionMemo::division).containsExactly("กองคลัง", "กองช่าง", "สำนักปลัด");
        assertThat(text(memos.get(0)))
                .contains("ของคลัง", "ของทุกคน", "จำนวน๒รายการ")
                .doesNotContain("ไม่มีเจ้าของ");
        assertThat(text(memos.get(1))).contains("ของทุกคน", "จำนวน๑รายการ").doesNotContain("ของคลัง");
    }

    @Test
    void writes_none_where_nothing_is_open() {
        assertThat(memos(finding("ไม่มีเจ้าของ"))).isEmpty();
        assertThat(memos(finding("ของช่าง", "กองช่าง")))
                .extracting(DivisionMemo::division)
                .containsExactly("กองช่าง");
    }

    @Test
    void goes_from_the_clerks_office_to_the_head_by_position() {
        List<DivisionMemo> memos = memos(
                finding("ก", "กองช่าง"),
                finding("ข", "สำนักปลัด"),
                finding("ค", "สำนักการช่าง"),
                finding("ง", "หน่วยตรวจสอบภายใน"),
                finding("จ", "../x"));

        assertThat(memos)
                .extracting(memo -> text(memo).replaceAll("(?s).*เรียน(.*?)ตามที่.*", "$1"))
                .containsExactlyInAnyOrder(
                        "ผู้อำนวยการกองช่าง",
                        "หัวหน้าสำนักปลัด",
                        "ผู้อำนวยการสำนักการช่าง",
                        "หัวหน้าหน่วยตรวจสอบภายใน",
                        "หัวหน้า../x");
        assertThat(text(memos.get(0)))
                .startsWith("บันทึกข้อความ")
                .contains("ส่วนราชการสำนักปลัด", "วันที่๓๐เมษายน๒๕๖๖");
    }

    private static String addressee(String head) {
        Evaluation sample = Sample.evaluation();
        AgencyRecords records = new AgencyRecords(
                List.of(new Division("กองช่าง", List.of(), Optional.of(head), Optional.empty(), List.of())),
                List.of(),
                List.of(),
                Optional.empty(),
                false);
        Evaluation evaluation = new Evaluation(
                new Plan(sample.plan().title(), sample.plan().measures(), List.of(), records, true),
                sample.round(),
                sample.asOf(),
                sample.obligations(),
                sample.evidence(),
                sample.uncounted(),
                List.of(finding("ก", "กองช่าง")),
                sample.ledger(),
                sample.indicators(),
                sample.limits(),
                sample.divisions(),
                sample.problems());
        DivisionMemo memo = DivisionMemo.of(Figures.of(Sample.only(evaluation))).get(0);
        return text(memo).replaceAll("(?s).*เรียน(.*?)ตามที่.*", "$1");
    }

    @Test
    void a_head_given_by_name_keeps_the_position_before_the_name() {
        for (String name :
                List.of("นายกิตติ ใจดี", "นายกฤษณะ ใจดี", "นายกร ใจดี", "นางสาวรองรัตน์ ใจดี", "รักษา ใจดี")) {
            assertThat(addressee(name)).isEqualTo("ผู้อำนวยการกองช่าง(" + name.replace(" ", "") + ")");
        }
    }

    @Test
    void a_head_given_by_position_is_addressed_by_it() {
        for (String position : List.of(
                "นายกองค์การบริหารส่วนตำบล",
                "นายกเทศมนตรี",
                "นายก อบต.ตัวอย่าง",
                "ผอ.กองช่าง",
                "รักษาการผู้อำนวยการ",
                "ปลัดเทศบาล")) {
            assertThat(addressee(position)).isEqualTo(position.replace(" ", ""));
        }
    }

    @Test
    void says_what_of_the_division_could_not_be_evaluated() {
        Evaluation sample = Sample.evaluation();
        PlanFigures.OfDivision treasury = Figures.of(Sample.only(sample)).plans().get(0).divisions().stream()
                .filter(division -> division.name().equals(Optional.of("กองคลัง")))
                .findFirst()
                .orElseThrow();
        int open = treasury.obligations().of(State.NOT_EVALUABLE);
        assertThat(open).isPositive();

        assertThat(text(memos(finding("ก", "กองคลัง")).get(0)))
                .contains("มีภาระ" + THAI.number(open) + "รายการที่ยังประเมินไม่ได้");
        Evaluation counted =
                Sample.bare(sample.plan().measures(), List.of(finding("ก", "กองคลัง")), List.of(), List.of());
        assertThat(text(DivisionMemo.of(Figures.of(Sample.only(counted))).get(0)))
                .doesNotContain("ยังประเมินไม่ได้");
    }
}
