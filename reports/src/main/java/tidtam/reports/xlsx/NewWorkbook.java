package tidtam.reports.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.ConditionalFormattingExpressionRule;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook that is being written, sheet by sheet. The same calls give the same bytes. Nothing in it is active: no formula, macro or link.
 * Rows that one sheet cannot hold go on in sheets of the same form, and a text that a cell cannot hold is cut, and says so.
 */
public final class NewWorkbook {
    /** Characters that a cell can hold, as UTF-16 counts them. */
    private static final int CHARACTERS = 32_767;
    /** What becomes a formula when a person edits the cell and leaves it, in half and full width; a dash before a space does not. */
    private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r＝＋＠]|[-－]\\S");
    /** What a spreadsheet program would read as the code of a character. */
    private static final Pattern CODE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    /** Earlier days have two numbers in Excel, because it takes 1900 for a leap year. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    /** How many rows are in memory at a time; the widest of the first so many says how many columns have a width. */
    private static final int HELD = 500;

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String PROPERTIES = "docProps/core.xml";
    private static final int FOOTER_SIZE = 12;

    /** The highest row there can be, in points. */
    private static final int HIGHEST = 409;

    private final OutputStream out;
    private final Words words;
    private final int rows;
    private final Written written = new Written();
    private final Workbook book = new Workbook(written, "Tidtam", null);

    /**
     * What every sheet needs.
     *
     * @param title in the file's properties and at the foot of each page; without {@code &}
     * @param made the day that stands there
     * @param dayFormat how dates are shown
     * @param numberFormat how numbers are shown
     * @param cut stands at the end of a text that is too long for a cell
     */
    public record Words(String title, LocalDate made, String dayFormat, String numberFormat, String cut) {}

    /** The file as the library writes it, compressed, and read again without a copy. */
    private static final class Written extends ByteArrayOutputStream {
        SeekableByteChannel channel() {
            SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel(buf);
            channel.truncate(count);
            return channel;
        }
    }

    /** @param out stays open */
    public NewWorkbook(OutputStream out, Words words) {
        this(out, words, Worksheet.MAX_ROWS);
    }

    /** @param rows how many rows a sheet holds */
    NewWorkbook(OutputStream out, Words words, int rows) {
        this.out = out;
        this.words = words;
        this.rows = rows;
        book.properties().setTitle(words.title());
    }

    /** Writes a sheet, and more of the same form where the rows are too many for one. */
    public void sheet(SheetForm form, Iterator<List<Cell>> content) throws IOException {
        int part = 1;
        do {
            sheet(book.newWorksheet(part == 1 ? form.name() : form.name() + " " + part), form, content);
            part++;
        } while (content.hasNext());
    }

    private void sheet(Worksheet sheet, SheetForm form, Iterator<List<Cell>> content) throws IOException {
        setUp(sheet, form);
        int row = 0;
        for (List<Cell> cells : form.top()) {
            row(sheet, form, row, cells);
            row++;
        }
        while (content.hasNext() && row < rows) {
            row(sheet, form, row, content.next());
            row++;
            if (row % HELD == 0) {
                sheet.flush();
            }
        }
        int top = form.top().size();
        if (row > top && top > 0) {
            ranges(sheet, form, top, row - 1);
        }
        sheet.finish();
    }

    private void setUp(Worksheet sheet, SheetForm form) {
        sheet.hideGridLines();
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) form.pagesAcross());
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.topMargin(0.5f);
        sheet.bottomMargin(0.6f);
        sheet.footer("&A — " + words.title(), Position.LEFT, Look.FONT, FOOTER_SIZE);
        sheet.footer("&P/&N", Position.RIGHT, Look.FONT, FOOTER_SIZE);
        int top = form.top().size();
        if (top > 0) {
            sheet.freezePane(form.frozenColumns(), top);
            sheet.repeatRows(top - 1);
            if (form.frozenColumns() > 0) {
                sheet.repeatCols(0, form.frozenColumns() - 1);
            }
        }
        for (int column = 0; column < form.widths().size(); column++) {
            sheet.width(column, form.widths().get(column));
        }
    }

    private void row(Worksheet sheet, SheetForm form, int row, List<Cell> cells) {
        // Spreadsheet programs fit a row to its text when it is edited, but not all of them when a file is opened.
        int height = Look.LINE;
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            Object content = cell.content().orElse("");
            if (content instanceof Long number) {
                sheet.value(row, column, number);
            } else if (content instanceof LocalDate day && !day.isBefore(FIRST_DAY)) {
                sheet.value(row, column, day);
            } else {
                String text = content.toString();
                if (!text.isEmpty()) {
                    sheet.inlineString(row, column, fitting(literal(text)));
                }
                if (column < form.widths().size()) {
                    height = Math.max(
                            height, cell.look().height(text, form.widths().get(column)));
                }
            }
            cell.look().on(sheet.style(row, column), words);
        }
        sheet.rowHeight(row, Math.min(height, HIGHEST));
    }

    /** A text that stays what it is when a person edits its cell. */
    private static String literal(String text) {
        return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
    }

    private String fitting(String text) {
        String whole = CODE.matcher(text).replaceAll("_x005F_");
        if (whole.length() <= CHARACTERS) {
            return whole;
        }
        int end = CHARACTERS - words.cut().length();
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(end - 1)) ? end - 1 : end) + words.cut();
    }

    private static void ranges(Worksheet sheet, SheetForm form, int top, int last) {
        if (form.filtered()) {
            sheet.setAutoFilter(top - 1, 0, last, form.widths().size() - 1);
        }
        for (SheetForm.Marking marking : form.markings()) {
            Range cells = sheet.range(top, marking.column(), last, marking.column());
            String first = cells.colToString(marking.column()) + (top + 1);
            cells.style()
                    .fontName(Look.FONT)
                    .fontSize(Look.SIZE)
                    .fillColor(marking.colour().ground)
                    .fontColor(marking.colour().text)
                    .set(new ConditionalFormattingExpressionRule(
                            first + "=\"" + marking.value().replace("\"", "\"\"") + "\"", false));
        }
        for (SheetForm.Choice choice : form.choices()) {
            sheet.range(top, choice.column(), last, choice.column())
                    .validateWithListByFormula('"' + String.join(",", choice.values()) + '"')
                    .errorStyle(DataValidationErrorStyle.STOP)
                    .errorTitle(choice.title())
                    .error(choice.otherwise());
        }
    }

    /** Ends the file. Nothing can be written after it. */
    public void finish() throws IOException {
        book.finish();
        // The library puts the time of day among the properties.
        ZipArchiveOutputStream copy = new ZipArchiveOutputStream(out);
        try (ZipFile parts =
                ZipFile.builder().setSeekableByteChannel(written.channel()).get()) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                if (part.getName().equals(PROPERTIES)) {
                    ZipArchiveEntry properties = new ZipArchiveEntry(PROPERTIES);
                    properties.setTimeLocal(EPOCH);
                    copy.putArchiveEntry(properties);
                    copy.write(made(parts.getInputStream(part)));
                    copy.closeArchiveEntry();
                } else {
                    part.setTimeLocal(EPOCH);
                    copy.addRawArchiveEntry(part, parts.getRawInputStream(part));
                }
            }
        }
        copy.finish();
        copy.flush();
    }

    private byte[] made(InputStream properties) throws IOException {
        return new String(properties.readAllBytes(), StandardCharsets.UTF_8)
                .replaceFirst("(?<=W3CDTF\">)[^<]*", words.made() + "T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
