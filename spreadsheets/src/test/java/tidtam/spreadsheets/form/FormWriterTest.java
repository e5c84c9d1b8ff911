package tidtam.spreadsheets.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.spreadsheets.form.FormContents.Entry;

class FormWriterTest {
    private static final byte[] EMPTY = FormWriter.write(FormContents.general(Map.of()));

    @Test
    void has_the_forms_sheets_in_their_order_and_no_others() {
        assertThat(names(EMPTY))
                .containsExactlyElementsOf(List.of(FormSheet.values()).stream()
                        .map(FormSheet::title)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(value = FormSheet.class, names = "GENERAL", mode = Mode.EXCLUDE)
    void each_table_has_headings_with_notes_and_an_example_and_prints_on_a4_with_its_headings_repeated(FormSheet kind) {
        XSSFSheet sheet = sheet(EMPTY, kind);
        for (int c = 0; c < kind.columns().size(); c++) {
            FormColumn column = kind.columns().get(c);
            XSSFCell heading = sheet.getRow(0).getCell(c);
            assertThat(heading.getStringCellValue()).isEqualTo(column.heading());
            assertThat(heading.getCellComment().getString().getString()).isEqualTo(FormGuide.note(column));
            XSSFCell example = sheet.getRow(1).getCell(c);
            if (FormExample.date(column).isPresent()) {
                assertThat(DateUtil.isCellDateFormatted(example)).isTrue();
                assertThat(example.getLocalDateTimeCellValue().toLocalDate())
                        .isEqualTo(FormExample.date(column).get());
            } else {
                assertThat(example.getStringCellValue()).isEqualTo(FormExample.text(column));
            }
        }
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
        assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
        assertThat(sheet.getFooter().getRight()).contains("&P").contains("&N");
    }

    @Test
    void offers_lists_and_checks_dates_far_below_the_rows_that_are_there() {
        assertThat(validation(EMPTY, FormColumn.CADENCE)
                        .getValidationConstraint()
                        .getFormula1())
                .isEqualTo("\"" + String.join(",", FormWords.cadenceChoices().values()) + "\"");
        assertThat(validation(EMPTY, FormColumn.LOG_PERIOD)
                        .getValidationConstraint()
                        .getFormula1())
                .contains("ตุลาคม,", "ไตรมาสที่ ๔,", "ครึ่งปีหลัง");
        assertThat(validation(EMPTY, FormColumn.LOG_MEASURE)
                        .getValidationConstraint()
                        .getFormula1())
                .isEqualTo("MeasureCodes");
        assertThat(validation(EMPTY, FormColumn.ROUND).getValidationConstraint().getFormula1())
                .contains("รอบที่ ๑");
        DataValidation responsible = validation(EMPTY, FormColumn.RESPONSIBLE);
        assertThat(responsible.getShowErrorBox())
                .as("any other text is as good")
                .isFalse();
        for (FormColumn column : List.of(FormColumn.DATE_DONE, FormColumn.LOG_EVENT, FormColumn.LOG_REPORTED)) {
            DataValidation date = validation(EMPTY, column);
            assertThat(date.getValidationConstraint().getValidationType()).isEqualTo(ValidationType.DATE);
            assertThat(date.getErrorStyle()).isEqualTo(DataValidation.ErrorStyle.WARNING);
            assertThat(date.getErrorBoxText()).contains("วันที่");
            assertThat(date.getPromptBoxText()).isEqualTo(FormGuide.note(column));
        }
        assertThat(validation(EMPTY, FormColumn.LOG_REPORTED)
                        .getRegions()
                        .getCellRangeAddresses()[0]
                        .getLastRow())
                .isEqualTo(FormChoices.LAST_LOG_ROW - 1);
    }

    @ParameterizedTest
    @EnumSource(FormColumn.class)
    void what_the_form_says_fits_where_spreadsheet_programs_show_it(FormColumn column) {
        assertThat(FormGuide.note(column)).isNotBlank().hasSizeLessThanOrEqualTo(255);
        assertThat(column.heading()).hasSizeLessThanOrEqualTo(32);
        boolean validated = sheet(EMPTY, column.sheet()).getDataValidations().stream()
                .anyMatch(validation -> validation.getPromptBoxTitle().equals(column.heading()));
        if (validated) {
            DataValidation validation = validation(EMPTY, column);
            assertThat(validation.getErrorBoxText()).hasSizeLessThanOrEqualTo(225);
            assertThat(String.valueOf(validation.getValidationConstraint().getFormula1()))
                    .hasSizeLessThanOrEqualTo(257);
        }
    }

    @Test
    void the_same_contents_give_the_same_bytes_without_a_time_in_them() throws IOException {
        assertThat(FormWriter.write(FormContents.general(Map.of()))).isEqualTo(EMPTY);
        List<Long> times = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(EMPTY))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                times.add((long) entry.getTimeLocal().getYear());
                if (entry.getName().equals("docProps/core.xml")) {
                    assertThat(new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                            .doesNotContain("created")
                            .doesNotContain("modified");
                }
            }
        }
        assertThat(times).hasSizeGreaterThan(5).containsOnly(1980L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+66 2 123",
                "-",
                "@ครู",
                "=HYPERLINK(\"http://a\")",
                "_x000A_",
                "ก\nข",
                " ก ",
                "'1",
                "<&>\"",
                "😀"
            })
    void a_text_is_a_text_whatever_it_begins_with(String text) {
        byte[] form = FormWriter.write(FormContents.general(
                Map.of(FormColumn.AGENCY, Entry.text(text), FormColumn.FISCAL_YEAR, Entry.number(2566))));
        XSSFCell cell = sheet(form, FormSheet.GENERAL).getRow(1).getCell(1);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(text);
        assertThat(sheet(form, FormSheet.GENERAL).getRow(3).getCell(1).getNumericCellValue())
                .isEqualTo(2566);
    }

    private static DataValidation validation(byte[] form, FormColumn column) {
        List<XSSFDataValidation> found = sheet(form, column.sheet()).getDataValidations().stream()
                .filter(validation -> validation.getPromptBoxTitle().equals(column.heading()))
                .toList();
        assertThat(found).as("validations of %s", column).hasSize(1);
        return found.get(0);
    }

    private static List<String> names(byte[] form) {
        List<String> names = new ArrayList<>();
        workbook(form).forEach(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    private static XSSFSheet sheet(byte[] form, FormSheet kind) {
        return workbook(form).getSheet(kind.title());
    }

    private static XSSFWorkbook workbook(byte[] form) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(form));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
