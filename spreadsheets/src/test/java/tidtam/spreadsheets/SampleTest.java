package tidtam.spreadsheets;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Measure;
import tidtam.facts.Plan;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Tool;

/** The real plan, against its rows as a person wrote them down. */
class SampleTest {
    private final Reading.Contents contents =
            (Reading.Contents) WorkbookReader.read(bytes("/samples/jomuang-2566-h1.xlsx"));
    private final Plan plan = contents.plan();

    static byte[] bytes(String resource) {
        try (InputStream in = SampleTest.class.getResourceAsStream(resource)) {
            return Optional.ofNullable(in).orElseThrow().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void reads_every_row_as_it_was_written_down() {
        List<String> expected = new String(bytes("/samples/measures.tsv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .map(f -> String.join(
                        "\t", f.get(0), f.get(1), f.get(2), f.get(4), f.get(5), f.get(6), f.get(7), f.get(8)))
                .toList();
        assertThat(plan.measures().stream().map(SampleTest::line).toList()).isEqualTo(expected);
        assertThat(plan.measures()).hasSize(27);
    }

    private static String line(PlannedMeasure planned) {
        Measure measure = planned.measure();
        String cells = Column.official().stream()
                .map(column -> Optional.ofNullable(planned.cells().get(column))
                        .map(CellText::raw)
                        .orElse("absent"))
                .collect(joining("\t"));
        return String.join(
                "\t",
                String.valueOf(measure.id().row()),
                measure.issue().cell().toString(),
                measure.section().map(Tool::name).orElse(""),
                cells);
    }

    @Test
    void finds_agency_year_and_round_in_the_title() {
        assertThat(plan.title().agency()).contains("องค์การบริหารส่วนตำบลจอม่วง");
        assertThat(plan.title().fiscalYear()).isEqualTo(OptionalInt.of(2566));
        assertThat(plan.title().round()).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void keeps_the_title_and_the_sections_as_printed() {
        assertThat(plan.titleLines())
                .hasSize(8)
                .extracting(CellText::raw)
                .startsWith("รายงานการดำเนินการตามมาตรการส่งเสริมคุณธรรม", "และความโปร่งใสภายในหน่วยงาน")
                .contains("อำเภอศิลาลาด จังหวัดศรีสะเกษ");
        assertThat(plan.sections())
                .extracting(section ->
                        section.before().row() + " " + section.statedIn().raw())
                .containsExactly(
                        "1 เครื่องมือการประเมิน IIT",
                        "4 เครื่องมือการประเมิน EIT",
                        "4 ตัวชี้วัดที่ ๒ คุณภาพการดำเนินงาน",
                        "10 ตัวชี้วัดที่ ๗ คุณภาพการดำเนินงาน",
                        "14 ตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน");
    }

    @Test
    void has_no_problem_and_is_complete() {
        assertThat(contents.problems()).isEmpty();
        assertThat(plan.complete()).isTrue();
        assertThat(plan.records().divisions()).isEmpty();
    }

    @Test
    void gives_each_row_its_indicator() {
        List<String> headings = plan.measures().stream()
                .map(planned ->
                        planned.measure().heading().map(SampleTest::headed).orElse("none"))
                .toList();
        String items = "2 A16";
        assertThat(headings)
                .containsExactly(
                        "1 A11", "2 A12", "4 A14", items, items, items, items, items, items, "7 A26", "7 A26", "7 A26",
                        "7 A26", "8 A33", "8 A33", "8 A33", "8 A33", "8 A33", "9 A42", "9 A42", "9 A44", "9 A44",
                        "9 A47", "9 A48", "9 A48", "9 A48", "9 A48");
        assertThat(rows(planned -> planned.measure().ownHeading())).containsExactly(1, 2, 3, 19, 21, 23, 24);
    }

    private static String headed(IndicatorHeading heading) {
        return heading.number() + " " + heading.statedIn().cell().toString().replace("มาตรการ!", "");
    }

    private List<Integer> rows(java.util.function.Predicate<PlannedMeasure> which) {
        return plan.measures().stream()
                .filter(which)
                .map(p -> p.measure().id().row())
                .toList();
    }

    @Test
    void takes_the_words_of_a_heading_up_to_its_first_dash() {
        assertThat(plan.measures().stream()
                        .filter(planned -> planned.measure().ownHeading())
                        .map(planned ->
                                planned.measure().heading().orElseThrow().title()))
                .containsExactly(
                        "การปฏิบัติหน้าที่",
                        "การใช้งบประมาณ",
                        "การใช้ทรัพย์สินของ ทางราชการ",
                        "ข้อมูลพื้นฐาน",
                        "การบริหารงาน",
                        "การบริหารเงินงบประมาณ",
                        "การบริหารและพัฒนาทรัพยากรบุคคล");
        assertThat(plan.headings())
                .extracting(IndicatorHeading::number, IndicatorHeading::title, IndicatorHeading::section)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "คุณภาพการดำเนินงาน", Optional.of(Tool.EIT)),
                        org.assertj.core.groups.Tuple.tuple(7, "คุณภาพการดำเนินงาน", Optional.of(Tool.EIT)),
                        org.assertj.core.groups.Tuple.tuple(8, "การปรับปรุงการทำงาน", Optional.of(Tool.EIT)));
    }

    @Test
    void reads_items_and_no_item_out_of_a_service_name() {
        List<String> codes = plan.measures().stream()
                .map(planned -> planned.measure().code().orElse("-"))
                .toList();
        List<String> items = IntStream.rangeClosed(1, 15)
                .mapToObj(n -> "E" + n)
                .filter(e -> !e.equals("E4"))
                .toList();
        List<String> expected = new java.util.ArrayList<>(List.of("-", "-", "-"));
        expected.addAll(items);
        expected.add(expected.indexOf("E2"), "E2");
        while (expected.size() < 27) {
            expected.add("-");
        }
        assertThat(codes).isEqualTo(expected);
        assertThat(plan.measures().get(21).measure().title()).isEqualTo("E-Service");
    }

    @Test
    void gives_every_measure_a_key_of_its_own() {
        assertThat(plan.measures().stream().map(planned -> planned.measure().key()))
                .doesNotHaveDuplicates();
        assertThat(plan.measures().get(7).measure().key()).isEqualTo("e5");
    }

    @Test
    void titles_leave_out_number_and_code() {
        assertThat(plan.measures().get(0).measure().title()).isEqualTo("การปฏิบัติหน้าที่");
        assertThat(plan.measures().get(4).measure().title()).startsWith("เจ้าหน้าที่ของหน่วยงานที่ ท่านติดต่อ");
        assertThat(plan.measures().get(20).measure().title())
                .isEqualTo("การบริหารงาน - การให้บริการ ข้อมูลเชิงสถิติการให้บริการ");
    }
}
