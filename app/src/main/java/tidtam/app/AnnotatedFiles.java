package tidtam.app;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidtam.facts.Folded;
import tidtam.reports.CellNotes;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.spreadsheets.Annotated;
import tidtam.spreadsheets.AnnotatedWorkbook;

/**
 * The workbooks that were checked, with notes in them. Each is read again when its turn comes, lest all of them stand in memory, and nothing is
 * written where it is no longer the one that was checked.
 */
final class AnnotatedFiles {
    private static final Set<String> EXTENSIONS = Set.of(".xlsx", ".xlsm", ".xltx", ".xltm");
    /** Bytes of the input's own part of a name. With what is added a name stays within the 255 that file systems allow. */
    private static final int LONGEST = 180;

    /** How many names of divisions are told where another was given. */
    private static final int NEAREST = 10;

    private AnnotatedFiles() {}

    /** One file for each workbook that could be evaluated. */
    static List<ReportFile> of(ReportSource from) {
        List<ReportFile> files = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Checked input : from.result().inputs()) {
            if (input instanceof Checked.Evaluated evaluated) {
                String name = name(Path.of(input.path()), taken);
                files.add(new ReportFile(name, out -> out.write(annotated(evaluated, from))));
            }
        }
        return files;
    }

    /** The division that a person means, as the plans spell it. */
    static String division(String named, CheckResult result, Voice voice) {
        Set<String> known = new TreeSet<>();
        result.evaluations().forEach(evaluation -> {
            known.addAll(evaluation.divisions());
            evaluation.findings().forEach(finding -> known.addAll(finding.divisions()));
        });
        return known.stream()
                .filter(division -> Folded.of(division).equals(Folded.of(named)))
                .findFirst()
                .orElseThrow(() -> {
                    String list = known.stream()
                            .sorted(Comparator.comparingInt(division -> Folded.distance(division, named)))
                            .limit(NEAREST)
                            .collect(Collectors.joining(", "));
                    return new Refused(voice.say(
                            "--division ไม่มีสำนัก/กอง '" + named + "' ในแผน ชื่อที่ใกล้เคียง: " + list,
                            "--division: the plans have no division '" + named + "'; the nearest are " + list));
                });
    }

    private static byte[] annotated(Checked.Evaluated input, ReportSource from) {
        byte[] workbook = read(input, from);
        Annotated annotated = AnnotatedWorkbook.of(
                workbook, CellNotes.of(from.result().run(), input, from.division(), from.wording()));
        if (annotated instanceof Annotated.Workbook made) {
            return made.bytes();
        }
        throw notMade(input.path(), ((Annotated.NotMade) annotated).why(), from.voice());
    }

    private static byte[] read(Checked.Evaluated input, ReportSource from) {
        try {
            byte[] workbook = WorkbookFile.read(Path.of(input.path()));
            if (Optional.of(Sha256.of(workbook)).equals(input.sha256())) {
                return workbook;
            }
        } catch (WorkbookFile.Unread e) {
            throw new NotWritten(
                    input.path() + ": " + from.wording().unreadable(e.why())
                            + from.voice().say(" จึงไม่ได้ใส่หมายเหตุ", " It was not annotated."),
                    true);
        }
        throw new NotWritten(
                input.path()
                        + from.voice()
                                .say(
                                        ": แฟ้มเปลี่ยนไปหลังจากตรวจ จึงไม่ได้ใส่หมายเหตุ ให้ตรวจใหม่",
                                        ": changed since it was checked, so it was not annotated; check it again"),
                true);
    }

    private static NotWritten notMade(String path, Annotated.Why why, Voice voice) {
        return switch (why) {
            case OLD_FORMAT ->
                new NotWritten(
                        path
                                + voice.say(
                                        ": ใส่หมายเหตุในแฟ้ม .xls ไม่ได้ หากต้องการให้บันทึกเป็น .xlsx แล้วตรวจใหม่",
                                        ": an .xls workbook is not annotated; for that, save it as .xlsx and check it again"),
                        false);
            case DAMAGED, TOO_LARGE ->
                new NotWritten(
                        path
                                + voice.say(
                                        ": ใส่หมายเหตุไม่ได้ ให้เปิดในโปรแกรมตารางแล้วบันทึกใหม่",
                                        ": it cannot be annotated; open it in a spreadsheet program and save it anew"),
                        true);
        };
    }

    private static String name(Path input, Set<String> taken) {
        String whole =
                Optional.ofNullable(input.getFileName()).map(Path::toString).orElse("");
        int dot = whole.lastIndexOf('.');
        String extension = dot < 0 ? "" : whole.substring(dot).toLowerCase(Locale.ROOT);
        String own =
                shortened((dot < 0 ? whole : whole.substring(0, dot)).replaceAll("[\\p{Cc}\\p{Cf}/\\\\:*?\"<>|]", "_"));
        return Stream.iterate(1, number -> number + 1)
                .map(number -> own + (number == 1 ? "" : " (" + number + ")") + "-annotated"
                        + (EXTENSIONS.contains(extension) ? extension : ".xlsx"))
                .filter(name -> taken.add(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }

    private static String shortened(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
