package tidtam.reports;

import java.util.List;
import java.util.Optional;
import tidtam.facts.Severity;

/** The bytes of written files. */
final class Written {
    private Written() {}

    static byte[] csv(CheckResult result, Wording wording) {
        return PdfText.bytes(out -> FindingsCsv.write(result, wording, out));
    }

    static byte[] json(CheckResult result, Wording thai, Wording english) {
        return PdfText.bytes(out -> FindingsJson.write(result, thai, english, out));
    }

    static byte[] junit(CheckResult result, Wording wording, Optional<Severity> failOn) {
        return PdfText.bytes(out -> JUnitXml.write(result, wording, failOn, out));
    }

    static byte[] page(CheckResult result, Wording wording) {
        return PdfText.bytes(out -> ReportPage.write(result, Figures.of(result), wording, out));
    }

    static byte[] sixMonth(PlanFigures figures, RunInfo run, Wording wording) {
        return PdfText.bytes(out -> SixMonthReport.write(figures, new CheckResult(run, List.of()), wording, out));
    }

    static byte[] workingPaper(CheckResult result, InForce inForce, Wording wording) {
        return PdfText.bytes(out -> WorkingPaper.write(result, Figures.of(result), inForce, wording, out));
    }
}
