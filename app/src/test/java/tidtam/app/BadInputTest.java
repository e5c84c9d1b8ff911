package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with what a user gave: one line that names it and says what to do. */
class BadInputTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void a_file_that_is_no_workbook() {
        refuses(file("letter.xlsx", "เรียน นายก".getBytes(StandardCharsets.UTF_8)), "letter.xlsx: ไม่ใช่สมุดงาน Excel");
    }

    @Test
    void a_name_with_controls_beyond_ascii() {
        assertThat(Run.of("check", "\u001b[2J\u009b31m\u202eก.xlsx").err())
                .contains("ก.xlsx")
                .doesNotContain("\u001b", "\u009b", "\u202e");
    }

    @Test
    void an_encrypted_workbook() throws IOException, GeneralSecurityException {
        try (POIFSFileSystem locked = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("ลับ");
            try (OutputStream out = encryptor.getDataStream(locked)) {
                out.write(Run.sample());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            locked.writeFilesystem(bytes);
            refuses(file("locked.xlsx", bytes.toByteArray()), "locked.xlsx: สมุดงานมีรหัสผ่าน");
        }
    }

    @Test
    void a_truncated_workbook() {
        byte[] whole = Run.sample();
        refuses(file("half.xlsx", Arrays.copyOf(whole, whole.length / 2)), "half.xlsx: สมุดงานเสียหาย");
    }

    @Test
    void a_zip_bomb() throws IOException {
        byte[] bomb = withPart("xl/worksheets/sheet1.xml", (sheet, out) -> {
            byte[] blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) ' ');
            for (int i = 0; i < 600; i++) {
                out.write(blank);
            }
        });
        refuses(file("bomb.xlsx", bomb), "bomb.xlsx: สมุดงานใหญ่เกิน");
    }

    @Test
    void an_xml_that_reaches_for_other_files() throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "ความลับ");
        String doctype = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><worksheet ";
        byte[] reaching = withPart(
                "xl/worksheets/sheet1.xml",
                (sheet, out) -> out.write(new String(sheet, StandardCharsets.UTF_8)
                        .replaceFirst("<worksheet ", doctype)
                        .replaceFirst("<t>[^<]*", "<t>&x;")
                        .getBytes(StandardCharsets.UTF_8)));

        Run run = Run.of("check", file("xxe.xlsx", reaching), "--json");

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.err().lines()).hasSize(1).first().asString().contains("xxe.xlsx: ");
        assertThat(run.out() + run.err()).doesNotContain("ความลับ");
    }

    @Test
    void an_empty_file() {
        refuses(file("empty.xlsx", new byte[0]), "empty.xlsx: แฟ้มว่างเปล่า");
    }

    @Test
    void a_workbook_without_a_measure_table() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("งบประมาณ").createRow(0).createCell(0).setCellValue("รายจ่าย");
            workbook.write(bytes);
        }
        refuses(file("budget.xls", bytes.toByteArray()), "budget.xls: ไม่พบตารางมาตรการ");
    }

    @Test
    void a_folder_with_nothing_in_it() {
        refuses(folder.toString(), folder + ": ไม่มีแฟ้ม .xlsx หรือ .xls ในโฟลเดอร์นี้");
    }

    @Test
    void a_lock_file() {
        refuses(file("~$แผน.xlsx", new byte[] {1}), "~$แผน.xlsx: เป็นแฟ้มชั่วคราวของสมุดงานที่เปิดอยู่");
    }

    @Test
    void a_file_without_permission() throws IOException {
        String closed = file("closed.xlsx", Run.sample());
        Files.setPosixFilePermissions(Path.of(closed), PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(Path.of(closed)))
                .as("root may read everything")
                .isFalse();
        refuses(closed, "closed.xlsx: ไม่มีสิทธิ์อ่าน");
    }

    @Test
    void a_missing_file() {
        refuses(folder.resolve("ไม่มี.xlsx").toString(), "ไม่มี.xlsx: ไม่พบแฟ้มนี้");
    }

    @Test
    void the_same_in_english() {
        Run run = Run.of("check", "none.xlsx", "--lang", "en");

        assertThat(run)
                .isEqualTo(new Run(2, "", "tidtam: none.xlsx: there is no such file; check its name and folder\n"));
    }

    @Test
    void a_name_that_would_steer_the_terminal() {
        Run run = Run.of("check", "a\u001B[31mb.xlsx");

        assertThat(run.err()).contains("a [31mb.xlsx").doesNotContain("\u001B");
    }

    @Test
    void explaining_a_bad_workbook() {
        Run run = Run.of("explain", file("empty.xlsx", new byte[0]), "E5");

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.err().lines()).hasSize(1).first().asString().contains("empty.xlsx: แฟ้มว่างเปล่า");
    }

    private void refuses(String path, String message) {
        Run run = Run.of("check", path, "--out", folder.resolve("out").toString());

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("tidtam: ")
                .contains(message);
    }

    private String file(String name, byte[] content) {
        return Run.write(folder, name, content);
    }

    private interface Part {
        void replace(byte[] content, OutputStream out) throws IOException;
    }

    /** The sample with one part of its zip replaced. */
    private static byte[] withPart(String name, Part part) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(Run.sample()));
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(name)) {
                    part.replace(in.readAllBytes(), out);
                } else {
                    in.transferTo(out);
                }
            }
        }
        return changed.toByteArray();
    }
}
