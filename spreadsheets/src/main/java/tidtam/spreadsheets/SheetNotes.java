package tidtam.spreadsheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;
import tidtam.spreadsheets.SheetScan.Place;

/** The notes of a sheet: their texts ({@code comments1.xml}), and the drawing that shows them ({@code vmlDrawing1.vml}). */
final class SheetNotes {
    private static final Pattern SHAPE = Pattern.compile("_x0000_s(\\d{1,7})");
    private static final int WIDTH = 380;
    private static final int LINE_HEIGHT = 20;
    private static final int LINE_CHARACTERS = 50;
    private static final int HIGHEST = 420;

    private final Map<Place, String> texts;
    private final String author;

    SheetNotes(Map<Place, String> texts, String author) {
        this.texts = new TreeMap<>(Comparator.comparingInt(Place::row).thenComparingInt(Place::column));
        this.texts.putAll(texts);
        this.author = author;
    }

    /** The cells of a sheet that have a note already. */
    static final class Present extends XmlPart.Handler {
        private final Map<Place, Boolean> cells = new HashMap<>();
        private int authors;

        @Override
        void start(String name, Attributes attributes) {
            if (name.equals("author")) {
                authors++;
            } else if (name.equals("comment")) {
                XmlPart.attribute(attributes, "ref")
                        .flatMap(SheetXml::address)
                        .ifPresent(at -> cells.put(new Place(at[0], at[1]), true));
            }
        }
    }

    /** A new part with the notes. */
    String part(String namespace) {
        StringBuilder xml = new StringBuilder(XmlCopy.DECLARATION)
                .append("<comments xmlns=\"")
                .append(namespace)
                .append("\"><authors><author>")
                .append(XmlCopy.text(author))
                .append("</author></authors><commentList>");
        texts.forEach((place, text) -> xml.append(comment(place, text, 0, "")));
        return xml.append("</commentList></comments>").toString();
    }

    /** Copies the notes there are, extends those on the same cells, and adds the others. */
    XmlCopy copier(Writer out, Present present) {
        return new Copier(out, present);
    }

    private final class Copier extends XmlCopy {
        private final Present present;
        private String extending = "";
        private int depth;

        Copier(Writer out, Present present) {
            super(out);
            this.present = present;
        }

        @Override
        void start(String name, Map<String, String> attributes) {
            depth++;
            if (name.equals("comment")) {
                extending = SheetXml.address(attributes.getOrDefault("ref", ""))
                        .map(at -> texts.getOrDefault(new Place(at[0], at[1]), ""))
                        .orElse("");
            } else if (name.equals("t") && depth == 5 && !extending.isEmpty()) {
                // A plain text cannot stand beside runs.
                write("<" + rootPrefix() + "r>");
            }
        }

        @Override
        void ended(String name) {
            if (name.equals("t") && depth == 5 && !extending.isEmpty()) {
                write("</" + rootPrefix() + "r>");
            }
            depth--;
        }

        @Override
        void ending(String name) {
            switch (name) {
                case "authors" ->
                    write("<" + rootPrefix() + "author>" + text(author) + "</" + rootPrefix() + "author>");
                case "text" -> {
                    if (depth == 4 && !extending.isEmpty()) {
                        write(run("\n\n" + extending, rootPrefix()));
                    }
                }
                case "commentList" ->
                    texts.forEach((place, text) -> {
                        if (!present.cells.containsKey(place)) {
                            write(SheetNotes.comment(place, text, present.authors, rootPrefix()));
                        }
                    });
                default -> {}
            }
        }
    }

    private static String comment(Place place, String text, int author, String p) {
        return "<" + p + "comment ref=\"" + MarkedSheet.address(place.row(), place.column()) + "\" authorId=\"" + author
                + "\"><" + p + "text>" + run(text, p) + "</" + p + "text></" + p + "comment>";
    }

    private static String run(String text, String p) {
        return "<" + p + "r><" + p + "rPr><" + p + "sz val=\"10\"/><" + p + "color indexed=\"81\"/><" + p
                + "rFont val=\"Tahoma\"/></" + p + "rPr><" + p + "t xml:space=\"preserve\">" + XmlCopy.cellText(text)
                + "</" + p
                + "t></" + p + "r>";
    }

    /** A new drawing that shows the notes of cells that had none. */
    String drawing(SheetScan sheet) {
        return "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/>"
                + "</o:shapelayout>" + shapes(sheet, new Present(), "", 1025) + "</xml>";
    }

    /** Puts the shapes of new notes into a drawing there is. It need not be well-formed, so only its end is looked for. */
    void extendDrawing(InputStream part, OutputStream out, SheetScan sheet, Present present) throws IOException {
        String drawing = new String(part.readAllBytes(), StandardCharsets.ISO_8859_1);
        int end = drawing.lastIndexOf("</xml>");
        if (end < 0) {
            throw new IOException("a drawing of notes without an end");
        }
        int next = 1025;
        Matcher shape = SHAPE.matcher(drawing);
        while (shape.find()) {
            next = Math.max(next, Integer.parseInt(shape.group(1)) + 1);
        }
        String longer = drawing.substring(0, end) + shapes(sheet, present, drawing, next) + drawing.substring(end);
        out.write(longer.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String shapes(SheetScan sheet, Present present, String drawing, int first) {
        String v = " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
                + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
        StringBuilder xml = new StringBuilder();
        if (!drawing.contains("\"_x0000_t202\"")) {
            xml.append("<v:shapetype")
                    .append(v)
                    .append(
                            " id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">")
                    .append(
                            "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
        }
        int number = first;
        for (Map.Entry<Place, String> note : texts.entrySet()) {
            if (!present.cells.containsKey(note.getKey())) {
                Place place = note.getKey();
                xml.append("<v:shape")
                        .append(v)
                        .append(" id=\"_x0000_s")
                        .append(number)
                        .append("\" type=\"#_x0000_t202\" style=\"position:absolute;z-index:1;visibility:hidden\"")
                        .append(
                                " fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\"")
                        .append(
                                " obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"/>")
                        .append("<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>")
                        .append(anchor(place, note.getValue(), sheet))
                        .append("</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>")
                        .append(place.row())
                        .append("</x:Row><x:Column>")
                        .append(place.column())
                        .append("</x:Column></x:ClientData></v:shape>");
                number++;
            }
        }
        return xml.toString();
    }

    /** Right of its cell, and as large as its text needs: column, pixels, row, pixels of two corners. */
    private static String anchor(Place place, String text, SheetScan sheet) {
        int lines = 1;
        for (String paragraph : text.split("\n", -1)) {
            lines += 1 + paragraph.length() / LINE_CHARACTERS;
        }
        int wide = WIDTH;
        int column = place.column() + 1;
        while (wide > sheet.width(column) && column < place.column() + 60) {
            wide -= sheet.width(column);
            column++;
        }
        int high = Math.min(lines * LINE_HEIGHT, HIGHEST);
        int row = place.row();
        while (high > sheet.height(row) && row < place.row() + 60) {
            high -= sheet.height(row);
            row++;
        }
        return (place.column() + 1) + ", 12, " + place.row() + ", 4, " + column + ", "
                + Math.min(wide, sheet.width(column)) + ", " + row + ", " + Math.min(high, sheet.height(row));
    }
}
