package tidtam.spreadsheets;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import tidtam.facts.Annotations;
import tidtam.spreadsheets.PackageParts.Relation;
import tidtam.spreadsheets.SheetScan.Place;

/**
 * An agency's own {@code .xlsx} with notes in it: coloured cells, a note at each, and one more sheet that lists them. All else stays as it was:
 * parts that need no change are copied byte for byte, the others token by token. Cells get no links, because a program that reads the workbook
 * again would take a link in an empty cell for its content.
 */
public final class AnnotatedWorkbook {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final int LONGEST_NAME = 31;

    private final PackageParts parts;
    private final Annotations annotations;
    private final MarkedStyles styles = new MarkedStyles();
    private final String workbook;
    private final List<Relation> relations;
    /** Up to the last word of a relationship's type. */
    private final String typed;

    private final String namespace;

    private AnnotatedWorkbook(PackageParts parts, Annotations annotations)
            throws IOException, SAXException, UnreadableException {
        this.parts = parts;
        this.annotations = annotations;
        Relation root = one(parts.relations(""), "officeDocument");
        this.workbook = root.target();
        this.relations = parts.relations(workbook);
        this.typed = root.type().substring(0, root.type().length() - "officeDocument".length());
        this.namespace = typed.startsWith(STRICT)
                ? STRICT + "spreadsheetml/main"
                : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    }

    /** The workbook with its notes. The same bytes and notes always give the same bytes. Notes of sheets it does not have are left out. */
    public static Annotated of(byte[] workbook, Annotations annotations) {
        try {
            if (WorkbookReader.old(workbook)) {
                return new Annotated.NotMade(Annotated.Why.OLD_FORMAT);
            }
            return new Annotated.Workbook(written(workbook, annotations));
        } catch (UnreadableException e) {
            boolean tooLarge = e.why() == Reading.Why.TOO_LARGE;
            return new Annotated.NotMade(tooLarge ? Annotated.Why.TOO_LARGE : Annotated.Why.DAMAGED);
        }
    }

    private static byte[] written(byte[] workbook, Annotations annotations) throws UnreadableException {
        try (PackageParts parts = new PackageParts(workbook)) {
            try {
                new AnnotatedWorkbook(parts, annotations).annotate();
                return parts.written();
            } catch (IOException | SAXException | RuntimeException e) {
                // Whatever a broken package happens to cause.
                throw new UnreadableException(parts.tooLarge() ? Reading.Why.TOO_LARGE : Reading.Why.DAMAGED, e);
            }
        } catch (IOException e) {
            throw new UnreadableException(Reading.Why.DAMAGED, e);
        }
    }

    private void annotate() throws IOException, SAXException, UnreadableException {
        Sheets sheets = new Sheets();
        parts.parse(workbook, sheets);
        String stylesPart = one(relations, "styles").target();
        parts.parse(stylesPart, styles.count());
        if (!styles.complete()) {
            throw new UnreadableException(Reading.Why.DAMAGED);
        }
        Map<String, Map<Place, Annotations.Note>> notes = new TreeMap<>();
        for (Annotations.Note note : annotations.notes()) {
            Optional<String> part = sheets.part(note.cell().sheet(), relations);
            part.ifPresent(name -> notes.computeIfAbsent(name, none -> new LinkedHashMap<>())
                    .put(new Place(note.cell().row(), note.cell().column()), note));
        }
        for (Map.Entry<String, Map<Place, Annotations.Note>> sheet : notes.entrySet()) {
            annotate(sheet.getKey(), sheet.getValue());
        }
        parts.change(stylesPart, (in, out) -> XmlCopy.to(out, styles::copier).copy(in));
        addList(sheets);
    }

    private void annotate(String sheet, Map<Place, Annotations.Note> notes)
            throws IOException, SAXException, UnreadableException {
        SheetScan scan = new SheetScan(notes.keySet());
        parts.parse(sheet, scan);
        Map<Place, Integer> formats = new HashMap<>();
        Map<Place, String> texts = new HashMap<>();
        notes.forEach((place, note) -> {
            formats.put(place, styles.marked(scan.format(place), note.severity()));
            texts.put(place, note.text());
        });
        SheetNotes written = new SheetNotes(texts, annotations.author());
        List<Relation> related = parts.relations(sheet);
        SheetNotes.Present present = new SheetNotes.Present();
        Optional<Relation> comments =
                related.stream().filter(relation -> relation.is("comments")).findFirst();
        if (comments.isPresent()) {
            parts.parse(comments.get().target(), present);
            parts.change(
                    comments.get().target(),
                    (in, out) -> XmlCopy.to(out, writer -> written.copier(writer, present))
                            .copy(in));
        } else {
            String part = parts.free("xl/comments", ".xml");
            parts.add(part, written.part(namespace));
            parts.typed(part, TYPE + "spreadsheetml.comments+xml");
            parts.relate(sheet, related, typed + "comments", part);
        }
        Optional<String> drawing = drawing(sheet, related, scan, written, present);
        parts.change(
                sheet,
                (in, out) -> XmlCopy.to(
                                out,
                                writer -> new MarkedSheet(
                                        writer, formats, drawing, typed.substring(0, typed.length() - 1)))
                        .copy(in));
    }

    /** Draws the notes; gives the relationship that the sheet does not name yet. */
    private Optional<String> drawing(
            String sheet, List<Relation> related, SheetScan scan, SheetNotes notes, SheetNotes.Present present)
            throws IOException, SAXException, UnreadableException {
        Optional<Relation> drawing = related.stream()
                .filter(relation ->
                        relation.is("vmlDrawing") && scan.legacyDrawing().equals(Optional.of(relation.id())))
                .findFirst();
        if (drawing.isPresent()) {
            parts.change(drawing.get().target(), (in, out) -> notes.extendDrawing(in, out, scan, present));
            return Optional.empty();
        }
        if (scan.legacyDrawing().isPresent()) {
            throw new UnreadableException(Reading.Why.DAMAGED);
        }
        String part = parts.free("xl/drawings/vmlDrawing", ".vml");
        parts.add(part, notes.drawing(scan));
        parts.typed(part, TYPE + "vmlDrawing");
        return Optional.of(parts.relate(sheet, related, typed + "vmlDrawing", part));
    }

    private void addList(Sheets sheets) throws IOException, SAXException, UnreadableException {
        String part = parts.free("xl/worksheets/sheet", ".xml");
        parts.add(part, new ListSheet(annotations, styles).part(namespace));
        parts.typed(part, TYPE + "spreadsheetml.worksheet+xml");
        String id = parts.relate(workbook, relations, typed + "worksheet", part);
        String element = "sheet name=\"" + XmlCopy.attribute(sheets.free(annotations.sheet())) + "\" sheetId=\""
                + (sheets.lastId + 1) + "\" xmlns:r=\"" + typed.substring(0, typed.length() - 1) + "\" r:id=\"" + id
                + "\"/>";
        parts.change(
                workbook,
                (in, out) -> XmlCopy.to(out, writer -> new XmlCopy(writer) {
                            @Override
                            void ending(String name) {
                                if (name.equals("sheets")) {
                                    write("<" + rootPrefix() + element);
                                }
                            }
                        })
                        .copy(in));
    }

    private static Relation one(List<Relation> relations, String kind) throws UnreadableException {
        return relations.stream()
                .filter(relation -> relation.is(kind))
                .findFirst()
                .orElseThrow(() -> new UnreadableException(Reading.Why.DAMAGED));
    }

    /** The workbook's list of sheets. */
    private static final class Sheets extends XmlPart.Handler {
        private final Map<String, String> relations = new HashMap<>();
        private final Set<String> names = new HashSet<>();
        private int lastId;

        @Override
        void start(String name, Attributes attributes) {
            if (name.equals("sheet")) {
                String title = XmlPart.attribute(attributes, "name").orElse("");
                names.add(title.toLowerCase(Locale.ROOT));
                relations.putIfAbsent(
                        CellCharacters.clean(title),
                        XmlPart.attribute(attributes, "id").orElse(""));
                lastId = Math.max(lastId, XmlPart.number(attributes, "sheetId"));
            }
        }

        Optional<String> part(String sheet, List<Relation> related) {
            return related.stream()
                    .filter(relation ->
                            relation.is("worksheet") && relation.id().equals(relations.getOrDefault(sheet, "")))
                    .map(Relation::target)
                    .findFirst();
        }

        String free(String wanted) {
            String name = wanted;
            for (int number = 2; names.contains(name.toLowerCase(Locale.ROOT)); number++) {
                String after = " (" + number + ")";
                name = wanted.substring(0, Math.min(wanted.length(), LONGEST_NAME - after.length())) + after;
            }
            return name;
        }
    }
}
