package tidtam.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tidtam.app.history.History;
import tidtam.app.history.NewRun;
import tidtam.app.store.Octets;
import tidtam.facts.Sha256;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.Language;
import tidtam.reports.RunInfo;
import tidtam.reports.Wording;
import tidtam.reports.history.Lifecycles;

/** Plans that are really checked and recorded, for tests of the desk. */
public final class DeskPlans {
    private static final Rules RULES = Rules.builtIn();
    private static final Check CHECK = RULES.check();

    private DeskPlans() {}

    public static Wording wording(Language language) {
        return RULES.wording(language);
    }

    public static byte[] sample() {
        return Run.sample();
    }

    /** A plan; a row is issue, responsible, deadline and action. */
    public static byte[] plan(String[]... rows) {
        String[][] title = {
            {
                "รายงานการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน"
            },
            {"องค์การบริหารส่วนตำบลทดสอบ"},
            {
                "ประเด็นที่ต้องพัฒนา",
                "ผู้รับผิดชอบ",
                "ขั้นตอนหรือวิธีการ",
                "การรายงานผล กำหนดเวลาแล้วเสร็จ",
                "การดำเนินการ"
            },
        };
        List<String[]> all = Stream.concat(Stream.of(title), Stream.of(rows).map(row ->
                        new String[] {row[0], row[1], "", row[2], row[3]}))
                .toList();
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("มาตรการ");
            for (int r = 0; r < all.size(); r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < all.get(r).length; c++) {
                    row.createCell(c).setCellValue(all.get(r)[c]);
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a check of these workbooks gives under no waivers. */
    public static CheckResult result(Map<String, byte[]> workbooks, LocalDate asOf) {
        List<Checked> checked = workbooks.entrySet().stream()
                .map(book -> CHECK.check(book.getKey(), book.getValue(), new Check.Settings(asOf, Optional.empty())))
                .toList();
        return new CheckResult(new RunInfo(asOf, "0.1.0", RULES.digest(), new TreeMap<>()), checked);
    }

    /** Records it; gives the run's number. */
    public static long record(
            History history, CheckResult result, Map<String, byte[]> workbooks, Instant at, String who) {
        Lifecycles lifecycles = new Lifecycles(wording(Language.TH)::sentence, wording(Language.EN)::sentence);
        Map<String, Octets> octets =
                workbooks.values().stream().collect(Collectors.toMap(Sha256::of, Octets::new, (one, same) -> one));
        return history.record(
                        new NewRun(
                                result,
                                Optional.empty(),
                                "0".repeat(64),
                                Optional.empty(),
                                new TreeMap<>(),
                                octets,
                                lifecycles),
                        at,
                        who)
                .head()
                .number();
    }
}
