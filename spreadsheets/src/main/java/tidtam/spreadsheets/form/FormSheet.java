package tidtam.spreadsheets.form;

import java.util.List;

/** The sheets of the working form, in their order, and the columns each has. */
public enum FormSheet {
    /** Whose plan it is: one line each, name and value. */
    GENERAL("ข้อมูลทั่วไป"),
    /** The measures. */
    MEASURES("มาตรการ"),
    /** The report log: one row for each report made. */
    LOG("บันทึกการรายงาน"),
    /** The agency's divisions, and who heads them. */
    DIVISIONS("หน่วยงาน"),
    /** Days off beside those that are known. */
    HOLIDAYS("วันหยุด");

    private final String title;

    FormSheet(String title) {
        this.title = title;
    }

    /** The sheet's name in the workbook. */
    public String title() {
        return title;
    }

    /** The sheet's columns, from left to right; for {@link #GENERAL} its lines, from top to bottom. */
    public List<FormColumn> columns() {
        return List.of(FormColumn.values()).stream()
                .filter(column -> column.sheet() == this)
                .toList();
    }
}
