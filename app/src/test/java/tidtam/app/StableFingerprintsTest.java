package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import tidtam.facts.ReportedFinding;
import tidtam.reports.Checked;

/** The same plan, written another way, gives the same findings. */
class StableFingerprintsTest {
    private static final int COLUMNS = 5;
    private static final Check CHECK = Rules.builtIn().check();
    private static final List<Line> SAMPLE = lines();
    private static final Set<String> AS_PRINTED = fingerprints(SAMPLE, List.of(0, 1, 2, 3, 4));
    private static final Pattern STATES_ITS_INDICATOR = Pattern.compile("^(ตัวชี้ว|E[๐-๙])");

    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            text -> text,
            StableFingerprintsTest::arabic,
            text -> text.replace("ำ", "\u0E4D\u0E32"),
            text -> text.replace("ำ", "า"),
            text -> text.replace("ำ", " า"),
            text -> text.replace("ำ", " ำ"),
            text -> text.replace("ำ", "\uFFFDา"),
            text -> text.replace("\u0E48", "\uF70A").replace("\u0E49", "\uF70B"),
            text -> text.replace(' ', '\u00A0'),
            text -> text.replace(" ", "  "));

    /** A row of the sheet; one text over all columns where it is merged. */
    private record Line(List<String> texts, boolean merged) {
        boolean measure() {
            return !merged && !texts.get(1).equals("ผู้รับผิดชอบ");
        }
    }

    @Test
    void the_sample_written_anew_gives_findings_and_each_its_own_fingerprint() {
        assertThat(AS_PRINTED).hasSizeGreaterThan(50);
    }

    @Property(tries = 40)
    void spelling_blank_rows_and_the_order_of_columns_and_rows_do_not_matter(
            @ForAll @IntRange(max = 9) int spelling, @ForAll Random random) {
        List<Line> rewritten = rewritten(spelling, random);

        assertThat(fingerprints(rewritten, order(random))).isEqualTo(AS_PRINTED);
    }

    /** The sample in another spelling, its rows moved, blank rows among them and its columns in another order. */
    static byte[] rewrittenSample(int spelling, Random random) {
        return workbook(rewritten(spelling, random), order(random));
    }

    private static List<Integer> order(Random random) {
        List<Integer> columns = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Collections.shuffle(columns, random);
        return columns;
    }

    private static List<Line> rewritten(int spelling, Random random) {
        List<Line> rewritten = shuffled(SAMPLE, random).stream()
                .map(line -> new Line(
                        line.texts().stream().map(SPELLINGS.get(spelling)).toList(), line.merged()))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int blanks = random.nextInt(4); blanks > 0; blanks--) {
            rewritten.add(8 + random.nextInt(rewritten.size() - 8), new Line(List.of("", "", "", "", ""), false));
        }
        return rewritten;
    }

    @Test
    void each_spelling_alone_changes_nothing() {
        for (int i = 0; i < SPELLINGS.size(); i++) {
            UnaryOperator<String> spelling = SPELLINGS.get(i);
            List<Line> rewritten = SAMPLE.stream()
                    .map(line -> new Line(line.texts().stream().map(spelling).toList(), line.merged()))
                    .toList();
            assertThat(fingerprints(rewritten, List.of(0, 1, 2, 3, 4)))
                    .as("spelling " + i)
                    .isEqualTo(AS_PRINTED);
        }
    }

    @Test
    void on_the_second_day_of_the_year_an_empty_plan_is_accused_of_nothing_overdue() {
        List<Line> emptied = SAMPLE.stream()
                .map(line -> line.measure()
                        ? new Line(
                                List.of(
                                        line.texts().get(0),
                                        line.texts().get(1),
                                        line.texts().get(2),
                                        line.texts().get(3),
                                        ""),
                                false)
                        : line)
                .toList();
        Set<String> rules = check(workbook(emptied, List.of(0, 1, 2, 3, 4)), LocalDate.of(2022, 10, 2)).stream()
                .map(finding -> finding.finding().rule())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rules)
                .containsExactly("indicator-mismatch", "indicator-missing", "item-missing", "measure-duplicated");
    }

    /** The measures under each heading in another order; rows that inherit an indicator stay behind the one that states it. */
    private static List<Line> shuffled(List<Line> lines, Random random) {
        List<Line> moved = new ArrayList<>(lines);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).merged()) {
                List<List<Line>> blocks = new ArrayList<>();
                for (int place : places) {
                    Line line = lines.get(place);
                    boolean begins =
                            STATES_ITS_INDICATOR.matcher(line.texts().get(0)).find();
                    if (begins || blocks.isEmpty()) {
                        blocks.add(new ArrayList<>());
                    }
                    blocks.get(blocks.size() - 1).add(line);
                }
                Collections.shuffle(blocks, random);
                List<Line> order = blocks.stream().flatMap(List::stream).toList();
                IntStream.range(0, order.size()).forEach(n -> moved.set(places.get(n), order.get(n)));
                places.clear();
            } else if (lines.get(i).measure()) {
                places.add(i);
            }
        }
        return moved;
    }

    private static String arabic(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(c -> digits.append((char) (c >= '๐' && c <= '๙' ? c - '๐' + '0' : c)));
        return digits.toString();
    }

    private static List<Line> lines() {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Run.sample()))) {
            Sheet sheet = workbook.getSheetAt(0);
            Set<Integer> merged = sheet.getMergedRegions().stream()
                    .map(CellRangeAddress::getFirstRow)
                    .collect(Collectors.toSet());
            List<Line> lines = new ArrayList<>();
            for (Row row : sheet) {
                lines.add(new Line(
                        IntStream.range(0, COLUMNS)
                                .mapToObj(row::getCell)
                                .map(cell -> Optional.ofNullable(cell)
                                        .map(Cell::getStringCellValue)
                                        .orElse(""))
                                .toList(),
                        merged.contains(row.getRowNum())));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] workbook(List<Line> lines, List<Integer> columns) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("มาตรการ");
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                Row row = sheet.createRow(i);
                if (line.merged()) {
                    row.createCell(0).setCellValue(line.texts().get(0));
                    sheet.addMergedRegion(new CellRangeAddress(i, i, 0, COLUMNS - 1));
                    continue;
                }
                for (int column = 0; column < COLUMNS; column++) {
                    row.createCell(column).setCellValue(line.texts().get(columns.get(column)));
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> fingerprints(List<Line> lines, List<Integer> columns) {
        List<Tuple2<String, String>> found = check(workbook(lines, columns), LocalDate.of(2023, 4, 30)).stream()
                .map(finding -> Tuple.of(finding.finding().rule() + " " + finding.severity(), finding.fingerprint()))
                .toList();
        Set<String> prints =
                found.stream().map(one -> one.get1() + " " + one.get2()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(prints).as("fingerprints are unique").hasSameSizeAs(found);
        return prints;
    }

    private static List<ReportedFinding> check(byte[] workbook, LocalDate asOf) {
        Checked checked = CHECK.check("แผน.xlsx", workbook, new Check.Settings(asOf, Optional.empty()));
        assertThat(checked).isInstanceOf(Checked.Evaluated.class);
        return ((Checked.Evaluated) checked).evaluation().findings();
    }
}
