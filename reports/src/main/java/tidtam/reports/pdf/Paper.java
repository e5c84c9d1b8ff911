package tidtam.reports.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A4 pages that are filled from top to bottom; what does not fit goes on overleaf. Every text must be one clean line without control
 * characters. A character that the font has no picture of is shown as a box, and still found and copied as what it is. For one thread; end it
 * with {@link #end}.
 */
public final class Paper {
    private static final float CM = 72 / 2.54f;
    private static final float PAGE_WIDTH = 595.28f;
    private static final float PAGE_HEIGHT = 841.89f;
    /** Where in a line's height its letters stand: there is more to draw above them than below. */
    private static final float BASELINE = 0.72f;
    /** A heading keeps so many points of what follows on its page. */
    private static final float FOLLOWING = 60;

    /** Where words like paths and dates may be broken that are too long for a line. */
    private static final Pattern AFTER_JOINT = Pattern.compile("(?<=[-/_.])");

    private static final Look FOOT = new Look(false, 6.5f, 9.5f, 0x505A66);

    private final Document document;
    private final Breaks breaks;
    private final PdfFile file;
    private final Embedded regular = new Embedded(Typeface.REGULAR);
    private final Embedded bold = new Embedded(Typeface.BOLD);
    private final List<Integer> contents = new ArrayList<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();
    private final float left;
    private final float right;
    private final float top;
    private final float bottom;
    private Page page;
    private float y;

    /** The number of a page, in words. */
    public interface PageNumber {
        String of(int page, int pages);
    }

    /**
     * A label and what is written after it, on a dotted line.
     *
     * @param text empty where it is to be written by hand
     * @param share of the page's width
     */
    public record Field(String label, String text, float share) {}

    /**
     * Begins a file. The stream stays open.
     *
     * @param margins of which the lower one holds what every page says at its foot
     */
    public Paper(OutputStream out, Document document, Margins margins, Breaks breaks) throws IOException {
        this.document = document;
        this.breaks = breaks;
        file = new PdfFile(out);
        left = margins.left() * CM;
        right = PAGE_WIDTH - margins.right() * CM;
        top = PAGE_HEIGHT - margins.top() * CM;
        bottom = margins.bottom() * CM;
        page = new Page(regular, bold);
        y = top;
    }

    /** Leaves some points free. */
    public void gap(float points) {
        y -= points;
    }

    /** Goes on overleaf where fewer points than these are left. */
    public void keep(float points) throws IOException {
        if (room() < points && y < top) {
            turn();
        }
    }

    /** A heading that is also a bookmark, under the last one of a lower level. */
    public void heading(int level, String text, Look look) throws IOException {
        keep(look.leading() + FOLLOWING);
        bookmarks.add(new Bookmark(level, text, contents.size(), y));
        text(text, look);
    }

    public void text(String text, Look look) throws IOException {
        text(text, look, 0);
    }

    /**
     * A paragraph.
     *
     * @param indent of its first line, in points
     */
    public void text(String text, Look look, float indent) throws IOException {
        float in = indent;
        for (Line line : wrap(text, look, width(), indent)) {
            keep(look.leading());
            place(line, left + in);
            in = 0;
        }
    }

    /** A text in the middle of a stretch of the page's width, which is told in parts of it. */
    public void centred(String text, Look look, float from, float to) throws IOException {
        float stretch = width() * (to - from);
        for (Line line : wrap(text, look, stretch, 0)) {
            keep(look.leading());
            place(line, left + width() * from + (stretch - line.width()) / 2);
        }
    }

    /** Fields beside one another. */
    public void fields(Look label, Look look, Field... fields) throws IOException {
        float leading = Math.max(label.leading(), look.leading());
        keep(2 * leading);
        float start = y;
        float lowest = y;
        float x = left;
        for (Field field : fields) {
            float end = x + width() * field.share();
            Line name = wrap(field.label(), label, width(), 0).get(0);
            page.line(name, x, start - leading * BASELINE);
            float from = x + name.width() + look.size() / 2;
            List<Line> written = wrap(field.text(), look, end - from, 0);
            y = start;
            for (int i = 0; i < Math.max(1, written.size()); i++) {
                page.dots(from, end - 2, y - leading * BASELINE - 3);
                if (i < written.size()) {
                    page.line(written.get(i), from, y - leading * BASELINE);
                }
                y -= leading;
            }
            lowest = Math.min(lowest, y);
            x = end;
        }
        y = lowest;
    }

    /**
     * A table, whose headings stand again on every page.
     *
     * @param framed whether there are lines around each cell, or below each row only
     */
    public Table table(List<Column> columns, Look headings, boolean framed) {
        return new Table(this, columns, headings, framed);
    }

    /**
     * Writes what is left. Nothing may follow.
     *
     * @param origin what every page says at its foot, below its number
     */
    public void end(List<String> origin, PageNumber number) throws IOException {
        turn();
        int tree = file.reserve();
        List<Integer> feet = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            feet.add(foot(origin, number.of(i + 1, contents.size())));
        }
        String resources =
                file.object("<</Font<</R " + regular.write(file) + " 0 R/B " + bold.write(file) + " 0 R>>>>") + " 0 R";
        List<Integer> pages = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < contents.size(); i++) {
            pages.add(file.object("<</Type/Page/Parent " + tree + " 0 R/MediaBox[0 0 595.28 841.89]/Resources "
                    + resources + "/Contents[" + contents.get(i) + " 0 R " + feet.get(i) + " 0 R]>>"));
            kids.append(pages.get(i)).append(" 0 R ");
        }
        file.object(tree, "<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
        String outlines = bookmarks.isEmpty()
                ? ""
                : "/PageMode/UseOutlines/Outlines " + Bookmark.write(bookmarks, pages, file) + " 0 R";
        int catalogue = file.object("<</Type/Catalog/Pages " + tree + " 0 R/Lang(" + document.language() + ")"
                + outlines + "/ViewerPreferences<</DisplayDocTitle true>>>>");
        int information = file.object("<</Title" + PdfFile.text(Spelling.today(document.title())) + "/Producer"
                + PdfFile.text(document.producer()) + ">>");
        file.end(catalogue, information);
    }

    private int foot(List<String> origin, String number) throws IOException {
        Page foot = new Page(regular, bold);
        List<Line> lines = new ArrayList<>();
        for (String text : origin) {
            lines.addAll(wrap(text, FOOT, width(), 0));
        }
        float at = bottom - 2 * FOOT.leading();
        foot.fill(left, bottom - FOOT.leading() * 0.8f, width(), 0.4f, FOOT.colour());
        for (Line line : wrap(number, FOOT, width(), 0)) {
            foot.line(line, right - line.width(), at);
        }
        for (Line line : lines) {
            foot.line(line, left, at);
            at -= FOOT.leading();
        }
        return file.stream("", foot.drawn().getBytes(StandardCharsets.US_ASCII));
    }

    private void place(Line line, float x) {
        page.line(line, x, y - line.look().leading() * BASELINE);
        y -= line.look().leading();
    }

    void turn() throws IOException {
        contents.add(file.stream("", page.drawn().getBytes(StandardCharsets.US_ASCII)));
        page = new Page(regular, bold);
        y = top;
    }

    Page page() {
        return page;
    }

    float left() {
        return left;
    }

    float width() {
        return right - left;
    }

    float y() {
        return y;
    }

    float room() {
        return y - bottom;
    }

    float wholeRoom() {
        return top - bottom;
    }

    /** Where a line of that look stands whose upper edge is at {@code upper}. */
    static float baseline(Look look, float upper) {
        return upper - look.leading() * BASELINE;
    }

    /**
     * A text in lines, none wider than asked.
     *
     * @param indent by how much the first line is shorter
     */
    List<Line> wrap(String text, Look look, float width, float indent) {
        Embedded font = look.bold() ? bold : regular;
        Wrap wrap = new Wrap(look, font.shape(" ").width(), width, indent);
        for (String piece : breaks.pieces(Spelling.today(text))) {
            String solid = piece.stripTrailing();
            Shaped shaped = font.shape(solid);
            if (wrap.holds(shaped)) {
                wrap.add(shaped, piece.length() - solid.length());
                continue;
            }
            for (String part : AFTER_JOINT.splitAsStream(solid).toList()) {
                if (wrap.holds(font.shape(part))) {
                    wrap.add(font.shape(part), 0);
                } else {
                    byCharacters(part, font, wrap);
                }
            }
            wrap.spaces(piece.length() - solid.length());
        }
        return wrap.lines();
    }

    private void byCharacters(String word, Embedded font, Wrap wrap) {
        for (int at = 0, next; at < word.length(); at = next) {
            next = breaks.next(word, at);
            wrap.add(font.shape(word.substring(at, next)), 0);
        }
    }
}
