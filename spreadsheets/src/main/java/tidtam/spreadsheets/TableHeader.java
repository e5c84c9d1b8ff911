package tidtam.spreadsheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tidtam.facts.Folded;
import tidtam.spreadsheets.HeaderWords.Role;
import tidtam.spreadsheets.SheetGrid.Row;

/**
 * The heading of a measure table: which columns hold what. Found by its words, over one to three rows, in any order of columns.
 *
 * @param at the row it begins in
 * @param lastRow the row it ends in
 * @param columns the columns of each role; two columns may hold one role, and one column two
 * @param headings what stands over each column, of all its rows
 * @param texts its cells' texts, folded
 * @param plain whether its words can be nothing but headings
 */
record TableHeader(
        int at,
        int lastRow,
        Map<Role, List<Integer>> columns,
        SortedMap<Integer, String> headings,
        Set<String> texts,
        boolean plain) {
    private static final int SAME_TEXTS = 2;
    private static final int MOST_ROWS = 3;
    private static final int SURE = 3;
    static final List<Role> TABLE_ROLES = List.of(Role.ISSUE, Role.RESPONSIBLE, Role.STEPS, Role.DEADLINE, Role.ACTION);

    /** The heading that begins in a row of the sheet, where one does. */
    static Optional<TableHeader> find(List<Row> rows, int index, HeaderWords words) {
        Row first = rows.get(index);
        if (!looksLikeOne(first, words)) {
            return Optional.empty();
        }
        SortedMap<Integer, String> texts = texts(first);
        int last = index;
        Optional<Map<Role, List<Integer>>> found = columns(texts, first, words);
        while (last + 1 < rows.size() && last + 1 < index + MOST_ROWS) {
            Row below = rows.get(last + 1);
            if (below.number() > rows.get(last).number() + 1 || !headings(below, words)) {
                break;
            }
            SortedMap<Integer, String> both = new TreeMap<>(texts);
            below.cells().forEach((column, cell) -> {
                if (cell.at().row() > first.number()) {
                    both.merge(column, cell.text(), (above, more) -> above + " " + more);
                }
            });
            Optional<Map<Role, List<Integer>>> joined = columns(both, first, words);
            int alone = columns(texts(below), below, words).map(Map::size).orElse(0);
            if (alone > 0 && (found.isPresent() || joined.map(Map::size).orElse(0) <= alone)) {
                break;
            }
            last++;
            texts = both;
            found = joined;
        }
        int lastRow = rows.get(last).number();
        Set<String> folded =
                first.own().stream().map(cell -> Folded.of(cell.text())).collect(Collectors.toSet());
        boolean plain =
                first.own().stream().allMatch(cell -> words.heading(cell.text()).plainly());
        SortedMap<Integer, String> headings = texts;
        return found.map(columns -> new TableHeader(first.number(), lastRow, columns, headings, folded, plain));
    }

    /** Several brief cells, most of them made of heading words. */
    private static boolean looksLikeOne(Row row, HeaderWords words) {
        if (row.own().size() < 2 || !brief(row)) {
            return false;
        }
        int cells = row.own().size();
        long hints = row.own().stream()
                .filter(cell -> HeaderWords.hints(cell.text()))
                .count();
        if (hints * 3 < cells) {
            return false;
        }
        long headings = row.own().stream()
                .filter(cell -> words.heading(cell.text()).heading())
                .count();
        return headings * 3 >= cells * 2L;
    }

    private static boolean headings(Row row, HeaderWords words) {
        boolean section =
                row.own().size() == 1 && Section.read(row.own().get(0).text()).isPresent();
        return !section
                && brief(row)
                && row.own().stream()
                        .allMatch(cell -> words.heading(cell.text()).heading());
    }

    private static boolean brief(Row row) {
        return row.own().stream().allMatch(cell -> HeaderWords.brief(cell.text()));
    }

    private static SortedMap<Integer, String> texts(Row row) {
        TreeMap<Integer, String> texts = new TreeMap<>();
        row.cells().forEach((column, cell) -> texts.put(column, cell.text()));
        return texts;
    }

    /** The columns by role, where the texts are those of a measure table: at least three of its columns, one of them sure. */
    private static Optional<Map<Role, List<Integer>>> columns(
            SortedMap<Integer, String> texts, Row first, HeaderWords words) {
        SortedMap<Integer, String> each = new TreeMap<>(texts);
        first.cells().forEach((column, cell) -> {
            if (column > cell.at().column() && cell.text().equals(each.get(column))) {
                each.remove(column);
            }
        });
        return words.columns(each, TableHeader::columns);
    }

    private static Optional<Map<Role, List<Integer>>> columns(SortedMap<Integer, String> texts, HeaderWords words) {
        Map<Integer, Map<Role, Integer>> weights = new LinkedHashMap<>();
        texts.forEach((column, text) -> {
            HeaderWords.Heading heading = words.heading(text);
            if (heading.heading()) {
                weights.put(column, heading.weights());
            }
        });
        Map<Role, List<Integer>> columns = assign(weights);
        Set<Integer> used = new TreeSet<>();
        TABLE_ROLES.forEach(role -> used.addAll(columns.getOrDefault(role, List.of())));
        long roles = TABLE_ROLES.stream().filter(columns::containsKey).count();
        boolean sure = columns.containsKey(Role.ISSUE) || columns.containsKey(Role.RESPONSIBLE);
        return roles >= 3 && used.size() >= 2 && sure ? Optional.of(columns) : Optional.empty();
    }

    private static Map<Role, List<Integer>> assign(Map<Integer, Map<Role, Integer>> weights) {
        record Claim(int column, Role role, int weight) {}
        List<Claim> claims = new ArrayList<>();
        weights.forEach(
                (column, roles) -> roles.forEach((role, weight) -> claims.add(new Claim(column, role, weight))));
        claims.sort(Comparator.comparingInt(Claim::weight)
                .reversed()
                .thenComparing(Claim::role)
                .thenComparing(Claim::column));
        Map<Role, List<Integer>> columns = new EnumMap<>(Role.class);
        Set<Integer> taken = new TreeSet<>();
        for (Claim claim : claims) {
            if (!taken.contains(claim.column()) && (claim.role() == Role.OTHER || !columns.containsKey(claim.role()))) {
                columns.computeIfAbsent(claim.role(), r -> new ArrayList<>()).add(claim.column());
                taken.add(claim.column());
            }
        }
        for (Claim claim : claims) {
            boolean other = columns.getOrDefault(Role.OTHER, List.of()).contains(claim.column());
            if (claim.weight() >= SURE
                    && !other
                    && TABLE_ROLES.contains(claim.role())
                    && !columns.containsKey(claim.role())) {
                columns.put(claim.role(), new ArrayList<>(List.of(claim.column())));
            }
        }
        for (Claim claim : claims) {
            if (!taken.contains(claim.column()) && claim.weight() >= 2) {
                columns.computeIfAbsent(claim.role(), r -> new ArrayList<>()).add(claim.column());
                taken.add(claim.column());
            }
        }
        columns.values().forEach(list -> list.sort(Comparator.naturalOrder()));
        List<Integer> indicators = columns.get(Role.INDICATOR);
        if (!columns.containsKey(Role.ISSUE) && indicators != null) {
            columns.put(Role.ISSUE, indicators);
            columns.remove(Role.INDICATOR);
        }
        return columns;
    }

    /** Whether this is the heading of the rows below it, and no measure that happens to be worded like one. */
    boolean follows(TableHeader before) {
        return plain || texts.stream().filter(before.texts::contains).count() >= SAME_TEXTS;
    }

    /** The same heading repeated after a page break, perhaps with a word lost: columns known before stay known. */
    TableHeader repeats(TableHeader before) {
        Map<Role, List<Integer>> both = new EnumMap<>(before.columns);
        columns.forEach(both::putIfAbsent);
        boolean same = columns.entrySet().stream().allMatch(e -> e.getValue().equals(both.get(e.getKey())));
        return same ? new TableHeader(at, lastRow, both, headings, texts, plain) : this;
    }

    List<Integer> columns(Role role) {
        return columns.getOrDefault(role, List.of());
    }

    /** The columns that tell measures apart: the issue's, failing that the steps'. */
    List<Integer> identity() {
        return columns.getOrDefault(Role.ISSUE, columns(Role.STEPS));
    }

    /** The columns a measure table should have and this one does not, in the order of the roles. */
    List<Role> missing() {
        return TABLE_ROLES.stream().filter(role -> !columns.containsKey(role)).toList();
    }
}
