package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.chrono.ThaiBuddhistDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.Period;
import tidtam.facts.Report;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.reports.Checked;
import tidtam.spreadsheets.form.FormColumn;
import tidtam.spreadsheets.form.FormSheet;

/** What an office does in a year: it carries its plan into the working form, and answers every error in the report log. */
class YearWithTheFormTest {
    private static final LocalDate AUDIT = LocalDate.of(2023, 4, 30);
    private static final Check CHECK = Rules.builtIn().check();

    @TempDir
    private Path office;

    @Test
    void the_sample_completed_by_a_log_has_no_error_left() throws IOException {
        Path form = office.resolve("แผน ๒๕๖๖.xlsx");
        Run carried = Run.of("template", "--from", Run.sampleIn(office, "แผนเดิม.xlsx"), form.toString());
        assertThat(carried.exit()).as(carried.err()).isZero();
        assertThat(errors(form)).hasSize(25);

        edit(form, workbook -> {
            correctTheImpossibleDate(workbook);
            answerInTheLog(workbook, evaluation(form));
        });

        assertThat(errors(form)).isEmpty();
        assertThat(evaluation(form).evidence().values())
                .extracting(Report::source)
                .contains(Report.Source.LOG, Report.Source.ACTION);
        Run check = Run.of("check", form.toString(), "--as-of", "2566-04-30", "--quiet");
        assertThat(check.exit()).as(check.err()).isZero();
    }

    /** The official text keeps its five-digit year; the structured column says what was meant. */
    private static void correctTheImpossibleDate(Workbook workbook) {
        Sheet sheet = workbook.getSheet(FormSheet.MEASURES.title());
        int issue = column(FormColumn.ISSUE);
        for (Row row : sheet) {
            if (text(row, issue).startsWith("E๕ ")) {
                row.getCell(column(FormColumn.DATE_DONE), MissingCellPolicy.CREATE_NULL_AS_BLANK)
                        .setCellValue("๒๐-๒๔ มีนาคม ๒๕๖๖");
            }
        }
    }

    /** One row for each period that an error names; one on the last day of the round where it names none. */
    private static void answerInTheLog(Workbook workbook, Evaluation evaluation) {
        Sheet log = workbook.getSheet(FormSheet.LOG.title());
        int at = firstEmptyRow(log);
        for (ReportedFinding reported : evaluation.findings()) {
            if (reported.severity() != Severity.ERROR
                    || reported.finding().rule().equals("date-impossible")) {
                continue;
            }
            Finding finding = reported.finding();
            String measure = evaluation
                    .plan()
                    .measures()
                    .get(finding.measures().get(0).row() - 1)
                    .measure()
                    .issue()
                    .raw();
            for (LocalDate day : daysToReport(finding)) {
                Row row = Optional.ofNullable(log.getRow(at)).orElse(log.createRow(at));
                put(row, FormColumn.LOG_MEASURE, measure);
                put(
                        row,
                        FormColumn.LOG_REPORTED,
                        day.getDayOfMonth() + "/" + day.getMonthValue() + "/"
                                + ThaiBuddhistDate.from(day).get(ChronoField.YEAR_OF_ERA));
                at++;
            }
        }
    }

    private static Set<LocalDate> daysToReport(Finding finding) {
        TreeSet<LocalDate> days = new TreeSet<>();
        List<Object> periods = new ArrayList<>();
        finding.values().find("period").ifPresent(periods::add);
        finding.values().find("periods").ifPresent(listed -> periods.addAll((List<?>) listed));
        periods.forEach(period -> days.add(((Period) period).end()));
        if (days.isEmpty()) {
            days.add(LocalDate.of(2023, 3, 31));
        }
        return days;
    }

    private static List<String> errors(Path form) {
        return evaluation(form).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.finding().rule() + " "
                        + finding.finding().measures().stream()
                                .map(MeasureId::row)
                                .toList() + " "
                        + finding.finding().values())
                .toList();
    }

    private static Evaluation evaluation(Path form) {
        try {
            Checked checked =
                    CHECK.check(form.toString(), Files.readAllBytes(form), new Check.Settings(AUDIT, Optional.empty()));
            assertThat(checked).isInstanceOf(Checked.Evaluated.class);
            return ((Checked.Evaluated) checked).evaluation();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private interface Edit {
        void in(Workbook workbook);
    }

    private static void edit(Path form, Edit edit) throws IOException {
        try (InputStream in = Files.newInputStream(form);
                Workbook workbook = new XSSFWorkbook(in)) {
            edit.in(workbook);
            try (OutputStream out = Files.newOutputStream(form)) {
                workbook.write(out);
            }
        }
    }

    private static int column(FormColumn column) {
        return column.sheet().columns().indexOf(column);
    }

    private static int firstEmptyRow(Sheet sheet) {
        int at = 0;
        for (Row row : sheet) {
            if (!text(row, 0).isBlank()) {
                at = row.getRowNum() + 1;
            }
        }
        return at;
    }

    private static String text(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
    }

    private static void put(Row row, FormColumn column, String text) {
        row.getCell(column(column), MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
    }
}
