package tidtam.app;

import java.io.IOException;
import java.io.OutputStream;
import tidtam.reports.CheckResult;
import tidtam.reports.FindingsJson;
import tidtam.reports.Language;
import tidtam.reports.Wording;

/**
 * What reports are written from. Many threads may use one.
 *
 * @param wording in the language the user chose
 */
record ReportSource(CheckResult result, Wording wording, Rules rules) {
    /** Writes findings.json, which speaks both languages. */
    void writeJson(OutputStream out) throws IOException {
        FindingsJson.write(result, rules.wording(Language.TH), rules.wording(Language.EN), out);
    }
}
