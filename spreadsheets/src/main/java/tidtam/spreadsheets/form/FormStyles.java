package tidtam.spreadsheets.form;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The form's cell styles, each made when it is first asked for. */
final class FormStyles {
    private static final String FONT = "TH Sarabun New";
    static final short SIZE = 16;
    private static final short TITLE_SIZE = 22;

    /** Thai digits, and the year of the Buddhist era. */
    private static final String DATE = "[$-D07041E]d mmmm yyyy";

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();

    FormStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont normal = workbook.getFontAt(0);
        normal.setFontName(FONT);
        normal.setFontHeightInPoints(SIZE);
    }

    /** What a cell is for. */
    enum Part {
        TITLE,
        /** Heading of a column that the official form has. */
        HEADING,
        /** Heading of a column that the program reads before the text. */
        STRUCTURED_HEADING,
        SECTION,
        EXAMPLE,
        LABEL,
        BODY,
        READ,
        OPEN
    }

    /**
     * A style.
     *
     * @param date whether a number in it is a date
     * @param quoted whether its text stays a text when someone edits it
     */
    private record Look(Part part, boolean date, boolean quoted) {}

    XSSFCellStyle of(Part part) {
        return of(part, false, false);
    }

    XSSFCellStyle of(Part part, boolean date, boolean quoted) {
        return styles.computeIfAbsent(new Look(part, date, quoted), this::made);
    }

    private XSSFCellStyle made(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(workbook.getFontAt(0));
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setWrapText(look.part() != Part.TITLE);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setQuotePrefixed(look.quoted());
        style.setDataFormat(workbook.createDataFormat().getFormat(look.date() ? DATE : "General"));
        switch (look.part()) {
            case TITLE -> style.setFont(font(TITLE_SIZE, true, false, "1F3864"));
            case HEADING -> heading(style, "DDEBF7");
            case STRUCTURED_HEADING -> heading(style, "E2EFDA");
            case SECTION -> {
                style.setFont(font(SIZE, true, false, "000000"));
                fill(style, "EDEDED");
                border(style);
            }
            case EXAMPLE -> {
                style.setFont(font(SIZE, false, true, "7F7F7F"));
                fill(style, "F2F2F2");
                border(style);
            }
            case LABEL -> {
                style.setFont(font(SIZE, true, false, "000000"));
                fill(style, "DDEBF7");
                border(style);
            }
            case READ -> {
                fill(style, "FFF2CC");
                border(style);
            }
            case OPEN -> {
                fill(style, "F8CBAD");
                border(style);
            }
            case BODY -> {}
        }
        return style;
    }

    private void heading(XSSFCellStyle style, String colour) {
        style.setFont(font(SIZE, true, false, "000000"));
        style.setAlignment(HorizontalAlignment.CENTER);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        fill(style, colour);
        border(style);
    }

    private XSSFFont font(short size, boolean bold, boolean italic, String colour) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints(size);
        font.setBold(bold);
        font.setItalic(italic);
        font.setColor(colour(colour));
        return font;
    }

    private static void fill(XSSFCellStyle style, String colour) {
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(colour(colour));
    }

    private static void border(XSSFCellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        XSSFColor grey = colour("A6A6A6");
        style.setTopBorderColor(grey);
        style.setBottomBorderColor(grey);
        style.setLeftBorderColor(grey);
        style.setRightBorderColor(grey);
    }

    private static XSSFColor colour(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
    }
}
