package tidtam.reports.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.reports.warning.SamplePlan.SCHOOLS;
import static tidtam.reports.warning.SamplePlan.TREASURY;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.EmailAddress;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.Severity;
import tidtam.facts.Values;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.Figures;
import tidtam.reports.Language;
import tidtam.reports.Sample;
import tidtam.reports.Wording;

class WarningTextTest {
    private static final Wording THAI = Sample.wording(Language.TH);
    private static final String HEAD = "head@example.go.th";
    private static final Contacts CONTACTS = new Contacts(
            EmailAddress.find("office@example.go.th"), EmailAddress.find("auditor@example.go.th"), address -> true);
    private static final Policy POLICY = new Policy(7, 0, 7, 15);

    private static Digest digest(Digest.Kind kind, SamplePlan... plans) {
        return Digests.of(SamplePlan.figures(plans), CONTACTS, 0).stream()
                .filter(digest -> digest.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Letter letter(Digest digest, Told told) {
        Decision decision = Decision.of(
                digest, told, Map.of(), digest.sections().get(0).evaluation().asOf(), POLICY);
        return letter(digest, decision, told, Optional.empty());
    }

    private static Letter letter(Digest digest, Decision decision, Told told, Optional<EmailAddress> replyTo) {
        WarningText.About about = new WarningText.About(
                SamplePlan.result(SamplePlan.on("2023-04-30")).run(),
                "run",
                replyTo,
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
        return WarningText.of(digest, decision, told, about, THAI);
    }

    private static SamplePlan plan() {
        return SamplePlan.on("2023-04-30").lists(TREASURY, HEAD);
    }

    private static Letter first(SamplePlan... plans) {
        return letter(digest(Digest.Kind.DIVISIONS, plans), Told.nothing());
    }

    @Test
    void the_subject_says_whose_how_much_and_how_long() {
        assertThat(SampleMails.letters(THAI).values())
                .extracting(Letter::subject)
                .containsExactly(
                        "[ITA ๒๕๖๖] กองการศึกษา และ กองคลัง: ค้าง ๓ (ใหม่ ๑) เกินกำหนด ๑๒๐ วัน",
                        "ทดลอง [ITA ๒๕๖๖] กองการศึกษา และ กองคลัง: ค้าง ๓ (ใหม่ ๓) เกินกำหนด ๑๒๐ วัน",
                        "[ITA ๒๕๖๖] กองช่าง: ค้าง ๑ (ใหม่ ๑) เกินกำหนด ๑๕ วัน",
                        "[ITA ๒๕๖๖] เรื่องของแผนทั้งฉบับ หรือไม่ระบุผู้รับผิดชอบ: ค้าง ๑ (ใหม่ ๑)",
                        "[ITA ๒๕๖๖] สรุปรายสัปดาห์: ค้าง ๕ (ใหม่ ๒) เกินกำหนด ๑๒๐ วัน",
                        "[ITA ๒๕๖๖] สำนักปลัด: ไม่พบรายการค้างแล้ว");
        assertThat(first(plan().owes("2023-05-05", TREASURY)).subject())
                .isEqualTo("[ITA ๒๕๖๖] กองคลัง: ใกล้ครบกำหนด ๑");
    }

    @Test
    void what_is_due_soon_is_not_counted_among_what_is_open_and_new() {
        SamplePlan known = plan().misdates(Severity.ERROR, TREASURY);
        Memory memory = new Memory();
        Digest before = digest(Digest.Kind.DIVISIONS, known);
        memory.note(
                before,
                Decision.of(before, Told.nothing(), Map.of(), LocalDate.of(2023, 4, 29), POLICY),
                LocalDate.of(2023, 4, 29));

        Letter letter = letter(
                digest(Digest.Kind.DIVISIONS, known.owes("2023-05-05", TREASURY).owes("2023-05-04", TREASURY)),
                memory.told());

        assertThat(letter.subject()).isEqualTo("[ITA ๒๕๖๖] กองคลัง: ค้าง ๑");
        assertThat(letter.plain()).contains("กองคลัง: มีรายการค้าง ๑ รายการ", "ใกล้ครบกำหนด ๒ รายการ");
    }

    @Test
    void a_reminder_that_ends_because_its_report_is_overdue_is_not_called_settled() {
        Memory memory = new Memory();
        LocalDate before = LocalDate.of(2023, 3, 30);
        Digest reminder = digest(
                Digest.Kind.DIVISIONS,
                SamplePlan.on(before).lists(TREASURY, HEAD).owes("2023-03-31", TREASURY));
        memory.note(reminder, Decision.of(reminder, Told.nothing(), Map.of(), before, POLICY), before);
        SamplePlan after = SamplePlan.on("2023-04-01").lists(TREASURY, HEAD);

        assertThat(letter(digest(Digest.Kind.DIVISIONS, after), memory.told()).plain())
                .contains("รายการที่เคยแจ้งไว้ ๑ รายการ ไม่พบแล้ว");
        assertThat(letter(digest(Digest.Kind.DIVISIONS, after.owes("2023-03-31", TREASURY)), memory.told())
                        .plain())
                .contains("เกินกำหนด ๑ วัน")
                .doesNotContain("ไม่พบแล้ว");
    }

    @Test
    void a_reader_of_several_rounds_sees_which_is_meant() {
        SamplePlan first = plan().misdates(Severity.ERROR, TREASURY);
        SamplePlan second = plan().in(2).misdates(Severity.ERROR, TREASURY);

        assertThat(first(first, second).plain())
                .contains("== กองคลัง – รอบที่ ๑/๒๕๖๖ ==", "== กองคลัง – รอบที่ ๒/๒๕๖๖ ==");
        assertThat(letter(digest(Digest.Kind.ROLL_UP, first, second), Told.nothing())
                        .plain())
                .contains("กองคลัง – รอบที่ ๑/๒๕๖๖: ค้าง ๑ (ใหม่ ๑) · ", "กองคลัง – รอบที่ ๒/๒๕๖๖: ค้าง ๑ (ใหม่ ๑) · ");
        assertThat(first(first).plain()).contains("== กองคลัง ==");
    }

    @Test
    void the_division_with_the_heaviest_item_comes_first() {
        SamplePlan plan =
                plan().lists(SCHOOLS, HEAD).misdates(Severity.WARNING, SCHOOLS).owes("2023-04-29", TREASURY);

        assertThat(first(plan).plain()).containsSubsequence("== กองคลัง ==", "== กองการศึกษา ==");
        assertThat(first(plan.misdates(Severity.ERROR, TREASURY).owes("2023-04-28", SCHOOLS))
                        .plain())
                .containsSubsequence("== กองการศึกษา ==", "== กองคลัง ==");
    }

    @Test
    void what_is_due_soon_is_no_mere_note() {
        assertThat(first(plan().owes("2023-05-05", TREASURY)).plain())
                .contains("๑. [ใกล้ครบกำหนด] ลำดับที่ ๑")
                .doesNotContain("ข้อสังเกต");
    }

    @Test
    void the_auditor_reads_whose_an_item_is() {
        SamplePlan plan = plan().misdates(Severity.ERROR, TREASURY);

        assertThat(letter(digest(Digest.Kind.ROLL_UP, plan), Told.nothing()).plain())
                .contains("เกี่ยวกับ กองคลัง");
        assertThat(first(plan).plain()).doesNotContain("เกี่ยวกับ กองคลัง");
    }

    @Test
    void names_the_sheet_of_the_log_only_where_there_is_one() {
        assertThat(first(plan().owes("2023-03-31", TREASURY)).plain())
                .contains("ช่องการดำเนินการ (มาตรการ!E6)")
                .doesNotContain("บันทึกการรายงาน");
        assertThat(first(plan().logging().owes("2023-03-31", TREASURY)).plain())
                .contains("หรือเพิ่มแถวในแผ่นงาน “บันทึกการรายงาน”");
    }

    @Test
    void says_that_a_plan_was_read_in_part() {
        SamplePlan plan = plan().misdates(Severity.ERROR, TREASURY);

        assertThat(first(plan).plain()).doesNotContain("เพียงบางส่วน");
        assertThat(first(plan.readInPart()).plain()).contains("ตรวจตารางมาตรการได้เพียงบางส่วน");
    }

    @Test
    void says_that_a_workbook_was_not_read_which_may_be_the_readers() {
        CheckResult read = SamplePlan.result(plan().misdates(Severity.ERROR, TREASURY));
        List<Checked> inputs = new ArrayList<>(read.inputs());
        inputs.add(new Checked.Unreadable("locked.xlsx", Optional.empty(), Checked.Why.ENCRYPTED));

        assertThat(Digests.of(Figures.of(new CheckResult(read.run(), inputs)), CONTACTS, 0))
                .hasSize(3)
                .allSatisfy(digest ->
                        assertThat(letter(digest, Told.nothing()).plain()).contains("ตรวจตารางมาตรการได้เพียงบางส่วน"));
    }

    @Test
    void tells_a_hundred_items_and_how_many_more_there_are() {
        SamplePlan plan = plan();
        for (int i = 0; i < 102; i++) {
            plan.misdates(Severity.ERROR, TREASURY).misdates(Severity.INFO, TREASURY);
        }
        Letter letter = first(plan);

        assertThat(letter.subject()).contains("ค้าง ๑๐๒");
        assertThat(letter.plain())
                .contains("\n๑๐๐. ")
                .doesNotContain("\n๑๐๑. ")
                .contains("ข้อสังเกต (ไม่ต้องตอบ): ๑๐๒ รายการ")
                .containsSubsequence("และอีก ๒ รายการ", "และอีก ๒ รายการ");
        assertThat(letter(digest(Digest.Kind.ROLL_UP, plan), Told.nothing()).plain())
                .contains("\n๓๐. ")
                .doesNotContain("\n๓๑. ")
                .contains("และอีก ๗๒ รายการ");
    }

    @Test
    void an_auditor_is_told_of_an_agency_of_which_nothing_is_known() {
        Letter letter = letter(digest(Digest.Kind.ROLL_UP, SamplePlan.on("2023-04-30")), Told.nothing());

        assertThat(letter.subject()).isEqualTo("[ITA ๒๕๖๖] สรุปรายสัปดาห์: ไม่พบรายการค้าง");
        assertThat(letter.plain()).doesNotContain("ไม่ระบุผู้รับผิดชอบ");
    }

    @Test
    void an_answer_goes_to_the_clerk_where_no_one_reads_the_mailbox() {
        Digest digest = digest(Digest.Kind.DIVISIONS, plan().misdates(Severity.ERROR, TREASURY));
        Decision decision = Decision.of(digest, Told.nothing(), Map.of(), LocalDate.of(2023, 4, 30), POLICY);

        assertThat(letter(digest, decision, Told.nothing(), Optional.empty()).plain())
                .contains("โปรดแจ้งสำนักปลัด เช่น วันที่จะแล้วเสร็จ");
        assertThat(letter(digest, decision, Told.nothing(), EmailAddress.find("reply@example.go.th"))
                        .plain())
                .contains("ตอบกลับอีเมลนี้ได้ (reply@example.go.th)");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void both_forms_have_the_same_words(Language language) {
        SampleMails.letters(Sample.wording(language))
                .forEach((name, letter) -> assertThat(words(letter.html()))
                        .as(name)
                        .isEqualTo(
                                letter.plain().replaceAll("(?m)^== | ==$", "").split("\\s+")));
    }

    /** The words in the body of a page. */
    private static String[] words(String html) {
        NodeList blocks = read(html).getElementsByTagName("body").item(0).getChildNodes();
        return texts(blocks).strip().split("\\s+");
    }

    private static String texts(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .map(node -> node.hasChildNodes() ? texts(node.getChildNodes()) + "\n" : node.getTextContent())
                .collect(Collectors.joining());
    }

    private static Document read(String html) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html.replaceFirst("<!DOCTYPE html>", ""))));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nBcc: x@example.org",
                "\n.\nQUIT",
                "<script>alert(1)</script>",
                "\u202Eabc\u2066",
                "\u0000\u001B[31m\u0085\u2028"
            })
    void a_hostile_division_makes_no_other_subject(String text) {
        String division = "กองคลัง" + text;
        Letter letter = first(SamplePlan.on("2023-04-30")
                .of("อบต." + text)
                .lists(division, HEAD)
                .misdates(Severity.ERROR, division));

        assertThat(letter.subject()).startsWith("[ITA ๒๕๖๖] กองคลัง").endsWith(": ค้าง ๑ (ใหม่ ๑)");
        assertThat(letter.subject().codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0x2028);
        assertThat(letter.html()).doesNotContain("<script");
        assertThat(letter.plain().lines())
                .noneMatch(line -> line.startsWith("Bcc") || line.startsWith("."))
                .noneMatch(line -> line.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT));
    }

    @Test
    void what_a_cell_says_is_quoted_as_it_stands() {
        CellText text = CellText.of(new CellRef("{text} {cell}", 0, 0), "{cell} {text} " + Sample.HOSTILE);
        SamplePlan plan = plan().misdates(Severity.ERROR, TREASURY);
        plan.finds(
                new Finding(SamplePlan.IMPOSSIBLE, new MeasureId(1), text, Values.of("text", "{cell}")),
                Severity.ERROR,
                TREASURY,
                SCHOOLS);

        assertThat(first(plan).plain())
                .contains("ข้อความในช่อง {text} {cell}!A1: “{cell} {text} =HYPERLINK(", "วันที่ “{cell}” เป็นไปไม่ได้");
    }
}
