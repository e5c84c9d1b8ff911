package tidtam.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import tidtam.reports.PdfText;

class PaperTest {
    private static final Look LOOK = Look.of(10);

    /** Breaks at spaces and between any two characters. */
    private static final Breaks SPACES = new Breaks() {
        @Override
        public List<String> pieces(String line) {
            return List.of(line.split("(?<= )"));
        }

        @Override
        public int next(String text, int from) {
            return text.offsetByCodePoints(from, 1);
        }
    };

    private interface Filling {
        void fill(Paper paper) throws IOException;
    }

    private static byte[] file(Filling filling) {
        return PdfText.bytes(out -> {
            Paper paper =
                    new Paper(out, new Document("ชื่อ \\(เอกสาร)", "th", "Tidtam 1"), new Margins(2, 2, 2, 2), SPACES);
            filling.fill(paper);
            paper.end(List.of("ที่มา"), (page, pages) -> "หน้า " + page + "/" + pages);
        });
    }

    @Test
    void gives_back_the_thai_that_was_put_in() {
        String text = "ที่ ผู้ ปี้ น้ำ กำหนด ป่า ฟ้า ญู ฐู ฎุ ฏู ก็ ก๊ำ ใต้ ๆ ฯ ๑๒๓ พ.ศ. Ω é 👨‍👩‍👧 漢 \uFFFD";

        for (Look look : List.of(LOOK, LOOK.strong())) {
            assertThat(PdfText.of(file(paper -> paper.text(text, look))).replaceAll(" +", " "))
                    .startsWith(text + "\n");
        }
    }

    @Test
    void spells_as_people_search() {
        assertThat(PdfText.of(file(paper -> paper.text("กํา นํ้า น้ํา ปี\uF70A", LOOK))))
                .startsWith("กำ น้ำ น้ำ ปี่\n");
    }

    @Test
    void the_same_pages_are_the_same_bytes_and_hold_no_time() {
        byte[] file = file(paper -> paper.text("ทดสอบ", LOOK));

        assertThat(file(paper -> paper.text("ทดสอบ", LOOK))).isEqualTo(file);
        assertThat(file(paper -> paper.text("ทดสอบ ", LOOK.strong()))).isNotEqualTo(file);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("CreationDate", "ModDate");
    }

    @Test
    void says_its_title_language_bookmarks_and_page_numbers() throws IOException {
        byte[] file = file(paper -> {
            paper.heading(1, "หนึ่ง", LOOK);
            paper.heading(2, "ย่อย", LOOK);
            paper.heading(1, "สอง", LOOK);
        });

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("ชื่อ \\(เอกสาร)");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("th");
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
                item.children().forEach(child -> titles.add("- " + child.getTitle()));
            }
            assertThat(titles).containsExactly("หนึ่ง", "- ย่อย", "สอง");
        }
        assertThat(PdfText.of(file)).contains("ที่มา", "หน้า 1/1");
    }

    @Test
    void a_table_goes_on_overleaf_under_its_headings() throws IOException {
        byte[] file = file(paper -> {
            Table table = paper.table(
                    List.of(new Column("ชื่อ", 3, false), new Column("จำนวน", 1, true)), LOOK.strong(), true);
            for (int i = 0; i < 60; i++) {
                table.row(List.of(Cell.of("แถวที่ " + i, LOOK), Cell.of(String.valueOf(i), LOOK)));
            }
        });

        String text = PdfText.of(file);
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
        }
        assertThat(text.split("ชื่อ")).hasSize(3);
        assertThat(text).contains("แถวที่ 0", "แถวที่ 59");
    }

    @Test
    void a_row_longer_than_a_page_is_broken_and_loses_nothing() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            all.append('w').append(i).append(' ');
        }
        String text = PdfText.of(file(paper -> paper.table(
                        List.of(new Column("a", 1, false), new Column("b", 1, false)), LOOK, true)
                .row(List.of(Cell.of("left", LOOK), Cell.of(all.toString().strip(), LOOK)))));

        for (int i = 0; i < 3_000; i++) {
            assertThat(text).containsPattern("\\bw" + i + "\\s");
        }
    }

    @Test
    void a_date_too_wide_for_its_cell_is_broken_at_its_joints() {
        String text = PdfText.of(file(paper -> paper.table(
                        List.of(new Column("a", 1, false), new Column("b", 14, false)), LOOK, true)
                .row(List.of(Cell.of("2566-04", LOOK), Cell.of("", LOOK)))));

        assertThat(text).contains("2566-\n04\n");
    }

    @Test
    void a_word_wider_than_the_page_is_broken() {
        String word = "ก".repeat(32_767);

        assertThat(PdfText.flowing(PdfText.of(file(paper -> paper.text(word, LOOK))))
                        .chars())
                .filteredOn(c -> c == 'ก')
                .hasSize(word.length());
    }
}
