package tidtam.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Measure;
import tidtam.facts.PlannedMeasure;

/** What does not change the measures of the sample: where rows and columns stand, and how digits and {@code ำ} are written. */
class ReadingPropertiesTest {
    private static final WorkbookGrids SAMPLE = sample();

    private static final Reading.Contents AS_PRINTED = Books.read(SampleTest.bytes("/samples/jomuang-2566-h1.xlsx"));

    private static WorkbookGrids sample() {
        try {
            return WorkbookReader.grids(SampleTest.bytes("/samples/jomuang-2566-h1.xlsx"));
        } catch (UnreadableException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The sample written anew, each cell to another place and with another text. */
    private static Reading.Contents rewritten(
            Function<Integer, Integer> rows, List<Integer> columns, Function<String, String> text) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        SheetGrid grid = SAMPLE.sheets().get(0);
        Sheet sheet = workbook.createSheet(grid.name());
        for (SheetGrid.Row row : grid.rows()) {
            org.apache.poi.ss.usermodel.Row target = sheet.createRow(rows.apply(row.number()));
            boolean merged = row.own().size() == 1;
            row.own()
                    .forEach(cell -> target.createCell(
                                    merged ? 0 : columns.get(cell.at().column()))
                            .setCellValue(text.apply(cell.text())));
            if (merged) {
                Books.merge(sheet, "A" + (target.getRowNum() + 1) + ":E" + (target.getRowNum() + 1));
            }
        }
        return Books.read(Books.bytes(workbook));
    }

    private static List<String> measures(Reading.Contents contents, Function<PlannedMeasure, String> cells) {
        return contents.plan().measures().stream()
                .map(planned -> identity(planned.measure()) + cells.apply(planned))
                .toList();
    }

    private static String identity(Measure measure) {
        String heading = measure.heading().map(h -> String.valueOf(h.number())).orElse("-");
        return measure.key() + " " + measure.code().orElse("-") + " " + measure.section() + " " + heading
                + measure.ownHeading();
    }

    private static String texts(PlannedMeasure planned) {
        Map<Column, String> texts = new TreeMap<>();
        for (Map.Entry<Column, CellText> cell : planned.cells().entrySet()) {
            texts.put(cell.getKey(), cell.getValue().raw());
        }
        return texts.toString();
    }

    @Provide
    Arbitrary<List<Integer>> columnOrders() {
        return Arbitraries.shuffle(0, 1, 2, 3, 4);
    }

    @Provide
    Arbitrary<List<Integer>> gaps() {
        return Arbitraries.integers().between(0, 3).list().ofSize(60);
    }

    @Property(tries = 40)
    void blank_rows_and_the_order_of_columns_change_no_measure(
            @ForAll("gaps") List<Integer> gaps, @ForAll("columnOrders") List<Integer> columns) {
        List<Integer> places = new ArrayList<>();
        int place = 0;
        for (int gap : gaps) {
            place += gap;
            places.add(place++);
        }
        Reading.Contents moved = rewritten(places::get, columns, text -> text);
        assertThat(measures(moved, ReadingPropertiesTest::texts))
                .isEqualTo(measures(AS_PRINTED, ReadingPropertiesTest::texts));
        assertThat(moved.problems()).isEmpty();
    }

    @Provide
    Arbitrary<Function<String, String>> spellings() {
        return Arbitraries.of(
                text -> arabic(text),
                text -> text.replace("ำ", "\u0E4D\u0E32"),
                text -> text.replace("ำ", " ำ"),
                text -> text.replace("ำ", " า"),
                text -> text.replace("ำ", "า"),
                text -> text.replace("ำ", "\uFFFD"),
                text -> text.replace("า", "\u0E4D\u0E32"),
                text -> text.replace(' ', '\u00A0'),
                text -> text.replace("\u0E48", "\uF70A"));
    }

    private static String arabic(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append((char) (c >= '๐' && c <= '๙' ? c - '๐' + '0' : c)));
        return digits.toString();
    }

    @Property(tries = 30)
    void digits_damaged_letters_and_spaces_change_no_key_and_no_number(
            @ForAll("spellings") Function<String, String> first, @ForAll("spellings") Function<String, String> second) {
        Reading.Contents respelt = rewritten(row -> row, List.of(0, 1, 2, 3, 4), first.andThen(second));
        assertThat(measures(respelt, planned -> "")).isEqualTo(measures(AS_PRINTED, planned -> ""));
        assertThat(respelt.problems()).isEmpty();
        assertThat(respelt.plan().title().fiscalYear())
                .isEqualTo(AS_PRINTED.plan().title().fiscalYear());
        assertThat(respelt.plan().title().round())
                .isEqualTo(AS_PRINTED.plan().title().round());
        assertThat(respelt.plan().title().agency()).isPresent();
    }
}
