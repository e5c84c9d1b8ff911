package tidtam.spreadsheets.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderFormatting;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tidtam.spreadsheets.form.FormContents.Entry;
import tidtam.spreadsheets.form.FormContents.OtherText;
import tidtam.spreadsheets.form.FormStyles.Part;

/** Writes the working form: an {@code .xlsx} workbook with headings, lists to choose from, notes and an example row in each table. */
public final class FormWriter {
    /** The row of headings, and the example below it. */
    private static final int HEADINGS = 0;

    private static final int EXAMPLE = 1;
    private static final int FIRST = 2;
    private static final int LABEL_WIDTH = 22;
    private static final int EXTRA_WIDTH = 26;
    private static final int UNITS = 256;
    private static final double MARGIN = 0.4;
    private static final Set<FormColumn> STRUCTURED =
            Set.of(FormColumn.CADENCE, FormColumn.DUE_MONTHS, FormColumn.DAYS, FormColumn.DATE_DONE);
    private static final Set<FormColumn> DATES = Set.of(
            FormColumn.PLAN_START,
            FormColumn.DATE_DONE,
            FormColumn.LOG_EVENT,
            FormColumn.LOG_REPORTED,
            FormColumn.HOLIDAY_DATE);

    /** In a cell's text {@code _x000A_} stands for a character; this finds a text that only looks like it. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private final FormContents contents;
    private final XSSFWorkbook workbook;
    private final FormStyles styles;

    private FormWriter(FormContents contents, XSSFWorkbook workbook) {
        this.contents = contents;
        this.workbook = workbook;
        this.styles = new FormStyles(workbook);
    }

    /** The workbook's bytes; equal for equal contents. */
    public static byte[] write(FormContents contents) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new FormWriter(contents, workbook).fill();
            workbook.getProperties()
                    .getCoreProperties()
                    .getUnderlyingProperties()
                    .setCreatedProperty(Optional.empty());
            workbook.write(bytes);
            return FixedZip.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook in memory could not be written", e);
        }
    }

    private void fill() {
        for (FormSheet sheet : FormSheet.values()) {
            workbook.createSheet(sheet.title());
        }
        FormChoices.nameLists(workbook);
        general(workbook.getSheet(FormSheet.GENERAL.title()));
        measures(table(FormSheet.MEASURES, contents.extraHeadings(), FormChoices.LAST_MEASURE, 2));
        table(FormSheet.LOG, List.of(), FormChoices.LAST_LOG_ROW, 1);
        table(FormSheet.DIVISIONS, List.of(), FormChoices.LAST_DIVISION, 1);
        table(FormSheet.HOLIDAYS, List.of(), FormChoices.LAST_HOLIDAY, 0);
        if (!contents.others().isEmpty()) {
            others(workbook.createSheet(FormWords.OTHER_TEXTS));
        }
        for (Sheet sheet : workbook) {
            sheet.setDefaultRowHeightInPoints(RowHeights.ONE_LINE);
            RowHeights.fit((XSSFSheet) sheet);
        }
    }

    private void general(XSSFSheet sheet) {
        sheet.setColumnWidth(0, LABEL_WIDTH * UNITS);
        sheet.setColumnWidth(1, FormGuide.width(FormColumn.AGENCY) * UNITS);
        cell(sheet, 0, 0, Part.TITLE).setCellValue(FormGuide.TITLE);
        int row = 1;
        for (FormColumn line : FormSheet.GENERAL.columns()) {
            XSSFCell label = cell(sheet, row, 0, Part.LABEL);
            label.setCellValue(line.heading());
            note(label, FormGuide.note(line));
            Entry entry = contents.general().getOrDefault(line, Entry.text(""));
            write(sheet, row, 1, entry, DATES.contains(line));
            FormChoices.add(sheet, line, row, row, 1);
            row++;
        }
        borders(sheet, 1, row - 1, 1, "TRUE");
        sheet.createFreezePane(0, 1);
        row++;
        cell(sheet, row++, 0, Part.LABEL).setCellValue(FormGuide.CYCLE);
        int number = 1;
        for (String step : FormGuide.steps()) {
            cell(sheet, row++, 1, Part.BODY).setCellValue(thai(number++) + ". " + step);
        }
        if (contents.carried()) {
            row++;
            cell(sheet, row++, 0, Part.LABEL).setCellValue(FormGuide.COLOURS);
            cell(sheet, row, 0, Part.READ);
            cell(sheet, row++, 1, Part.BODY).setCellValue(FormGuide.READ);
            cell(sheet, row, 0, Part.OPEN);
            cell(sheet, row, 1, Part.BODY).setCellValue(FormGuide.OPEN);
        }
        page(sheet);
    }

    private static String thai(int number) {
        return String.valueOf((char) ('๐' + number));
    }

    /** A sheet with headings, formats, lists and its example; nothing else yet. */
    private XSSFSheet table(FormSheet kind, List<String> extraHeadings, int lastRow, int frozenColumns) {
        XSSFSheet sheet = workbook.getSheet(kind.title());
        List<FormColumn> columns = kind.columns();
        int width = columns.size() + extraHeadings.size();
        for (int c = 0; c < width; c++) {
            boolean own = c < columns.size();
            boolean date = own && DATES.contains(columns.get(c));
            sheet.setColumnWidth(c, (own ? FormGuide.width(columns.get(c)) : EXTRA_WIDTH) * UNITS);
            sheet.setDefaultColumnStyle(c, styles.of(Part.BODY, date, false));
            boolean structured = own && STRUCTURED.contains(columns.get(c));
            XSSFCell heading = cell(sheet, HEADINGS, c, structured ? Part.STRUCTURED_HEADING : Part.HEADING);
            if (own) {
                heading.setCellValue(columns.get(c).heading());
                note(heading, FormGuide.note(columns.get(c)));
                example(sheet, columns.get(c), c);
                FormChoices.add(sheet, columns.get(c), FIRST, lastRow - 1, c);
            } else {
                text(heading, extraHeadings.get(c - columns.size()));
            }
        }
        int number = FIRST;
        for (Map<FormColumn, Entry> row : contents.tables().getOrDefault(kind, List.of())) {
            entries(sheet, number++, columns, row);
        }
        String last = CellReference.convertNumToColString(width - 1);
        borders(sheet, FIRST, lastRow - 1, width - 1, "COUNTA($A" + (FIRST + 1) + ":$" + last + (FIRST + 1) + ")>0");
        sheet.createFreezePane(frozenColumns, 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADINGS, HEADINGS, -1, -1));
        page(sheet);
        return sheet;
    }

    private void example(XSSFSheet sheet, FormColumn column, int at) {
        boolean date = FormExample.date(column).isPresent();
        XSSFCell cell = cell(sheet, EXAMPLE, at, Part.EXAMPLE);
        cell.setCellStyle(styles.of(Part.EXAMPLE, date, false));
        FormExample.date(column).ifPresentOrElse(cell::setCellValue, () -> cell.setCellValue(FormExample.text(column)));
    }

    private void measures(XSSFSheet sheet) {
        List<FormColumn> columns = FormSheet.MEASURES.columns();
        int lastColumn = columns.size() + contents.extraHeadings().size() - 1;
        int number = FIRST;
        for (FormContents.Row row : contents.rows()) {
            if (row instanceof FormContents.Heading heading) {
                for (int c = 0; c <= lastColumn; c++) {
                    cell(sheet, number, c, Part.SECTION);
                }
                text(cell(sheet, number, 1, Part.SECTION), heading.text());
                sheet.addMergedRegionUnsafe(new CellRangeAddress(number, number, 1, lastColumn));
            } else if (row instanceof FormContents.Measure measure) {
                entries(sheet, number, columns, measure.cells());
                for (Map.Entry<Integer, Entry> extra : measure.extras().entrySet()) {
                    write(sheet, number, columns.size() + extra.getKey(), extra.getValue(), false);
                }
            }
            number++;
        }
        contents.merges()
                .forEach(merge -> sheet.addMergedRegionUnsafe(new CellRangeAddress(
                        FIRST + merge.firstRow(), FIRST + merge.lastRow(), merge.column(), merge.column())));
    }

    private void entries(XSSFSheet sheet, int row, List<FormColumn> columns, Map<FormColumn, Entry> cells) {
        for (int c = 0; c < columns.size(); c++) {
            Entry entry = cells.get(columns.get(c));
            if (entry != null) {
                write(sheet, row, c, entry, DATES.contains(columns.get(c)));
            }
        }
    }

    private void others(XSSFSheet sheet) {
        String[] headings = {"แผ่นงานเดิม", "ช่องเดิม", "ข้อความ"};
        int[] widths = {28, 14, 120};
        for (int c = 0; c < headings.length; c++) {
            sheet.setColumnWidth(c, widths[c] * UNITS);
            sheet.setDefaultColumnStyle(c, styles.of(Part.BODY));
            cell(sheet, HEADINGS, c, Part.HEADING).setCellValue(headings[c]);
        }
        int row = 1;
        for (OtherText other : contents.others()) {
            write(sheet, row, 0, Entry.text(other.sheet()), false);
            write(sheet, row, 1, Entry.text(other.cell()), false);
            write(sheet, row++, 2, Entry.text(other.text()), false);
        }
        sheet.createFreezePane(0, 1);
        sheet.setRepeatingRows(new CellRangeAddress(HEADINGS, HEADINGS, -1, -1));
        page(sheet);
    }

    private XSSFCell cell(XSSFSheet sheet, int row, int column, Part part) {
        XSSFRow there = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        XSSFCell cell = there.getCell(column) == null ? there.createCell(column) : there.getCell(column);
        cell.setCellStyle(styles.of(part));
        return cell;
    }

    private void write(XSSFSheet sheet, int row, int column, Entry entry, boolean date) {
        Part part = switch (entry.mark()) {
            case NONE -> Part.BODY;
            case READ -> Part.READ;
            case OPEN -> Part.OPEN;
        };
        XSSFCell cell = cell(sheet, row, column, part);
        cell.setCellStyle(styles.of(part, date, false));
        if (entry.value() instanceof FormContents.Text text) {
            text(cell, text.text());
            if (looksLikeFormula(text.text())) {
                cell.setCellStyle(styles.of(part, date, true));
            }
            text.link().ifPresent(address -> link(cell, address));
        } else if (entry.value() instanceof FormContents.Count count) {
            cell.setCellValue(count.number());
        } else if (entry.value() instanceof FormContents.Day day) {
            cell.setCellValue(day.date());
        }
        if (!entry.note().isEmpty()) {
            note(cell, entry.note());
        }
    }

    private static void text(XSSFCell cell, String text) {
        if (!text.isEmpty()) {
            cell.setCellValue(LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_"));
        }
    }

    private static void link(XSSFCell cell, URI address) {
        Hyperlink link = cell.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.URL);
        link.setAddress(address.toString());
        cell.setHyperlink(link);
    }

    private static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    }

    private static void note(XSSFCell cell, String text) {
        XSSFSheet sheet = cell.getSheet();
        ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 3);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 4);
        XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(text);
        comment.setAuthor("Tidtam");
        cell.setCellComment(comment);
    }

    /** Lines around the cells of an area where a formula holds. Rows that are still empty have none, so they are not printed. */
    private static void borders(XSSFSheet sheet, int firstRow, int lastRow, int lastColumn, String formula) {
        ConditionalFormattingRule rule = sheet.getSheetConditionalFormatting().createConditionalFormattingRule(formula);
        BorderFormatting border = rule.createBorderFormatting();
        border.setBorderTop(BorderStyle.THIN);
        border.setBorderBottom(BorderStyle.THIN);
        border.setBorderLeft(BorderStyle.THIN);
        border.setBorderRight(BorderStyle.THIN);
        border.setTopBorderColor(IndexedColors.GREY_40_PERCENT.getIndex());
        border.setBottomBorderColor(IndexedColors.GREY_40_PERCENT.getIndex());
        border.setLeftBorderColor(IndexedColors.GREY_40_PERCENT.getIndex());
        border.setRightBorderColor(IndexedColors.GREY_40_PERCENT.getIndex());
        sheet.getSheetConditionalFormatting()
                .addConditionalFormatting(
                        new CellRangeAddress[] {new CellRangeAddress(firstRow, lastRow, 0, lastColumn)}, rule);
    }

    private static void page(XSSFSheet sheet) {
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        PrintSetup page = sheet.getPrintSetup();
        page.setPaperSize(PrintSetup.A4_PAPERSIZE);
        page.setLandscape(true);
        page.setFitWidth((short) 1);
        page.setFitHeight((short) 0);
        page.setHeaderMargin(MARGIN);
        page.setFooterMargin(MARGIN);
        for (PageMargin side : List.of(PageMargin.LEFT, PageMargin.RIGHT)) {
            sheet.setMargin(side, MARGIN);
        }
        for (PageMargin side : List.of(PageMargin.TOP, PageMargin.BOTTOM)) {
            sheet.setMargin(side, 2 * MARGIN);
        }
        sheet.getHeader().setCenter("&A");
        sheet.getFooter().setLeft("&F");
        sheet.getFooter().setRight("หน้า &P จาก &N");
    }
}
