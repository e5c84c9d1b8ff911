package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class FindingsCsvTest {
    private static String text() {
        return new String(Written.csv(Sample.result(), Sample.wording(Language.TH)), StandardCharsets.UTF_8);
    }

    private static List<CSVRecord> rows() throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(text().substring(1))).getRecords();
    }

    @Test
    void has_a_byte_order_mark_crlf_and_one_row_a_finding_and_a_rule_turned_off() throws IOException {
        assertThat(text()).startsWith("\uFEFFแฟ้ม,").endsWith("\r\n");
        assertThat(text().replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(rows())
                .hasSize(1
                        + Sample.evaluation().findings().size()
                        + 2
                        + Sample.off().size());
        assertThat(rows()).allSatisfy(row -> assertThat(row.size()).isEqualTo(20));
    }

    @Test
    void no_cell_can_be_taken_for_a_formula() throws IOException {
        assertThat(rows().stream().flatMap(CSVRecord::stream)).noneMatch(cell -> cell.matches("[=+\\-@\t\r].*"));
        assertThat(rows().stream().flatMap(CSVRecord::stream)).anyMatch(cell -> cell.startsWith("'=HYPERLINK"));
        assertThat(rows().stream().flatMap(CSVRecord::stream)).anyMatch(cell -> cell.startsWith("'@ code"));
    }

    @Test
    void a_plan_without_findings_leaves_the_headings() {
        CheckResult result = new CheckResult(
                new RunInfo(Sample.AS_OF, "0.1.0", "sha256:" + Sample.SHA, new TreeMap<>()),
                List.of(new Checked.Evaluated("a.xlsx", Sample.SHA, Sample.nothingFound())));
        String text = new String(Written.csv(result, Sample.wording(Language.EN)), StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(1);
    }

    @Test
    void every_row_says_what_it_rests_on() throws IOException {
        List<CSVRecord> rows = rows().subList(1, rows().size());

        assertThat(rows().get(0).get(16)).isEqualTo("ตรวจ ณ วันที่");
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get(16)).isEqualTo(Sample.AS_OF.toString());
            assertThat(row.get(17)).isIn(Sample.SHA, "");
            assertThat(row.get(18)).isEqualTo(Sample.result().run().rulesDigest());
            assertThat(row.get(19)).isEqualTo("0.1.0");
        });
        assertThat(rows)
                .filteredOn(row -> !row.get(5).isEmpty())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(17)).isEqualTo(Sample.SHA));
    }

    @Test
    void an_input_that_could_not_be_checked_has_a_row_without_severity() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.get(8).startsWith("ตรวจไม่ได้: "))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get(5)).isEmpty())
                .extracting(row -> row.get(0))
                .contains("away.xlsx");
    }
}
