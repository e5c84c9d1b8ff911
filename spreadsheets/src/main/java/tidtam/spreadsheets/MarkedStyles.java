package tidtam.spreadsheets;

import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import tidtam.facts.Severity;

/** The formats of cells that are added to a workbook's own: its formats with another ground, and those of the added sheet. */
final class MarkedStyles {
    private static final List<String> FONTS =
            List.of("<b/><sz val=\"18\"/>", "<b/><sz val=\"14\"/>", "<sz val=\"14\"/>", link());
    private static final Map<Severity, String> GROUNDS =
            Map.of(Severity.ERROR, "F9D5D3", Severity.WARNING, "FDE9C4", Severity.INFO, "DCEAF7");
    private static final String HEADING = "D9E2EC";
    private static final String WRAPPED = "<alignment vertical=\"top\" wrapText=\"1\"/>";

    private final Count count = new Count();
    private final Map<Marked, Integer> marked = new LinkedHashMap<>();

    private record Marked(int format, Severity severity) {}

    /** A format of the added sheet. */
    enum Own {
        TITLE(0, -1),
        LINE(2, -1),
        HEADING(1, 3),
        TEXT(2, -1),
        LINK(3, -1),
        ERROR(1, 0),
        WARNING(1, 1),
        INFO(1, 2);

        private final int font;
        private final int ground;

        Own(int font, int ground) {
            this.font = font;
            this.ground = ground;
        }

        static Own of(Severity severity) {
            return valueOf(severity.name());
        }
    }

    private static String link() {
        return "<u/><sz val=\"14\"/><color rgb=\"FF0B57A4\"/>";
    }

    /** Counts what the workbook has. */
    XmlPart.Handler count() {
        return count;
    }

    /** Whether the lists that are added to are all there. */
    boolean complete() {
        return count.entries.keySet().containsAll(List.of("fonts", "fills", "cellXfs"));
    }

    /** The number of a format like that one on a coloured ground. */
    int marked(int format, Severity severity) {
        int base = format < count.of("cellXfs") ? format : 0;
        return marked.computeIfAbsent(
                new Marked(base, severity), none -> count.of("cellXfs") + Own.values().length + marked.size());
    }

    /** The number of one of the added sheet's formats. */
    @SuppressWarnings("EnumOrdinal") // The format names its parts by their place in a list.
    int own(Own format) {
        return count.of("cellXfs") + format.ordinal();
    }

    /** Copies the styles, with those added that were asked for. */
    XmlCopy copier(Writer out) {
        return new Copier(out);
    }

    private static final class Count extends XmlPart.Handler {
        private final Map<String, Integer> entries = new HashMap<>();
        private int depth;
        private String list = "";

        @Override
        void start(String name, Attributes attributes) {
            depth++;
            if (depth == 2) {
                list = name;
                entries.put(list, 0);
            } else if (depth == 3) {
                entries.merge(list, 1, Integer::sum);
            }
        }

        @Override
        void end(String name) {
            depth--;
        }

        int of(String name) {
            return entries.getOrDefault(name, 0);
        }
    }

    private final class Copier extends XmlCopy {
        private final Map<Integer, Map<String, String>> attributesOf = new HashMap<>();
        private final Map<Integer, String> contentOf = new HashMap<>();
        private final StringBuilder content = new StringBuilder();
        private int depth;
        private String list = "";
        private int format = -1;

        Copier(Writer out) {
            super(out);
        }

        @Override
        void start(String name, Map<String, String> attributes) {
            depth++;
            if (depth == 2) {
                list = name;
                int more = more(list);
                if (more > 0) {
                    attributes.put("count", String.valueOf(count.of(list) + more));
                }
            } else if (depth == 3 && list.equals("cellXfs")) {
                format++;
                attributesOf.put(format, new LinkedHashMap<>(attributes));
                content.setLength(0);
            } else if (depth > 3 && list.equals("cellXfs")) {
                content.append('<').append(prefix()).append(name);
                attributes.forEach((key, value) -> content.append(' ')
                        .append(key)
                        .append("=\"")
                        .append(attribute(value))
                        .append('"'));
                content.append('>');
            }
        }

        @Override
        void ending(String name) {
            if (depth == 3 && list.equals("cellXfs")) {
                contentOf.put(format, content.toString());
            } else if (depth > 3 && list.equals("cellXfs")) {
                content.append("</").append(rootPrefix()).append(name).append('>');
            } else if (depth == 2) {
                switch (name) {
                    case "fonts" ->
                        FONTS.forEach(
                                font -> write(prefixed("<font>" + font + "<name val=\"TH Sarabun New\"/></font>")));
                    case "fills" -> {
                        for (Severity severity : Severity.values()) {
                            write(fill(GROUNDS.getOrDefault(severity, HEADING)));
                        }
                        write(fill(HEADING));
                    }
                    case "cellXfs" -> formats();
                    default -> {}
                }
            }
            depth--;
        }

        private int more(String name) {
            return switch (name) {
                case "fonts" -> FONTS.size();
                case "fills" -> GROUNDS.size() + 1;
                case "cellXfs" -> Own.values().length + marked.size();
                default -> 0;
            };
        }

        private String fill(String colour) {
            return prefixed("<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF" + colour
                    + "\"/><bgColor indexed=\"64\"/></patternFill></fill>");
        }

        private void formats() {
            for (Own own : Own.values()) {
                write(prefixed("<xf numFmtId=\"0\" fontId=\"" + (count.of("fonts") + own.font) + "\" fillId=\""
                        + (own.ground < 0 ? 0 : count.of("fills") + own.ground)
                        + "\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">"
                        + (own == Own.TITLE || own == Own.LINE ? "" : WRAPPED) + "</xf>"));
            }
            marked.keySet().forEach(one -> {
                Map<String, String> attributes = new LinkedHashMap<>(attributesOf.getOrDefault(one.format(), Map.of()));
                attributes.put("fillId", String.valueOf(count.of("fills") + ground(one.severity())));
                attributes.put("applyFill", "1");
                StringBuilder xf = new StringBuilder("<").append(rootPrefix()).append("xf");
                attributes.forEach((key, value) -> xf.append(' ')
                        .append(key)
                        .append("=\"")
                        .append(attribute(value))
                        .append('"'));
                write(xf + ">" + contentOf.getOrDefault(one.format(), "") + "</" + rootPrefix() + "xf>");
            });
        }

        private int ground(Severity severity) {
            return List.of(Severity.values()).indexOf(severity);
        }

        private String prefixed(String xml) {
            return rootPrefix().isEmpty() ? xml : xml.replaceAll("<(/?)(?=\\w)", "<$1" + rootPrefix());
        }
    }
}
