package tidtam.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tidtam.reports.PlanFigures;
import tidtam.reports.SixMonthReport;

/** The six-month reports of a run: report.docx, or where there are several inputs one named after each. */
final class SixMonthFiles {
    private static final String NAME = "report.docx";

    private SixMonthFiles() {}

    /** One file for each plan. */
    static List<ReportFile> of(ReportSource from) {
        List<ReportFile> files = new ArrayList<>();
        boolean single = from.result().inputs().size() == 1;
        Set<String> taken = new HashSet<>();
        for (PlanFigures plan : from.figures().plans()) {
            String name = single ? NAME : name(plan.checked().path(), taken);
            files.add(new ReportFile(
                    name, out -> SixMonthReport.write(plan, from.result().run(), from.wording(), out)));
        }
        return files;
    }

    private static String name(String path, Set<String> taken) {
        String file = Optional.ofNullable(Path.of(path).getFileName())
                .map(Path::toString)
                .orElse("");
        String own = file.replaceFirst("\\.[^.]*$", "");
        String safe = FileNames.of(List.of(own)).getOrDefault(own, "");
        return Stream.iterate(1, number -> number + 1)
                .map(number -> safe + (number == 1 ? "-" : " (" + number + ")-") + NAME)
                .filter(name -> taken.add(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow();
    }
}
