package tidtam.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tidtam.facts.Evaluation;
import tidtam.facts.Folded;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.PlannedMeasure;
import tidtam.reports.Checked;
import tidtam.reports.Explanation;
import tidtam.reports.Wording;

/** {@code tidtam explain}: how every rule ended for one measure, and what decided. */
final class ExplainCommand implements Command {
    @Override
    public Words.Form form(Voice voice) {
        return new Words.Form(
                "explain",
                voice.say(
                        "อธิบายมาตรการหนึ่ง: อ่านได้ว่าอย่างไร กฎแต่ละข้อตัดสินอย่างไร เพราะอะไร",
                        "Explains one measure: how it was read, how every rule ended, and why."),
                List.of(
                        new Words.Described("WORKBOOK", voice.say("แฟ้ม .xlsx หรือ .xls", "an .xlsx or .xls file")),
                        new Words.Described(
                                "MEASURE",
                                voice.say(
                                        "ข้อ (เช่น E5) หรือลำดับที่ของมาตรการ (เช่น 8)",
                                        "an item (such as E5) or the measure's number in the plan (such as 8)"))),
                Settings.options(voice));
    }

    @Override
    public int run(Words words, Session session) {
        Check.Settings settings = Settings.of(words, session);
        Rules rules = Rules.of(words, session.voice());
        rules.notice(session.voice()).ifPresent(session::tell);
        String path = words.operands().get(0);
        String named = words.operands().get(1);
        Wording wording = rules.wording(session.voice().language());
        Checked checked = new CheckFiles(rules.check(), settings, () -> {})
                .check(List.of(Path.of(path)))
                .get(0);
        if (checked instanceof Checked.Unreadable unreadable) {
            session.tell(path + ": " + wording.unreadable(unreadable.why()));
            return unreadable.why() == Checked.Why.BROKE ? Exit.DEFECT : Exit.NOT_STARTED;
        }
        Evaluation evaluation = ((Checked.Evaluated) checked).evaluation();
        session.out()
                .print(measures(evaluation, named, session.voice()).stream()
                        .map(measure -> Explanation.text(
                                evaluation,
                                measure,
                                wording,
                                session.surroundings().columns()))
                        .collect(Collectors.joining("\n")));
        return Exit.CLEAN;
    }

    private static List<MeasureId> measures(Evaluation evaluation, String named, Voice voice) {
        String folded = Folded.of(named);
        List<MeasureId> measures = evaluation.plan().measures().stream()
                .map(PlannedMeasure::measure)
                .filter(measure -> folded.equals(String.valueOf(measure.id().row()))
                        || measure.code().map(Folded::of).filter(folded::equals).isPresent())
                .map(Measure::id)
                .toList();
        if (measures.isEmpty()) {
            int count = evaluation.plan().measures().size();
            throw new Refused(voice.say(
                    "ไม่มีมาตรการ '" + named + "' ใช้รหัสข้อ หรือลำดับที่ 1–" + count,
                    "there is no measure '" + named + "'; give its item, or a number from 1 to " + count));
        }
        return measures;
    }
}
