package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tidtam.facts.CellProblem;
import tidtam.facts.CellProblem.Code;
import tidtam.facts.CellText;
import tidtam.facts.Division;
import tidtam.facts.DivisionFault;
import tidtam.facts.EmailAddress;
import tidtam.facts.Folded;
import tidtam.spreadsheets.SheetGrid.Row;
import tidtam.spreadsheets.form.FormColumn;

/** Reads the agency's list of divisions. Of rows that share a name the first counts. */
final class DivisionsReader {
    private static final Pattern NAMES_APART = Pattern.compile("[,;/\\n]");
    private static final Pattern ADDRESSES_APART = Pattern.compile("[,;\\n]");
    private static final String LINK = "mailto:";

    private final List<Division> divisions = new ArrayList<>();
    private final List<DivisionFault> inRows = new ArrayList<>();
    private final Map<String, Name> names = new LinkedHashMap<>();
    private boolean keptForMail;

    /** A name by which a division is called, as first written, and the cells of all rows that use it. */
    private record Name(String written, List<CellText> cells) {}

    List<Division> divisions() {
        return List.copyOf(divisions);
    }

    /**
     * What is wrong in the list: repetitions first, names that share their cells together. A list in which nothing
     * stands as a head's address is not kept for mail: there none is missing.
     */
    List<DivisionFault> faults() {
        Map<List<CellText>, String> repeated = new LinkedHashMap<>();
        names.values().stream()
                .filter(name -> name.cells().size() > 1)
                .forEach(name -> repeated.merge(name.cells(), name.written(), (one, next) -> one + ", " + next));
        List<DivisionFault> faults = new ArrayList<>();
        repeated.forEach((cells, written) ->
                faults.add(new DivisionFault(DivisionFault.Code.REPEATED, written, List.copyOf(cells))));
        inRows.stream()
                .filter(fault -> keptForMail || fault.code() != DivisionFault.Code.ADDRESS_MISSING)
                .forEach(faults::add);
        return List.copyOf(faults);
    }

    /** Reads a row of the list. */
    void read(FormTable table, Row row, List<CellProblem> problems) {
        CellText cell = table.text(row, FormColumn.DIVISION_NAME);
        String name = IssueText.oneLine(cell.raw());
        if (cell.blank()) {
            problems.add(new CellProblem(
                    Code.CELL_BLANK,
                    cell.cell().sheet(),
                    Optional.of(cell.cell()),
                    FormColumn.DIVISION_NAME.heading()));
            return;
        }
        CellText others = table.text(row, FormColumn.DIVISION_OTHER_NAMES);
        boolean first = isNew(name, cell);
        List<String> otherNames = new ArrayList<>();
        for (String other : parts(others.raw(), NAMES_APART)) {
            if (!Folded.of(other).equals(Folded.of(name)) && isNew(other, others)) {
                otherNames.add(other);
            }
        }
        String head =
                IssueText.oneLine(table.text(row, FormColumn.DIVISION_HEAD).raw());
        CellText address = table.text(row, FormColumn.DIVISION_EMAIL);
        keptForMail |= !address.blank();
        if (first && address.blank()) {
            CellText place = table.columns().containsKey(FormColumn.DIVISION_EMAIL) ? address : cell;
            inRows.add(new DivisionFault(DivisionFault.Code.ADDRESS_MISSING, name, List.of(place)));
        }
        Optional<String> email = addresses(address, name, false).stream().findFirst();
        List<String> copies = addresses(table.text(row, FormColumn.DIVISION_COPIES), name, true);
        if (first) {
            divisions.add(new Division(
                    name,
                    List.copyOf(otherNames),
                    head.isEmpty() ? Optional.empty() : Optional.of(head),
                    email,
                    copies));
        }
    }

    private boolean isNew(String called, CellText cell) {
        Name name = names.computeIfAbsent(Folded.of(called), k -> new Name(called, new ArrayList<>()));
        boolean sameRow = name.cells().stream()
                .anyMatch(known -> known.cell().sheet().equals(cell.cell().sheet())
                        && known.cell().row() == cell.cell().row());
        if (!sameRow) {
            name.cells().add(cell);
        }
        return name.cells().size() == 1 && !sameRow;
    }

    private static List<String> parts(String text, Pattern apart) {
        return Stream.of(apart.split(text))
                .map(IssueText::oneLine)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The addresses of a cell, in their order; each that is none is a fault, which quotes it alone. */
    private List<String> addresses(CellText cell, String division, boolean several) {
        List<String> written = several
                ? parts(cell.raw(), ADDRESSES_APART)
                : Stream.of(cell.raw().strip()).filter(text -> !cell.blank()).toList();
        List<String> addresses = new ArrayList<>();
        for (String text : written) {
            String address = text.startsWith(LINK) ? text.substring(LINK.length()) : text;
            if (EmailAddress.find(address).isPresent()) {
                addresses.add(address);
            } else {
                int at = Math.max(0, cell.raw().indexOf(text));
                CellText quoted = cell.span(at, Math.min(cell.raw().length(), at + text.length()));
                inRows.add(new DivisionFault(
                        several ? DivisionFault.Code.COPY_MALFORMED : DivisionFault.Code.ADDRESS_MALFORMED,
                        division,
                        List.of(quoted)));
            }
        }
        return List.copyOf(addresses);
    }
}
