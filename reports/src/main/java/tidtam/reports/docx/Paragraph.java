package tidtam.reports.docx;

import java.util.List;

/** Words that stand together. */
public record Paragraph(Style style, List<Text> texts) {
    /** What a paragraph is. */
    public enum Style {
        NORMAL("Normal"),
        /** Bold and centred. */
        TITLE("Title"),
        HEADING("Heading1"),
        /** In the first row of a table. */
        COLUMN("TableHeading"),
        /** In a row over all columns. */
        SECTION("TableSection");

        private final String id;

        Style(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    public static Paragraph of(Style style, String words) {
        return new Paragraph(style, List.of(Text.plain(words)));
    }

    public static Paragraph of(Text... texts) {
        return new Paragraph(Style.NORMAL, List.of(texts));
    }
}
