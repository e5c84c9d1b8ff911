package tidtam.app.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tidtam.facts.Folded;
import tidtam.reports.history.Sighting;

/** The findings of a run, filtered, sorted and paged by the address. */
final class FindingsPage {
    static final int PAGE = 100;
    private static final List<String> FILTERS =
            List.of("run", "plan", "severity", "state", "division", "rule", "waived", "text", "sort");
    static final List<String> SORTS = List.of("severity", "due", "days", "since", "rule");

    private FindingsPage() {}

    /**
     * All that the page shows.
     *
     * @param asked the filters of the address, those that are set
     * @param found how many pass them
     * @param rows of this page
     * @param page from 1
     */
    record View(
            RunView run,
            Map<String, String> asked,
            int found,
            RunView.Counted counted,
            List<RunView.Row> rows,
            int page,
            int pages,
            List<String> divisions,
            List<String> rules) {
        String asked(String filter) {
            return asked.getOrDefault(filter, "");
        }

        boolean is(String filter, String value) {
            return asked(filter).equals(value);
        }

        /** The address of another page under the same filters. */
        String address(int other) {
            StringBuilder address = new StringBuilder("/findings?");
            asked.forEach((name, value) -> address.append(name)
                    .append('=')
                    .append(Visit.encoded(value))
                    .append('&'));
            return address + "page=" + other;
        }
    }

    static void show(Visit visit) {
        Optional<RunView> run = visit.run();
        View view = run.map(one -> view(visit, one)).orElse(null);
        visit.show(out -> JtefindingsGenerated.render(out, null, visit, view));
    }

    private static View view(Visit visit, RunView run) {
        Map<String, String> asked = new LinkedHashMap<>();
        FILTERS.forEach(filter -> visit.query(filter).ifPresent(value -> asked.put(filter, value)));
        List<RunView.Row> found = filtered(run.seen(visit.scope()), asked)
                .sorted(order(asked.getOrDefault("sort", "")))
                .toList();
        int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        long wanted = Visit.number(visit.query("page")).orElse(1L);
        int page = (int) Math.max(1, Math.min(wanted, pages));
        return new View(
                run,
                asked,
                found.size(),
                RunView.counted(found),
                found.subList((page - 1) * PAGE, Math.min(page * PAGE, found.size())),
                page,
                pages,
                run.choices(visit.scope(), one -> one.divisions().stream()),
                run.choices(visit.scope(), one -> Stream.of(one.rule())));
    }

    private static Stream<RunView.Row> filtered(Stream<RunView.Row> rows, Map<String, String> asked) {
        String text = Folded.of(asked.getOrDefault("text", ""));
        return rows.filter(row -> {
            Sighting one = row.sighting();
            return equal(asked, "plan", row.plan().id())
                    && equal(asked, "severity", one.severity().name())
                    && equal(asked, "state", one.state().name())
                    && equal(asked, "rule", one.rule())
                    && equal(asked, "waived", one.waived() ? "yes" : "no")
                    && (!asked.containsKey("division") || one.divisions().contains(asked.getOrDefault("division", "")))
                    && row.folded().contains(text);
        });
    }

    private static boolean equal(Map<String, String> asked, String filter, String value) {
        return asked.getOrDefault(filter, value).equals(value);
    }

    private static Comparator<RunView.Row> order(String sort) {
        Comparator<Sighting> order = switch (sort) {
            case "severity" -> Comparator.comparing(Sighting::severity);
            case "due" -> Comparator.comparing(one -> one.due().orElse(LocalDate.MAX));
            case "days" -> Comparator.comparing(one -> -one.daysOverdue().orElse(-1));
            case "since" -> Comparator.comparing(Sighting::since);
            case "rule" -> Comparator.comparing(Sighting::rule);
            default -> Comparator.comparing(one -> 0);
        };
        return (one, other) -> order.compare(one.sighting(), other.sighting());
    }
}
