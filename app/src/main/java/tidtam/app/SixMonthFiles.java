package tidtam.app;

import java.util.List;
import java.util.Map;
import tidtam.reports.SixMonthReport;

/** The six-month reports of a run: report.docx, or where there are several inputs one named after each. */
final class SixMonthFiles {
    private static final String NAME = "report.docx";

    private SixMonthFiles() {}

    /** One file for each plan. */
    static List<ReportFile> of(ReportSource from) {
        Map<String, String> names = from.names();
        return from.figures().plans().stream()
                .map(plan -> new ReportFile(
                        from.several() ? names.get(plan.checked().path()) + "-" + NAME : NAME,
                        out -> SixMonthReport.write(plan, from.result(), from.wording(), out)))
                .toList();
    }
}
