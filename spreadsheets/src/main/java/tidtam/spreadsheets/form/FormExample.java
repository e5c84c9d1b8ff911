package tidtam.spreadsheets.form;

import java.time.LocalDate;
import java.util.Optional;

/** The row in grey at the top of each table of the form. It only shows how to fill in: a row with just these texts is no entry. */
public final class FormExample {
    /** The date in the examples; written as a real date. */
    private static final LocalDate DATE = LocalDate.of(2023, 4, 5);

    private static final String DATE_SHOWN = "5 เมษายน 2566";

    private FormExample() {}

    /** What the example row shows in a column, as it is read back; empty where it leaves the cell blank. */
    public static String text(FormColumn column) {
        return switch (column) {
            case CODE, LOG_MEASURE, DIVISION_NAME, HOLIDAY_DATE -> FormWords.EXAMPLE;
            case ISSUE -> "ประชาชนยังไม่ทราบช่องทางติดต่อและขั้นตอนการให้บริการ";
            case RESPONSIBLE -> "สำนักปลัด";
            case STEPS -> "๑. จัดทำคู่มือการให้บริการ ๒. เผยแพร่คู่มือทางเว็บไซต์ของหน่วยงาน";
            case DEADLINE -> "รายงานผลทุก ๖ เดือน ภายในเดือนเมษายนและเดือนตุลาคม";
            case ACTION -> "เผยแพร่คู่มือทางเว็บไซต์แล้ว เมื่อวันที่ ๕ เมษายน ๒๕๖๖";
            case CADENCE -> "ทุก ๖ เดือน";
            case DUE_MONTHS -> "เมษายน, ตุลาคม";
            case DATE_DONE, LOG_REPORTED -> DATE_SHOWN;
            case LOG_PERIOD -> "ครึ่งปีแรก";
            case LOG_BY -> "นางสาวสมหญิง ใจดี สำนักปลัด";
            case LOG_CHANNEL -> "https://www.example.go.th/ita";
            case LOG_REMARK -> "แถวตัวอย่าง โปรแกรมไม่อ่าน ลบออกได้";
            case DIVISION_OTHER_NAMES -> "สป.; สำนักงานปลัด";
            case DIVISION_HEAD -> "นายสมชาย ใจดี";
            case DIVISION_EMAIL -> "palad@example.go.th";
            case DIVISION_COPIES -> "nayok@example.go.th; clerk@example.go.th";
            case HOLIDAY_NAME -> "วันหยุดของท้องถิ่น (เขียนวันที่ในช่องซ้ายแทนคำว่า ตัวอย่าง)";
            case AGENCY, PROVINCE, FISCAL_YEAR, ROUND, PLAN_START, DAYS, LOG_EVENT -> "";
        };
    }

    /** The date that a column's example is written as; empty where it is a text. */
    public static Optional<LocalDate> date(FormColumn column) {
        return text(column).equals(DATE_SHOWN) ? Optional.of(DATE) : Optional.empty();
    }
}
