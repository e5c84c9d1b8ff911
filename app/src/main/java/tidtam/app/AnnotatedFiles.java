package tidtam.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tidtam.facts.Evaluation;
import tidtam.facts.Folded;
import tidtam.facts.Sha256;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.WorkbookNotes;
import tidtam.spreadsheets.Annotated;
import tidtam.spreadsheets.AnnotatedWorkbook;

/**
 * The workbooks that were checked, with notes in them. Each is read again when its turn comes, lest all of them stand in memory, and nothing is
 * written where it is no longer the one that was checked.
 */
final class AnnotatedFiles {
    private static final Set<String> EXTENSIONS = Set.of(".xlsx", ".xlsm", ".xltx", ".xltm");
    /** How many names of divisions are told where another was given. */
    private static final int NEAREST = 10;

    private AnnotatedFiles() {}

    /** One file for each workbook that could be evaluated; one that shows a division only is named after it too, and never like a whole one. */
    static List<ReportFile> of(ReportSource from) {
        Map<String, String> wanted = from.names();
        from.division().ifPresent(division -> wanted.replaceAll((path, name) -> name + " " + division));
        Map<String, String> names = FileNames.of(wanted);
        String annotated = from.division().isPresent() ? "-annotated-division" : "-annotated";
        List<ReportFile> files = new ArrayList<>();
        for (Checked input : from.result().inputs()) {
            if (input instanceof Checked.Evaluated evaluated) {
                String name = names.get(input.path()) + annotated + ending(input.path());
                files.add(new ReportFile(name, out -> out.write(annotated(evaluated, from))));
            }
        }
        return files;
    }

    /** The division that a person means, as the first plan that has it spells it. */
    static String division(String named, CheckResult result, Voice voice) {
        Set<String> known = new TreeSet<>();
        result.evaluations().forEach(evaluation -> known.addAll(divisions(evaluation)));
        return known.stream()
                .filter(division -> same(division, named))
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

    private static Set<String> divisions(Evaluation evaluation) {
        Set<String> known = new TreeSet<>(evaluation.divisions());
        evaluation.findings().forEach(finding -> known.addAll(finding.divisions()));
        return known;
    }

    private static boolean same(String division, String other) {
        return Folded.of(division).equals(Folded.of(other));
    }

    private static byte[] annotated(Checked.Evaluated input, ReportSource from) {
        from.division()
                .filter(named -> divisions(input.evaluation()).stream().noneMatch(own -> same(own, named)))
                .ifPresent(named -> {
                    throw notMade(input.path(), named, from.voice());
                });
        byte[] workbook = from.kept(input).orElseGet(() -> read(input, from));
        Annotated annotated = AnnotatedWorkbook.of(
                workbook, WorkbookNotes.of(from.result().run(), input, from.division(), from.wording()));
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
                    NotWritten.Why.FAILED);
        }
        throw new NotWritten(
                input.path()
                        + from.voice()
                                .say(
                                        ": แฟ้มเปลี่ยนไปหลังจากตรวจ จึงไม่ได้ใส่หมายเหตุ ให้ตรวจใหม่",
                                        ": changed since it was checked, so it was not annotated; check it again"),
                NotWritten.Why.FAILED);
    }

    private static NotWritten notMade(String path, String division, Voice voice) {
        return new NotWritten(
                path
                        + voice.say(
                                ": แผนนี้ไม่มีสำนัก/กอง '" + division + "' จึงไม่ได้ใส่หมายเหตุ",
                                ": this plan has no division '" + division + "', so it was not annotated"),
                NotWritten.Why.NEVER_MADE);
    }

    private static NotWritten notMade(String path, Annotated.Why why, Voice voice) {
        return switch (why) {
            case OLD_FORMAT ->
                new NotWritten(
                        path
                                + voice.say(
                                        ": ใส่หมายเหตุในแฟ้ม .xls ไม่ได้ หากต้องการให้บันทึกเป็น .xlsx แล้วตรวจใหม่",
                                        ": an .xls workbook is not annotated; for that, save it as .xlsx and check it again"),
                        NotWritten.Why.NEVER_MADE);
            case DAMAGED, TOO_LARGE ->
                new NotWritten(
                        path
                                + voice.say(
                                        ": ใส่หมายเหตุไม่ได้ ให้เปิดในโปรแกรมตารางแล้วบันทึกใหม่",
                                        ": it cannot be annotated; open it in a spreadsheet program and save it anew"),
                        NotWritten.Why.FAILED);
        };
    }

    private static String ending(String path) {
        String extension = path.substring(Math.max(path.lastIndexOf('.'), 0)).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(extension) ? extension : ".xlsx";
    }
}
