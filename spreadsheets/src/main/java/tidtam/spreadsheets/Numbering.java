package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;

/**
 * Numbers the rows of a plan and says which indicator each stands under: the one its own text states; else the one that a row
 * above it in the same section states, up to a row that states an item; else the section's.
 */
final class Numbering {
    private Numbering() {}

    /** The measures of the rows, in their order. */
    static List<Measure> measures(List<TableRow> rows) {
        List<IssueText> issues =
                rows.stream().map(row -> IssueText.of(row.issue().raw())).toList();
        List<Optional<String>> codes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String ownColumn = rows.get(i).code();
            codes.add(issues.get(i).code().or(() -> IssueText.ownCode(ownColumn)));
        }
        List<String> keys = MeasureKeys.keys(rows, codes);
        List<Measure> measures = new ArrayList<>();
        Optional<IndicatorHeading> inherited = Optional.empty();
        for (int i = 0; i < rows.size(); i++) {
            TableRow row = rows.get(i);
            boolean newSection = i > 0 && row.sectionNumber() != rows.get(i - 1).sectionNumber();
            boolean item = codes.get(i).filter(code -> code.matches("E\\d+")).isPresent();
            Optional<IndicatorHeading> own =
                    issues.get(i).indicator().map(stated -> stated.heading(row.issue(), row.section()));
            inherited = own.isPresent() ? own : newSection || item ? Optional.empty() : inherited;
            measures.add(new Measure(
                    new MeasureId(i + 1),
                    keys.get(i),
                    codes.get(i),
                    issues.get(i).title(),
                    row.issue(),
                    row.section(),
                    inherited.or(row::heading),
                    own.isPresent()));
        }
        return measures;
    }
}
