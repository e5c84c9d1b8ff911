package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.facts.CellProblem;
import tidtam.facts.Column;
import tidtam.spreadsheets.Reading.Why;

/** Files that are no workbook, or not a whole one, or meant to do harm. */
class WorkbookReaderTest {
    private static final byte[] SAMPLE = SampleTest.bytes("/samples/jomuang-2566-h1.xlsx");

    private static void assertUnreadable(byte[] file, Why why) {
        assertThat(WorkbookReader.read(file)).isEqualTo(new Reading.Unreadable(why));
    }

    @Test
    void says_that_a_file_is_empty() {
        assertUnreadable(new byte[0], Why.EMPTY_FILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ประเด็น,ผู้รับผิดชอบ\n",
                "<html><table></table></html>",
                "%PDF-1.7",
                "\uFEFF<?xml version='1.0'?><Workbook/>",
                "P",
                "PK"
            })
    void says_that_another_kind_of_file_is_no_workbook(String content) {
        assertUnreadable(content.getBytes(StandardCharsets.UTF_8), Why.NOT_A_WORKBOOK);
    }

    @Test
    void says_that_a_zip_of_other_things_is_no_workbook() {
        assertUnreadable(Books.zip(Map.of("word/document.xml", "<document/>")), Why.NOT_A_WORKBOOK);
        assertUnreadable(Books.zip(Map.of("xl/workbook.bin", "binary")), Why.NOT_A_WORKBOOK);
    }

    @Test
    void says_that_other_ole_documents_are_no_workbook() throws Exception {
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            ole.createDocument(new ByteArrayInputStream(new byte[100]), "WordDocument");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ole.writeFilesystem(out);
            assertUnreadable(out.toByteArray(), Why.NOT_A_WORKBOOK);
        }
    }

    @Test
    void says_that_a_file_was_cut_off_wherever_it_was() {
        for (int length = 8; length < SAMPLE.length; length += 97) {
            assertUnreadable(Arrays.copyOf(SAMPLE, length), Why.DAMAGED);
        }
    }

    @Test
    void says_that_a_cut_off_xls_is_damaged() {
        byte[] xls = Books.xls(Books.rows(Books.HEADER, Books.row("ก", "กองคลัง", "ข", "ค", "ง")));
        assertUnreadable(Arrays.copyOf(xls, 600), Why.DAMAGED);
        assertUnreadable(Arrays.copyOf(xls, 8), Why.DAMAGED);
    }

    @Test
    void never_throws_whatever_byte_is_wrong() {
        byte[] xls = Books.xls(Books.rows(Books.HEADER, Books.row("ก", "กองคลัง", "ข", "ค", "ง")));
        for (byte[] whole : new byte[][] {SAMPLE, xls}) {
            for (int i = 0; i < whole.length; i += Math.max(1, whole.length / 300)) {
                byte[] broken = whole.clone();
                broken[i] ^= 0x5A;
                assertThat(WorkbookReader.read(broken)).isNotNull();
            }
        }
    }

    @Test
    void says_that_an_encrypted_xlsx_needs_its_password_removed() throws Exception {
        try (POIFSFileSystem ole = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OPCPackage open = OPCPackage.open(new ByteArrayInputStream(SAMPLE));
                    java.io.OutputStream hidden = encryptor.getDataStream(ole)) {
                open.save(hidden);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ole.writeFilesystem(out);
            assertUnreadable(out.toByteArray(), Why.ENCRYPTED);
        }
    }

    @Test
    void says_that_an_encrypted_xls_needs_its_password_removed() throws Exception {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("แผน").createRow(0).createCell(0).setCellValue("ลับ");
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            Biff8EncryptionKey.setCurrentUserPassword(null);
            assertUnreadable(out.toByteArray(), Why.ENCRYPTED);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void refuses_a_document_type_and_fetches_nothing() {
        String xxe = "<!DOCTYPE worksheet [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]>"
                + Books.sheetXml("<row><c t='inlineStr'><is><t>&secret;</t></is></c></row>");
        assertUnreadable(Books.zip(Books.parts(xxe)), Why.DAMAGED);
        Map<String, String> inWorkbook = Books.parts(Books.sheetXml(""));
        inWorkbook.computeIfPresent("xl/workbook.xml", (name, xml) -> "<!DOCTYPE workbook [<!ENTITY a 'a'>]>" + xml);
        assertUnreadable(Books.zip(inWorkbook), Why.DAMAGED);
    }

    @Test
    void refuses_a_zip_that_unpacks_to_far_more() {
        Map<String, String> parts = Books.parts(Books.sheetXml(""));
        String blanks = " ".repeat(3 << 20) + "<x/>";
        parts.put("xl/worksheets/sheet1.xml", "<worksheet>" + blanks.repeat(45) + "</worksheet>");
        byte[] bomb = Books.zip(parts);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertUnreadable(bomb, Why.TOO_LARGE);
    }

    @Test
    void a_bomb_in_a_part_that_nobody_reads_is_not_unpacked() {
        Map<String, String> parts = Books.parts(
                Books.sheetXml("<row>" + "<c t='inlineStr'><is><t>เรื่อง</t></is></c>".repeat(5) + "</row>"));
        for (int i = 0; i < 5; i++) {
            parts.put("xl/media/" + i + ".png", "0".repeat(30 << 20));
        }
        assertThat(Books.read(Books.zip(parts)).plan().measures()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<worksheet a='%s'/>",
                "<worksheet><!-- < > %s --></worksheet>",
                "<worksheet><?p %s?></worksheet>"
            })
    void refuses_a_part_that_a_parser_would_have_to_hold_whole(String around) {
        assertUnreadable(
                Books.zip(Books.parts(String.format(around, "x<".repeat(0) + "x".repeat(5 << 20)))), Why.TOO_LARGE);
    }

    @Test
    void refuses_elements_nested_without_end() {
        assertUnreadable(Books.zip(Books.parts("<worksheet>" + "<a>".repeat(100_000))), Why.DAMAGED);
    }

    @Test
    void refuses_more_cells_than_any_plan_has() {
        String row = "<row>" + "<c><v>1</v></c>".repeat(500) + "</row>";
        assertUnreadable(Books.zip(Books.parts(Books.sheetXml(row.repeat(801)))), Why.TOO_LARGE);
    }

    @Test
    void refuses_a_part_that_stands_twice() {
        Map<String, String> parts = Books.parts(Books.sheetXml(""));
        parts.put("XL\\Workbook.xml", "<workbook/>");
        assertUnreadable(Books.zip(parts), Why.DAMAGED);
    }

    @Test
    void says_that_no_sheet_holds_a_measure_table() {
        assertUnreadable(
                Books.xlsx(Books.rows(Books.row("ชื่อ", "โทรศัพท์"), Books.row("ก", "ข"))), Why.NO_MEASURE_TABLE);
        assertUnreadable(Books.xlsx(sheet -> {}), Why.NO_MEASURE_TABLE);
    }

    @Test
    void a_damaged_sheet_leaves_the_others_readable() {
        Map<String, String> parts = Books.parts(
                Books.sheetXml("<row>" + "<c t='inlineStr'><is><t>เรื่อง</t></is></c>".repeat(5) + "</row>"),
                "<worksheet><sheetData><row></worksheet>");
        Reading.Contents contents = Books.read(Books.zip(parts));
        assertThat(contents.plan().measures()).hasSize(1);
        assertThat(Books.problems(contents, CellProblem.Code.SHEET_UNREADABLE)).containsExactly("แผน2");
        assertThat(contents.plan().complete()).isFalse();
    }

    @Test
    void keeps_no_lone_surrogate_and_no_control_character() {
        String odd = "<row><c t='inlineStr'><is><t>ก_xD800__x0000_ข_x000D__x000A_ค</t></is></c>"
                + "<c t='inlineStr'><is><t>กองคลัง</t></is></c>".repeat(4) + "</row>";
        Reading.Contents contents = Books.read(Books.zip(Books.parts(Books.sheetXml(odd))));
        assertThat(Books.texts(contents, Column.ISSUE)).containsExactly("ก\uFFFDข\nค");
    }

    @Test
    void cuts_a_text_longer_than_a_cell_can_hold_and_says_so() {
        String longRow = "<row><c t='inlineStr'><is><t>" + "ก".repeat(40_000) + "</t></is></c>"
                + "<c t='inlineStr'><is><t>กองคลัง</t></is></c>".repeat(4) + "</row>";
        Reading.Contents contents = Books.read(Books.zip(Books.parts(Books.sheetXml(longRow))));
        assertThat(Books.texts(contents, Column.ISSUE).get(0)).hasSize(WorkbookLimits.CELL_CHARACTERS);
        assertThat(Books.problems(contents, CellProblem.Code.TEXT_TOO_LONG)).hasSize(1);
        assertThat(contents.plan().complete()).isFalse();
    }
}
