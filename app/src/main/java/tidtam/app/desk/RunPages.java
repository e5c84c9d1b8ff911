package tidtam.app.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import tidtam.app.history.Run;
import tidtam.reports.Checked;

/** The runs that were recorded. */
final class RunPages {
    private static final int PAGE = 100;

    private RunPages() {}

    static void all(Visit visit) {
        int page = Pages.asked(visit);
        List<Run> runs = visit.at().history().runs(Pages.upTo(page, PAGE));
        List<Run> shown = runs.subList(Math.min(runs.size(), (page - 1) * PAGE), Math.min(runs.size(), page * PAGE));
        boolean more = runs.size() > page * PAGE;
        visit.show(out -> JterunsGenerated.render(out, null, visit, shown, page, more));
    }

    private static RunView run(Visit visit) {
        return visit.at().runs().find(visit.number("run")).orElseThrow(() -> new Refusal(404));
    }

    static void one(Visit visit) {
        RunView run = run(visit);
        List<Office.Report> reports = visit.is(Role.HEAD)
                ? List.of()
                : visit.at().office().reports(run.run().number(), visit.language());
        visit.show(out -> JterunGenerated.render(out, null, visit, run, reports));
    }

    /** Why an input could not be evaluated, in words. */
    static String why(Visit visit, String why) {
        return visit.wording().unreadable(Checked.Why.valueOf(why));
    }

    static void report(Visit visit) throws IOException {
        RunView run = run(visit);
        String name = visit.context().pathParam("name");
        Office.Report report = visit.at().office().reports(run.run().number(), visit.language()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(404));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        visit.at().office().write(run.run().number(), visit.language(), report.name(), content);
        visit.file(report.name(), report.mediaType(), content.toByteArray());
    }
}
