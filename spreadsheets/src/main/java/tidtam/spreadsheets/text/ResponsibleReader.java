package tidtam.spreadsheets.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidtam.facts.CellText;
import tidtam.facts.Division;
import tidtam.facts.Folded;
import tidtam.facts.MeasureId;
import tidtam.facts.NamedDivision;
import tidtam.facts.Responsible;
import tidtam.spreadsheets.text.ResponsibleNames.Name;

/** Reads who is responsible for a measure. */
public final class ResponsibleReader {
    private ResponsibleReader() {}

    /**
     * The divisions and positions a cell names. A position that is that of a division's head names the division too.
     *
     * @param listed the agency's own list; where it is empty the divisions are those the cell names
     */
    public static Responsible responsible(MeasureId measure, CellText cell, List<Division> listed) {
        NormalText text = NormalText.of(cell);
        List<Name> names = ResponsibleNames.of(text);
        List<NamedDivision> divisions = new ArrayList<>();
        List<String> actors = new ArrayList<>();
        boolean every = false;
        boolean everyone = false;
        for (Name name : names) {
            switch (name.what()) {
                case EVERY_DIVISION -> every = true;
                case EVERYONE -> everyone = true;
                case POSITION -> actors.add(name.shown());
                case DIVISION -> divisions.add(division(measure, text, name, listed));
                default -> {}
            }
        }
        boolean named = every || !divisions.isEmpty();
        for (Name name : names) {
            boolean unit = name.what() == ResponsibleNames.What.SECTION;
            Optional<Division> known = find(name.shown(), listed);
            boolean whole = name.what() == ResponsibleNames.What.OTHER && actors.isEmpty() && !everyone;
            if (known.isPresent() && (unit || name.what() == ResponsibleNames.What.OTHER)) {
                divisions.add(division(measure, text, name, listed));
            } else if (!named && (unit || whole)) {
                divisions.add(division(measure, text, name, listed));
            }
        }
        return new Responsible(
                measure, cell, every || (everyone && divisions.isEmpty()), List.copyOf(divisions), List.copyOf(actors));
    }

    private static NamedDivision division(MeasureId measure, NormalText text, Name name, List<Division> listed) {
        CellText span = text.span(name.from(), name.to());
        return find(name.shown(), listed)
                .map(division -> new NamedDivision(measure, division.name(), span, true))
                .orElseGet(() -> new NamedDivision(measure, name.shown(), span, false));
    }

    /** The listed division of that name, or the only one whose name begins so where it is cut short with {@code ฯ}. */
    private static Optional<Division> find(String name, List<Division> listed) {
        String folded = Folded.of(name);
        for (Division division : listed) {
            if (Folded.of(division.name()).equals(folded)
                    || division.otherNames().stream()
                            .anyMatch(other -> Folded.of(other).equals(folded))) {
                return Optional.of(division);
            }
        }
        if (!folded.endsWith("ฯ")) {
            return Optional.empty();
        }
        String begin = folded.substring(0, folded.length() - 1);
        List<Division> same = listed.stream()
                .filter(division -> Folded.of(division.name()).startsWith(begin))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }
}
