package tidtam.app;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tidtam.app.store.Octets;
import tidtam.facts.Severity;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.Figures;
import tidtam.reports.FindingsJson;
import tidtam.reports.InForce;
import tidtam.reports.Language;
import tidtam.reports.Wording;

/** What reports are written from. Many threads may use one. */
final class ReportSource {
    private final CheckResult result;
    private final Wording wording;
    private final Rules rules;
    private final Voice voice;
    private final Optional<Severity> failOn;
    private final Optional<String> division;
    private final Function<String, Optional<Octets>> kept;
    private Optional<Figures> figures = Optional.empty();

    /**
     * @param wording in the language the user chose
     * @param voice in the same language
     * @param failOn from which severity on a finding is a failure; empty where none is
     * @param division the only one whose findings the annotated workbooks show; empty for all
     */
    ReportSource(
            CheckResult result,
            Wording wording,
            Rules rules,
            Voice voice,
            Optional<Severity> failOn,
            Optional<String> division) {
        this(result, wording, rules, voice, failOn, division, sha256 -> Optional.empty());
    }

    private ReportSource(
            CheckResult result,
            Wording wording,
            Rules rules,
            Voice voice,
            Optional<Severity> failOn,
            Optional<String> division,
            Function<String, Optional<Octets>> kept) {
        this.result = result;
        this.wording = wording;
        this.rules = rules;
        this.voice = voice;
        this.failOn = failOn;
        this.division = division;
        this.kept = kept;
    }

    /** The reports of a run of the past, in which errors are failures, as they usually are. */
    static ReportSource of(Replay.Again again, Voice voice, Function<String, Optional<Octets>> kept) {
        return new ReportSource(
                again.result(),
                again.rules().wording(voice.language()),
                again.rules(),
                voice,
                Optional.of(Severity.ERROR),
                Optional.empty(),
                kept);
    }

    /** A workbook as it was checked, by its SHA-256, where it is kept apart from its file. */
    Optional<byte[]> kept(Checked.Evaluated input) {
        return input.sha256().flatMap(kept).map(Octets::bytes);
    }

    CheckResult result() {
        return result;
    }

    Wording wording() {
        return wording;
    }

    /** How the rules of the run judge. */
    InForce inForce() {
        return rules.inForce();
    }

    Voice voice() {
        return voice;
    }

    Optional<String> division() {
        return division;
    }

    Optional<Severity> failOn() {
        return failOn;
    }

    /** Whether there are several inputs, so that a file about one of them is named after it: also where only one could be read. */
    boolean several() {
        return result.inputs().size() > 1;
    }

    /** How files about one input are named after it, by its path; the same in every form. */
    Map<String, String> names() {
        return FileNames.ofWorkbooks(
                result.inputs().stream().map(Checked::path).distinct().toList());
    }

    /** The result's figures, the same for every form; counted when first asked for. */
    synchronized Figures figures() {
        if (figures.isEmpty()) {
            figures = Optional.of(Figures.of(result));
        }
        return figures.get();
    }

    /** Writes findings.json, which speaks both languages. */
    void writeJson(OutputStream out) throws IOException {
        FindingsJson.write(result, rules.wording(Language.TH), rules.wording(Language.EN), out);
    }
}
