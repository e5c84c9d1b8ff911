package tidtam.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** An office that warns: its plan, its settings, and what came of a day's run. */
final class WarnOffice {
    private static final String[][] TITLE = {
        {"รายงานการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน"
        },
        {"องค์การบริหารส่วนตำบลทดสอบ"},
        {"ประเด็นที่ต้องพัฒนา", "ผู้รับผิดชอบ", "ขั้นตอนหรือวิธีการ", "การรายงานผล กำหนดเวลาแล้วเสร็จ", "การดำเนินการ"},
    };

    private final Path folder;

    WarnOffice(Path folder) {
        this.folder = folder;
    }

    Path data() {
        return folder.resolve("tidtam-data");
    }

    Path plan() {
        return folder.resolve("แผน.xlsx");
    }

    Path settings() {
        return folder.resolve("tidtam.yaml");
    }

    /** Writes the plan; a row is issue, responsible, deadline and action. */
    WarnOffice plans(String[]... rows) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("มาตรการ");
            List<String[]> all = new ArrayList<>(List.of(TITLE));
            Stream.of(rows)
                    .map(row -> new String[] {row[0], row[1], "", row[2], row[3]})
                    .forEach(all::add);
            for (String[] texts : all) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (int i = 0; i < texts.length; i++) {
                    row.createCell(i).setCellValue(texts[i]);
                }
            }
            book.write(out);
            Files.write(plan(), out.toByteArray());
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WarnOffice sample() {
        Run.sampleIn(folder, plan().getFileName().toString());
        return this;
    }

    WarnOffice settings(String yaml) {
        try {
            Files.writeString(settings(), yaml, StandardCharsets.UTF_8);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Warns on a day, at half past eight. */
    Run warn(LocalDate day, String... words) {
        List<String> all = new ArrayList<>(
                List.of("warn", plan().toString(), "--config", settings().toString()));
        all.addAll(List.of(words));
        return run(day, all.toArray(String[]::new));
    }

    Run run(LocalDate day, String... words) {
        Clock clock = Clock.fixed(day.atTime(1, 30).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return Run.in(Map.of(), clock, "", words);
    }

    /** The mails in the outbox, by name. */
    List<Path> outbox() {
        return files(data().resolve("outbox"));
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
