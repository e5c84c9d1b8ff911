package tidtam.spreadsheets.form;

import java.util.List;

/** The columns of the working form's sheets: headings as they are written, and the other words under which they are found. */
public enum FormColumn {
    AGENCY(FormSheet.GENERAL, "หน่วยงาน", "ชื่อหน่วยงาน", "ส่วนราชการ"),
    PROVINCE(FormSheet.GENERAL, "จังหวัด"),
    FISCAL_YEAR(FormSheet.GENERAL, "ปีงบประมาณ", "ปีงบประมาณ พ.ศ."),
    ROUND(FormSheet.GENERAL, "รอบ", "รอบการรายงาน"),
    PLAN_START(FormSheet.GENERAL, "วันที่เริ่มแผน", "แผนเริ่มวันที่"),

    CODE(FormSheet.MEASURES, "รหัส"),
    ISSUE(FormSheet.MEASURES, "ประเด็นที่ต้องพัฒนา"),
    RESPONSIBLE(FormSheet.MEASURES, "ผู้รับผิดชอบ"),
    STEPS(FormSheet.MEASURES, "ขั้นตอนหรือวิธีการ"),
    DEADLINE(FormSheet.MEASURES, "การรายงานผลและกำหนดเวลาแล้วเสร็จ"),
    ACTION(FormSheet.MEASURES, "การดำเนินการ"),
    CADENCE(FormSheet.MEASURES, "ความถี่", "ความถี่ในการรายงาน"),
    DUE_MONTHS(FormSheet.MEASURES, "เดือนที่ครบกำหนด"),
    DAYS(FormSheet.MEASURES, "จำนวนวัน", "ภายในกี่วัน"),
    DATE_DONE(FormSheet.MEASURES, "วันที่ดำเนินการ", "วันที่ดำเนินการแล้วเสร็จ"),

    LOG_MEASURE(FormSheet.LOG, "มาตรการ", "รหัสมาตรการ", "ข้อ"),
    LOG_PERIOD(FormSheet.LOG, "งวดที่รายงาน", "งวด", "รอบที่รายงาน"),
    LOG_EVENT(FormSheet.LOG, "วันที่เกิดเหตุ", "วันที่ดำเนินการ"),
    LOG_REPORTED(FormSheet.LOG, "วันที่รายงาน"),
    LOG_BY(FormSheet.LOG, "ผู้รายงาน"),
    LOG_CHANNEL(FormSheet.LOG, "ช่องทางหรือลิงก์", "ช่องทาง", "ลิงก์", "หลักฐาน"),
    LOG_REMARK(FormSheet.LOG, "หมายเหตุ"),

    DIVISION_NAME(FormSheet.DIVISIONS, "หน่วยงาน", "ชื่อหน่วยงาน", "สำนัก/กอง"),
    DIVISION_OTHER_NAMES(FormSheet.DIVISIONS, "ชื่อย่อและชื่ออื่น", "ชื่อย่อ", "ชื่ออื่น"),
    DIVISION_HEAD(FormSheet.DIVISIONS, "หัวหน้าหน่วยงาน", "หัวหน้า"),
    DIVISION_EMAIL(FormSheet.DIVISIONS, "อีเมล", "e-mail", "email"),
    DIVISION_COPIES(FormSheet.DIVISIONS, "สำเนาถึง", "สำเนา", "cc"),

    HOLIDAY_DATE(FormSheet.HOLIDAYS, "วันที่", "วัน เดือน ปี"),
    HOLIDAY_NAME(FormSheet.HOLIDAYS, "ชื่อวันหยุด", "วันหยุด", "รายการ");

    private final FormSheet sheet;
    private final String heading;
    private final String otherHeadings;

    FormColumn(FormSheet sheet, String heading, String... otherHeadings) {
        this.sheet = sheet;
        this.heading = heading;
        this.otherHeadings = String.join("|", otherHeadings);
    }

    public FormSheet sheet() {
        return sheet;
    }

    /** The heading as the form is written. */
    public String heading() {
        return heading;
    }

    /** Other headings under which the column is found. */
    public List<String> otherHeadings() {
        return otherHeadings.isEmpty() ? List.of() : List.of(otherHeadings.split("\\|", -1));
    }
}
