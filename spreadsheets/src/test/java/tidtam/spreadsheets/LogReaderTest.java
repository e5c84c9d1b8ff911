package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static tidtam.spreadsheets.Books.form;
import static tidtam.spreadsheets.Books.headings;
import static tidtam.spreadsheets.Books.read;
import static tidtam.spreadsheets.Books.row;
import static tidtam.spreadsheets.Books.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.facts.CellText;
import tidtam.facts.Channel;
import tidtam.facts.DateSpan;
import tidtam.facts.LogEntry;
import tidtam.facts.Period;
import tidtam.spreadsheets.form.FormSheet;

/** Rows of the report log: whose report, for which period, when and where. */
class LogReaderTest {
    private static final String[][] MEASURES = table(
            headings(FormSheet.MEASURES),
            row("", "E5 การติดต่อราชการ", "กองคลัง", "ก", "ทุกเดือน", "แล้ว"),
            row("", "การใช้ทรัพย์สินของราชการในปีนี้", "กองคลัง", "ก", "ทุกเดือน", "แล้ว"),
            row("ก-1", "การใช้อำนาจหน้าที่", "กองคลัง", "ก", "ทุกเดือน", "แล้ว"),
            row("", "การใช้ทรัพย์สินของเอกชน", "กองคลัง", "ก", "ทุกเดือน", "แล้ว"),
            row("๑๒", "E6 การให้บริการประชาชน", "กองคลัง", "ก", "ทุกเดือน", "แล้ว"));

    private static List<LogEntry> log(String[]... rows) {
        Map<String, String[][]> sheets = form(FormSheet.LOG, rows);
        sheets.put(FormSheet.MEASURES.title(), MEASURES);
        return read(sheets).plan().records().logged();
    }

    private static LogEntry entry(String... row) {
        List<LogEntry> log = log(row);
        assertThat(log).hasSize(1);
        return log.get(0);
    }

    private static int measure(String named) {
        return entry(named).measure().map(id -> id.row()).orElse(0);
    }

    @ParameterizedTest
    @CsvSource({
        "E5,1",
        "e ๕,1",
        "ข้อ E5,1",
        "E5.,1",
        "E5 การติดต่อราชการ,1",
        "การติดต่อราชการ,1",
        "การ ติดต่อ,1",
        "การใช้ทรัพย์สินของราชการในปีนี้,2",
        "การใช้ทรัพย์สินของราช…,2",
        "ก-1,3",
        "ก-๑,3",
        "การใช้อํานาจหน้าที่,3",
        "การใช้อ ำนาจ,3",
        "3,3",
        "มาตรการที่ ๓,3",
        "12,5",
        "E6,5"
    })
    void a_measure_is_named_by_code_place_or_text(String named, int measure) {
        assertThat(measure(named)).isEqualTo(measure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E9",
                "การใช้ทรัพย์สิน",
                "การใช้",
                "5",
                "99",
                "ไม่มีมาตรการนี้ในแผน",
                "E5 การให้บริการประชาชน",
                "-"
            })
    void a_name_of_no_measure_or_of_several_names_none_and_its_row_stays(String named) {
        LogEntry entry = entry(named, "มกราคม 2566");
        assertThat(entry.measure()).isEmpty();
        assertThat(entry.named().raw()).isEqualTo(named);
        assertThat(entry.period()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "มกราคม 2566,2023-01-01,2023-01-31",
        "ม.ค. ๖๖,2023-01-01,2023-01-31",
        "เดือนมกราคม,2023-01-01,2023-01-31",
        "ตุลาคม,2022-10-01,2022-10-31",
        "15 กุมภาพันธ์ 2566,2023-02-01,2023-02-28",
        "ไตรมาสที่ 2/2566,2023-01-01,2023-03-31",
        "ไตรมาสที่ ๑,2022-10-01,2022-12-31",
        "ไตรมาส 2 ปี 2566,2023-01-01,2023-03-31",
        "ไตรมาส 4 ปีงบประมาณ 2566,2023-07-01,2023-09-30",
        "รอบที่ 1/2566,2022-10-01,2023-03-31",
        "รอบ 2,2023-04-01,2023-09-30",
        "รอบที่ ๒ ปีงบประมาณ พ.ศ. ๒๕๖๕,2022-04-01,2022-09-30",
        "6 เดือนแรก,2022-10-01,2023-03-31",
        "รอบ 6 เดือนหลัง ปี 2566,2023-04-01,2023-09-30",
        "ครึ่งปีแรก,2022-10-01,2023-03-31",
        "ครึ่งปีหลัง/2566,2023-04-01,2023-09-30",
        "ปีงบประมาณ 2566,2022-10-01,2023-09-30",
        "ปี 2566,2022-10-01,2023-09-30",
        "ทั้งปี,2022-10-01,2023-09-30",
        "2566,2022-10-01,2023-09-30",
        "ต.ค. 65 - มี.ค. 66,2022-10-01,2023-03-31",
        "ตุลาคม - ธันวาคม 2565,2022-10-01,2022-12-31",
        "ตุลาคม ถึง มกราคม,2022-10-01,2023-01-31",
        "1-15 มกราคม 2566,2023-01-01,2023-01-15"
    })
    void a_period_is_that_of_the_fiscal_calendar(String text, LocalDate from, LocalDate to) {
        LogEntry entry = entry("E5", text);
        assertThat(entry.period()).contains(new Period(from, to));
        assertThat(entry.notUnderstood()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/2566",
                "เมื่อวานนี้",
                "ไตรมาสที่ 5",
                "รอบที่ 3",
                "31 กุมภาพันธ์ 2566",
                "มกราคม 25666",
                "มกราคม, กุมภาพันธ์ 2566",
                "1",
                "มีนาคม 2566 - ตุลาคม 2565"
            })
    void what_is_no_period_is_kept_with_its_cell(String text) {
        LogEntry entry = entry("E5", text);
        assertThat(entry.period()).isEmpty();
        assertThat(entry.notUnderstood()).extracting(CellText::raw).containsExactly(text);
        assertThat(entry.notUnderstood().get(0).cell()).hasToString("บันทึกการรายงาน!B2");
    }

    @Test
    void events_and_reports_are_days_or_ranges() {
        LogEntry entry = entry(
                "E5",
                "",
                "๒๐-๒๔ มีนาคม ๒๕๖๖",
                "รายงานวันที่ 3/4/2566 แล้ว",
                "นาย ก",
                "เว็บไซต์ www.example.go.th/a1.",
                "ส่ง\nแล้ว");
        assertThat(entry.event().orElseThrow().from()).isEqualTo("2023-03-20");
        assertThat(entry.event().orElseThrow().to()).isEqualTo("2023-03-24");
        assertThat(entry.reported().orElseThrow().to()).isEqualTo("2023-04-03");
        assertThat(entry.by()).isEqualTo("นาย ก");
        assertThat(entry.channels()).containsExactly(Channel.WEBSITE);
        assertThat(entry.link()).contains("www.example.go.th/a1");
        assertThat(entry.remark()).isEqualTo("ส่ง แล้ว");
        assertThat(entry.notUnderstood()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "เมื่อวาน",
                "31 กุมภาพันธ์ 2566",
                "มกราคม 2566",
                "1 และ 5 มกราคม 2566",
                "10 มกราคม",
                "10 มกราคม 25666",
                "ยังไม่ได้รายงาน กำหนดส่ง ๓๑ มีนาคม ๒๕๖๖",
                "จะรายงานวันที่ 31 มีนาคม 2566",
                "ภายในวันที่ 31 มีนาคม 2566"
            })
    void what_is_no_date_is_kept_with_its_cell(String text) {
        LogEntry entry = entry("E5", "", "", text);
        assertThat(entry.reported()).isEmpty();
        assertThat(entry.notUnderstood()).extracting(CellText::raw).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"รายงานแล้วเมื่อวันที่ ๑๐ มกราคม ๒๕๖๖", "เมื่อวันที่ 10 ม.ค. 66", "ส่งรายงานแล้ว 10/1/2566"})
    void words_around_a_day_on_which_it_was_done_do_not_matter(String text) {
        assertThat(entry("E5", "", "", text).reported().map(DateSpan::to)).contains(LocalDate.of(2023, 1, 10));
    }

    @Test
    void a_row_with_anything_in_it_is_an_entry_and_blank_rows_are_none() {
        Reading.Contents contents = read(form(
                FormSheet.LOG,
                row(""),
                row("", "", "", "10 มกราคม 2566"),
                row(" ", "&nbsp;"),
                row("", "", "", "", "", "", "หมายเหตุ")));
        List<LogEntry> log = contents.plan().records().logged();
        assertThat(Books.problems(contents)).isEmpty();
        assertThat(log).extracting(LogEntry::number).containsExactly(1, 2);
        assertThat(log.get(0).named().blank()).isTrue();
        assertThat(log.get(0).named().cell()).hasToString("บันทึกการรายงาน!A3");
        assertThat(log.get(0).reported()).isPresent();
    }

    @Test
    void text_beside_the_table_is_named() {
        Map<String, String[][]> sheets =
                form(FormSheet.LOG, row("", "", "", "", "", "", "", "", "นอกตาราง"), headings(FormSheet.LOG));
        Reading.Contents contents = read(sheets);
        assertThat(contents.plan().records().logged()).isEmpty();
        assertThat(Books.problems(contents)).containsExactly("ROW_NOT_UNDERSTOOD บันทึกการรายงาน!I2 นอกตาราง");
    }

    @Test
    void real_dates_are_read_also_those_typed_with_a_buddhist_year() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        form().forEach((name, rows) -> Books.fill(workbook.createSheet(name), rows));
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("d/m/yyyy"));
        Row row = workbook.getSheet(FormSheet.LOG.title()).createRow(1);
        row.createCell(0).setCellValue("E5");
        LocalDate[] days = {LocalDate.of(2023, 1, 5), LocalDate.of(2023, 1, 10), LocalDate.of(2566, 1, 20)};
        for (int i = 0; i < days.length; i++) {
            row.createCell(i + 1).setCellValue(days[i]);
            row.getCell(i + 1).setCellStyle(date);
        }
        LogEntry entry =
                Books.read(Books.bytes(workbook)).plan().records().logged().get(0);
        assertThat(entry.period()).contains(new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 31)));
        assertThat(entry.event().orElseThrow().to()).isEqualTo("2023-01-10");
        assertThat(entry.reported().orElseThrow().to()).isEqualTo("2023-01-20");
    }

    @Test
    void an_address_under_the_text_is_a_link() {
        for (Workbook workbook : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
            form(FormSheet.LOG, row("E5", "", "", "", "", "ดูหลักฐาน"))
                    .forEach((name, rows) -> Books.fill(workbook.createSheet(name), rows));
            Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress("https://example.go.th/x");
            Sheet log = workbook.getSheet(FormSheet.LOG.title());
            log.getRow(1).getCell(5).setHyperlink(link);
            assertThat(Books.read(Books.bytes(workbook))
                            .plan()
                            .records()
                            .logged()
                            .get(0)
                            .link())
                    .contains("https://example.go.th/x");
        }
    }

    @Test
    void a_log_of_fifty_thousand_rows_is_read_whole() {
        SXSSFWorkbook workbook = new SXSSFWorkbook();
        Map<String, String[][]> sheets = form();
        sheets.put(FormSheet.MEASURES.title(), MEASURES);
        sheets.forEach((name, rows) -> Books.fill(workbook.createSheet(name), rows));
        Sheet log = workbook.getSheet(FormSheet.LOG.title());
        for (int i = 1; i <= 50_000; i++) {
            Row row = log.createRow(i);
            String[] texts = {
                "E" + (5 + i % 2), "ไตรมาสที่ ๒", "", (1 + i % 28) + " มกราคม 2566", "นาย ก", "เว็บไซต์", "ลำดับ " + i
            };
            for (int c = 0; c < texts.length; c++) {
                row.createCell(c).setCellValue(texts[c]);
            }
        }
        List<LogEntry> entries =
                Books.read(Books.bytes(workbook)).plan().records().logged();
        assertThat(entries)
                .hasSize(50_000)
                .allMatch(
                        entry -> entry.measure().isPresent() && entry.reported().isPresent());
        assertThat(entries.get(49_999).number()).isEqualTo(50_000);
    }

    private static final String[][] ENTRIES = table(
            row("E5", "ไตรมาสที่ 2/2566", "", "10 มกราคม 2566"),
            row("การใช้อำนาจหน้าที่", "มกราคม 2566", "3 มกราคม 2566", "15 มกราคม 2566", "นาย ก"),
            row("12", "รอบที่ 1/2566", "", "31 มีนาคม 2566"),
            row("E6", "ปีงบประมาณ 2566", "", "เมื่อวาน"));

    private static List<String> shown(List<LogEntry> log) {
        return log.stream()
                .map(entry -> entry.measure() + " " + entry.period() + " "
                        + entry.event().map(span -> span.from()) + " "
                        + entry.reported().map(span -> span.to()) + " "
                        + entry.notUnderstood().size())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    @Property(tries = 40)
    void order_digits_spaces_and_sara_am_do_not_matter(@ForAll long seed, @ForAll boolean thai, @ForAll boolean split) {
        Random random = new Random(seed);
        List<String[]> rows = new ArrayList<>(List.of(ENTRIES));
        Collections.shuffle(rows, random);
        String[][] disturbed = rows.stream()
                .map(row -> List.of(row).stream()
                        .map(text -> disturbed(text, thai, split, random))
                        .toArray(String[]::new))
                .toArray(String[][]::new);
        assertThat(shown(log(disturbed))).isEqualTo(shown(log(ENTRIES)));
    }

    private static String disturbed(String text, boolean thai, boolean split, Random random) {
        StringBuilder other = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ';
            other.append(thai && Character.isDigit(c) ? (char) (c - '0' + '๐') : c);
            if (space && random.nextBoolean()) {
                other.append("  \u00A0");
            }
        }
        return split ? other.toString().replace("ำ", "\u0E4Dา") : other.toString();
    }

    @Test
    void a_measure_with_a_code_of_its_own_beside_an_item_is_found_by_both() {
        assertThat(Optional.of(measure("๑๒"))).isEqualTo(Optional.of(measure("E6")));
    }
}
