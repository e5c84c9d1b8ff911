package tidtam.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tidtam.reports.DivisionMemo;
import tidtam.reports.ReportPdf;

/** The report on paper, and a memo for each division about which something was found. */
final class PdfFiles {
    private static final String MEMO = "memo-";
    private static final String ENDING = ".pdf";

    private PdfFiles() {}

    static List<ReportFile> of(ReportSource from) {
        List<ReportFile> files = new ArrayList<>();
        files.add(new ReportFile(
                "report.pdf", out -> ReportPdf.write(from.result(), from.figures(), from.wording(), out)));
        List<DivisionMemo> memos = DivisionMemo.of(from.figures());
        Map<String, String> workbooks = from.names();
        Map<String, String> wanted = new LinkedHashMap<>();
        memos.forEach(memo ->
                wanted.put(key(memo), memo.division() + (from.several() ? " " + workbooks.get(memo.path()) : "")));
        Map<String, String> names = FileNames.of(wanted);
        for (DivisionMemo memo : memos) {
            files.add(new ReportFile(
                    MEMO + names.get(key(memo)) + ENDING, out -> memo.write(from.result(), from.wording(), out)));
        }
        return files;
    }

    /** The memos in a folder, as a person may look for them, that are not among these files: a clean division keeps its old one. */
    static List<String> leftBehind(OutputFolder folder, Set<String> written) {
        return folder.names(ENDING).stream()
                .filter(name -> name.startsWith(MEMO) && !written.contains(name))
                .map(folder::path)
                .toList();
    }

    private static String key(DivisionMemo memo) {
        return memo.path() + "\n" + memo.division();
    }
}
