package tidtam.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidtam.reports.DivisionMemo;
import tidtam.reports.ReportPdf;

/** The report on paper, and a memo for each division about which something was found. */
final class PdfFiles {
    private PdfFiles() {}

    static List<ReportFile> of(ReportSource from) {
        List<ReportFile> files = new ArrayList<>();
        files.add(new ReportFile(
                "report.pdf", out -> ReportPdf.write(from.result(), from.figures(), from.wording(), out)));
        List<DivisionMemo> memos = DivisionMemo.of(from.figures());
        List<String> names = names(memos, from.figures().plans().size() > 1);
        Map<String, String> safe = FileNames.of(names);
        for (int i = 0; i < memos.size(); i++) {
            DivisionMemo memo = memos.get(i);
            files.add(new ReportFile(
                    "memo-" + safe.get(names.get(i)) + ".pdf",
                    out -> memo.write(from.result().run(), from.wording(), out)));
        }
        return files;
    }

    /** Each memo's division, with the workbook where there are several, and a number where two are still the same. */
    private static List<String> names(List<DivisionMemo> memos, boolean severalPlans) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> used = new HashMap<>();
        for (DivisionMemo memo : memos) {
            String name = memo.division() + (severalPlans ? " " + workbook(memo.path()) : "");
            int times = used.merge(name, 1, Integer::sum);
            names.add(times == 1 ? name : name + " (" + times + ")");
        }
        return names;
    }

    private static String workbook(String path) {
        String file = Optional.ofNullable(Path.of(path).getFileName())
                .map(Path::toString)
                .orElse(path);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
