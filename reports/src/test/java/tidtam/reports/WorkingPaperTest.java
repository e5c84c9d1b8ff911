package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Severity;
import tidtam.facts.Values;

class WorkingPaperTest {
    private static final Wording THAI = Sample.wording(Language.TH);

    @Test
    void ten_thousand_findings_are_all_there() {
        List<ReportedFinding> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            CellText text = CellText.of(new CellRef("มาตรการ", i, 4), "ดำเนินการแล้ว");
            Finding finding = new Finding("date-impossible", new MeasureId(i % 12 + 1), text, Values.of("text", "๓๑"));
            many.add(new ReportedFinding(finding, Severity.ERROR, List.of("../กองคลัง"), "fp" + i));
        }
        CheckResult result = ReportPdfTest.result(many);

        List<String> rows = Workbooks.text(Written.workingPaper(result, Sample.IN_FORCE, THAI))
                .lines()
                .filter(line -> line.contains(" ¦ date-impossible ¦ fp"))
                .toList();
        assertThat(rows).hasSize(10_000);
        assertThat(rows.get(9_999)).endsWith("fp9999").contains("../กองคลัง", "มาตรการ!E10000");
    }

    @Test
    void of_one_plan_it_is_not_said_in_each_row_which_one() {
        String one = Workbooks.text(Written.workingPaper(ReportPdfTest.result(List.of()), Sample.IN_FORCE, THAI));

        assertThat(one).contains("\nลำดับ ¦ รหัส ¦ มาตรการ ¦ ระดับ", "\nไม่มีรายการ\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000})
    void a_full_disk_is_no_success(int room) {
        OutputStream full = new OutputStream() {
            private int written;

            @Override
            public void write(int b) throws IOException {
                written++;
                if (written > room) {
                    throw new IOException("No space left on device");
                }
            }
        };
        CheckResult result = Sample.result();

        assertThatThrownBy(() -> WorkingPaper.write(result, Figures.of(result), Sample.IN_FORCE, THAI, full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void dates_and_numbers_have_the_digits_of_the_sentences() {
        Map<String, String> messages = Sample.messages(Language.TH);
        assertThat(styles(new Wording(Language.TH, messages))).contains("[$-D07041E]d mmm yyyy", "[$-D00041E]#,##0");
        assertThat(styles(new Wording(Language.TH, messages, Digits.ARABIC)))
                .contains("[$-107041E]d mmm yyyy", "\"#,##0\"");
        assertThat(styles(Sample.wording(Language.EN))).contains("yyyy\\-mm\\-dd", "\"#,##0\"");
    }

    private static String styles(Wording wording) {
        StringBuilder formats = new StringBuilder();
        NodeList list = Objects.requireNonNull(
                        Workbooks.parts(Written.workingPaper(Sample.result(), Sample.IN_FORCE, wording))
                                .get("xl/styles.xml"))
                .getElementsByTagName("numFmt");
        for (int i = 0; i < list.getLength(); i++) {
            formats.append('"')
                    .append(list.item(i)
                            .getAttributes()
                            .getNamedItem("formatCode")
                            .getNodeValue())
                    .append('"');
        }
        return formats.toString();
    }
}
