package tidtam.spreadsheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/**
 * The parts of a workbook's package, and the changes to be made to them. A part that is not changed is copied as it is compressed, without
 * being looked into.
 */
final class PackageParts implements AutoCloseable {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final byte[] file;
    private final GuardedZip zip;
    private final XmlPart xml = new XmlPart();
    private final Map<String, Change> changes = new HashMap<>();
    private final Map<String, String> added = new LinkedHashMap<>();

    /** How a part is rewritten. */
    interface Change {
        void write(InputStream part, OutputStream out) throws IOException, SAXException;
    }

    /** A relationship of a part; the target's name is that of its zip entry. */
    record Relation(String id, String type, String target, boolean external) {
        boolean is(String kind) {
            return !external && type.endsWith("/" + kind);
        }
    }

    PackageParts(byte[] file) throws UnreadableException {
        this.file = file;
        this.zip = GuardedZip.open(file);
    }

    boolean has(String part) {
        return zip.getEntry(part) != null || added.containsKey(part);
    }

    /** A name that no part has, such as {@code xl/comments3.xml}. */
    String free(String before, String after) {
        int number = 1;
        while (has(before + number + after)) {
            number++;
        }
        return before + number + after;
    }

    /** Shows a part to its handler. */
    void parse(String part, XmlPart.Handler handler) throws IOException, SAXException, UnreadableException {
        try (InputStream in = open(zip, part)) {
            xml.parse(in, handler);
        }
    }

    byte[] bytes(String part) throws IOException, UnreadableException {
        try (InputStream in = open(zip, part)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(GuardedZip zip, String part) throws IOException, UnreadableException {
        ZipArchiveEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new UnreadableException(Reading.Why.DAMAGED);
        }
        return zip.getInputStream(entry);
    }

    /** The relationships of a part; none where it has no list of them. */
    List<Relation> relations(String part) throws IOException, SAXException, UnreadableException {
        List<Relation> relations = new ArrayList<>();
        String list = relationsPart(part);
        if (zip.getEntry(list) != null) {
            parse(list, new XmlPart.Handler() {
                @Override
                void start(String name, Attributes attributes) {
                    if (name.equals("Relationship")) {
                        relations.add(relation(part, attributes));
                    }
                }
            });
        }
        return relations;
    }

    private static Relation relation(String part, Attributes attributes) {
        String target = XmlPart.attribute(attributes, "Target").orElse("");
        boolean external =
                XmlPart.attribute(attributes, "TargetMode").orElse("").equals("External");
        return new Relation(
                XmlPart.attribute(attributes, "Id").orElse(""),
                XmlPart.attribute(attributes, "Type").orElse(""),
                external ? target : resolved(part, target),
                external);
    }

    /** A target, which may be relative to the folder of the part that names it, as the name of an entry. */
    private static String resolved(String part, String target) {
        List<String> path = new ArrayList<>();
        String whole = target.startsWith("/") ? target : part.substring(0, part.lastIndexOf('/') + 1) + target;
        for (String step : whole.split("/", -1)) {
            if (step.equals("..") && !path.isEmpty()) {
                path.remove(path.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }

    /** Where the relationships of a part stand; an empty name is the package itself. */
    static String relationsPart(String part) {
        int name = part.lastIndexOf('/') + 1;
        return part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
    }

    /** Adds a relationship to a part, under an identifier that none of its others has. */
    String relate(String part, List<Relation> before, String type, String target) {
        String free = "tidtam1";
        for (int number = 2; taken(before, free); number++) {
            free = "tidtam" + number;
        }
        String id = free;
        before.add(new Relation(id, type, target, false));
        String element = "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"/" + target + "\"/>";
        String list = relationsPart(part);
        String already = added.get(list);
        if (already != null) {
            added.put(list, already.replace("</Relationships>", element + "</Relationships>"));
        } else if (zip.getEntry(list) == null) {
            added.put(
                    list,
                    XmlCopy.DECLARATION
                            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + element + "</Relationships>");
        } else {
            append(list, "Relationships", element);
        }
        return id;
    }

    private static boolean taken(List<Relation> relations, String id) {
        return relations.stream().anyMatch(relation -> relation.id().equals(id));
    }

    /** Adds elements, without prefixes, at the end of a part's root; also to those added before. */
    void append(String part, String root, String elements) {
        String key = part.toLowerCase(Locale.ROOT);
        String namespace = root.equals("Types") ? "content-types" : "relationships";
        String all = elements.replaceFirst(
                "^<(\\w+)", "<$1 xmlns=\"http://schemas.openxmlformats.org/package/2006/" + namespace + "\"");
        Change before = changes.get(key);
        if (before instanceof Appending appending) {
            appending.elements.append(all);
        } else {
            changes.put(key, new Appending(root, new StringBuilder(all)));
        }
    }

    private record Appending(String root, StringBuilder elements) implements Change {
        @Override
        public void write(InputStream part, OutputStream out) throws IOException, SAXException {
            XmlCopy.to(out, writer -> new XmlCopy(writer) {
                        @Override
                        void ending(String name) {
                            if (name.equals(root)) {
                                write(elements.toString());
                            }
                        }
                    })
                    .copy(part);
        }
    }

    void change(String part, Change change) {
        changes.put(part.toLowerCase(Locale.ROOT), change);
    }

    void add(String part, String content) {
        added.put(part, content);
    }

    /** Names the content type of an added part. */
    void typed(String part, String type) {
        append("[Content_Types].xml", "Types", "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>");
    }

    /** Whether a limit stopped the reading. */
    boolean tooLarge() {
        return zip.tooLarge();
    }

    /** The whole file with all changes. */
    byte[] written() throws IOException, SAXException, UnreadableException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length + (1 << 16));
        try (GuardedZip again = GuardedZip.open(file);
                ZipArchiveOutputStream out = new ZipArchiveOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(again.getEntries())) {
                Change change = changes.get(entry.getName().toLowerCase(Locale.ROOT));
                if (change == null) {
                    out.addRawArchiveEntry(entry, again.compressed(entry));
                } else {
                    begin(out, entry.getName());
                    try (InputStream part = again.getInputStream(entry)) {
                        change.write(part, out);
                    }
                    out.closeArchiveEntry();
                }
            }
            for (Map.Entry<String, String> part : added.entrySet()) {
                begin(out, part.getKey());
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void begin(ZipArchiveOutputStream out, String name) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(EPOCH);
        out.putArchiveEntry(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
