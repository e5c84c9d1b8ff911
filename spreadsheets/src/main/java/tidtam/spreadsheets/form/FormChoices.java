package tidtam.spreadsheets.form;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidation.ErrorStyle;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tidtam.facts.Limits;

/** The form's drop-down lists, checks of what is typed, and the messages that go with them. */
final class FormChoices {
    static final int LAST_MEASURE = 5_000;
    static final int LAST_LOG_ROW = 50_000;
    static final int LAST_DIVISION = 500;
    static final int LAST_HOLIDAY = 500;

    private static final String CODES = "MeasureCodes";
    private static final String DIVISIONS = "DivisionNames";
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int LONGEST_TITLE = 32;

    private FormChoices() {}

    /** Names the cells that lists are taken from. */
    static void nameLists(XSSFWorkbook workbook) {
        name(workbook, CODES, FormSheet.MEASURES, LAST_MEASURE);
        name(workbook, DIVISIONS, FormSheet.DIVISIONS, LAST_DIVISION);
    }

    /** From the first row below the headings that is no example down to the last text; so that rows may be added and deleted. */
    private static void name(XSSFWorkbook workbook, String name, FormSheet sheet, int last) {
        String at = "'" + sheet.title() + "'!";
        String cells = at + "$A$1:$A$" + last;
        XSSFName named = workbook.createName();
        named.setNameName(name);
        named.setRefersToFormula("OFFSET(" + at + "$A$1,IF(INDEX(" + at + "$A:$A,2)=\"" + FormWords.EXAMPLE
                + "\",2,1),0,MAX(1,SUMPRODUCT(MAX((" + cells + "<>\"\")*ROW(" + cells + ")))-2),1)");
    }

    /** Sets what may be typed into a column's cells, from one row to another, both zero-based and included. */
    static void add(XSSFSheet sheet, FormColumn column, int firstRow, int lastRow, int at) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        Optional<DataValidationConstraint> constraint = constraint(helper, column);
        if (constraint.isEmpty()) {
            return;
        }
        DataValidation validation =
                helper.createValidation(constraint.get(), new CellRangeAddressList(firstRow, lastRow, at, at));
        String title = column.heading().substring(0, Math.min(column.heading().length(), LONGEST_TITLE));
        validation.createPromptBox(title, FormGuide.note(column));
        validation.setShowPromptBox(true);
        validation.createErrorBox(title, error(column));
        validation.setErrorStyle(ErrorStyle.WARNING);
        validation.setShowErrorBox(column != FormColumn.RESPONSIBLE);
        // A list taken from cells would let everything pass where one of them is blank.
        validation.setEmptyCellAllowed(column != FormColumn.LOG_MEASURE);
        validation.setSuppressDropDownArrow(constraint.get().getValidationType() == ValidationType.LIST);
        sheet.addValidationData(validation);
    }

    private static Optional<DataValidationConstraint> constraint(DataValidationHelper helper, FormColumn column) {
        return switch (column) {
            case FISCAL_YEAR -> Optional.of(whole(helper, 2550, 2650));
            case ROUND -> Optional.of(list(helper, FormWords.roundChoices()));
            case RESPONSIBLE -> Optional.of(helper.createFormulaListConstraint(DIVISIONS));
            case CADENCE -> Optional.of(list(helper, FormWords.cadenceChoices().values()));
            case DUE_MONTHS -> Optional.of(list(helper, FormWords.monthChoices()));
            case DAYS -> Optional.of(whole(helper, 1, Limits.MOST_DAYS));
            case LOG_MEASURE -> Optional.of(helper.createFormulaListConstraint(CODES));
            case LOG_PERIOD -> Optional.of(list(helper, FormWords.periodChoices()));
            case PLAN_START, DATE_DONE, LOG_EVENT, LOG_REPORTED, HOLIDAY_DATE -> Optional.of(date(helper));
            case DIVISION_EMAIL ->
                Optional.of(helper.createCustomConstraint("AND(ISNUMBER(FIND(\"@\",D3)),ISERROR(FIND(\" \",D3)))"));
            default -> Optional.empty();
        };
    }

    private static DataValidationConstraint list(DataValidationHelper helper, Iterable<String> choices) {
        return helper.createFormulaListConstraint("\"" + String.join(",", choices) + "\"");
    }

    private static DataValidationConstraint whole(DataValidationHelper helper, int least, int most) {
        return helper.createIntegerConstraint(OperatorType.BETWEEN, String.valueOf(least), String.valueOf(most));
    }

    /** A date of these years; one typed with a Buddhist year where the program expects the other lies far ahead, and is asked about. */
    private static DataValidationConstraint date(DataValidationHelper helper) {
        return helper.createDateConstraint(
                OperatorType.BETWEEN, serial(LocalDate.of(2010, 1, 1)), serial(LocalDate.of(2099, 12, 31)), "");
    }

    private static String serial(LocalDate day) {
        return String.valueOf(ChronoUnit.DAYS.between(SERIAL_ZERO, day));
    }

    private static String error(FormColumn column) {
        return switch (column) {
            case FISCAL_YEAR -> "ปีงบประมาณเป็น พ.ศ. สี่หลัก ตัวเลขอารบิก เช่น 2566 ใช้ค่านี้หรือไม่";
            case DAYS -> "จำนวนวันเป็นเลขจำนวนเต็ม หลายหน้าที่คั่นด้วย ; เช่น 15; 30 ใช้ค่านี้หรือไม่";
            case PLAN_START, LOG_EVENT, LOG_REPORTED, HOLIDAY_DATE, DATE_DONE ->
                "ค่านี้ไม่ใช่วันที่ หรือปีไม่น่าถูกต้อง โปรดพิมพ์แบบ วัน/เดือน/ปี เช่น 5/4/2566 แล้วดูว่าปีที่แสดงเป็น พ.ศ. ที่ถูกต้อง"
                        + " ใช้ค่านี้หรือไม่";
            case DIVISION_EMAIL -> "ค่านี้ไม่ใช่อีเมล ใช้ค่านี้หรือไม่";
            case LOG_MEASURE -> "ไม่มีรหัสนี้ในแผ่นมาตรการ ใช้ค่านี้หรือไม่";
            default -> "ค่านี้ไม่อยู่ในรายการ ใช้ค่านี้หรือไม่";
        };
    }
}
