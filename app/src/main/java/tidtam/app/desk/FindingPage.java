package tidtam.app.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidtam.app.history.Decided;
import tidtam.app.history.Decision;
import tidtam.app.history.History;
import tidtam.app.outbox.Outbox;
import tidtam.facts.CellText;
import tidtam.facts.Column;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.MeasureId;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.ReportedFinding;
import tidtam.facts.RuleInfo;
import tidtam.reports.CheckResult;
import tidtam.reports.Explanation;
import tidtam.reports.Language;
import tidtam.reports.history.Sighting;

/** One finding, all that is known of it, and what may be decided about it. */
final class FindingPage {
    /** So many of the measures a finding is about are shown whole. */
    private static final int MEASURES = 10;

    private FindingPage() {}

    /** A cell of a measure's row; what the finding quotes of it stands in the middle. */
    record Cell(String column, String at, String before, String quoted, String after) {}

    /** A line of what was understood, so many steps in. */
    record Line(int depth, String text) {}

    /** A measure's row. */
    record Row(String measure, List<Cell> cells, List<Line> understood) {}

    /**
     * What the evaluation says of a finding that is there.
     *
     * @param quoted what it quotes where that is no cell of its measures; null where it is one
     */
    record Found(
            ReportedFinding reported,
            List<Row> rows,
            @Nullable Cell quoted,
            RuleInfo rule,
            String basis) {
        List<String> periods(Visit visit) {
            return reported.finding().periods().stream()
                    .map(visit.wording()::period)
                    .toList();
        }
    }

    /**
     * All that the page shows.
     *
     * @param found null where it is not there any more, or its run cannot be evaluated again
     * @param form the form that was posted with mistakes; empty where none was
     */
    record View(
            History.Seen last,
            String agency,
            @Nullable Found found,
            @Nullable String whyNot,
            List<History.Seen> life,
            List<Decided> decisions,
            List<Decided> waivers,
            List<Outbox.Entry> mails,
            int longest,
            String form,
            Visit.Typed typed) {
        Visit.Typed typed(String ofForm) {
            return form.equals(ofForm) ? typed : Visit.Typed.nothing();
        }

        String path(String action) {
            return "/findings/" + last.sighting().fingerprint() + "/" + action;
        }
    }

    static void show(Visit visit) {
        show(visit, 200, seen(visit), "", Visit.Typed.nothing());
    }

    static void show(Visit visit, int status, History.Seen last, String form, Visit.Typed typed) {
        View view = view(visit, last, form, typed);
        visit.show(status, out -> JtefindingGenerated.render(out, null, visit, view));
    }

    /** How the finding that the path names stood last; whoever may not see it is told that there is none. */
    static History.Seen seen(Visit visit) {
        List<History.Seen> life = visit.at().history().life(visit.context().pathParam("fingerprint"));
        return Optional.of(life)
                .filter(all -> !all.isEmpty())
                .map(all -> all.get(all.size() - 1))
                .filter(last -> visit.scope().sees(last.sighting().divisions()))
                .orElseThrow(() -> new Refusal(404));
    }

    static String sentence(Visit visit, Sighting sighting) {
        return visit.language() == Language.TH ? sighting.thai() : sighting.english();
    }

    private static View view(Visit visit, History.Seen last, String form, Visit.Typed typed) {
        String fingerprint = last.sighting().fingerprint();
        boolean there = last.sighting().state().open();
        Optional<CheckResult> result = there ? visit.at().office().result(last.run()) : Optional.empty();
        List<Decided> decisions = visit.at().decisions().about(fingerprint);
        return new View(
                last,
                visit.at()
                        .runs()
                        .find(last.run())
                        .flatMap(run -> run.plans().stream()
                                .filter(plan -> plan.key().equals(last.plan()))
                                .findFirst())
                        .map(plan -> plan.recorded().agency())
                        .orElse(""),
                result.flatMap(one -> found(visit, one, fingerprint)).orElse(null),
                there && result.isEmpty() ? visit.at().office().whyNot(last.run(), visit.language()) : null,
                visit.at().history().life(fingerprint).stream()
                        .filter(one -> visit.scope().sees(one.sighting().divisions()))
                        .toList(),
                decisions,
                standing(decisions),
                visit.at().outbox().telling(fingerprint),
                visit.at().office().longestWaiver(last.sighting().severity()),
                form,
                typed);
    }

    /** The waivers that nobody withdrew. */
    static List<Decided> standing(List<Decided> decisions) {
        Set<Long> withdrawn = new HashSet<>();
        decisions.forEach(one -> {
            if (one.decision() instanceof Decision.Withdraw withdraw) {
                withdrawn.add(withdraw.waiver());
            }
        });
        return decisions.stream()
                .filter(one -> one.decision() instanceof Decision.Waive && !withdrawn.contains(one.record()))
                .toList();
    }

    private static Optional<Found> found(Visit visit, CheckResult result, String fingerprint) {
        for (Evaluation evaluation : result.evaluations()) {
            for (ReportedFinding reported : evaluation.findings()) {
                if (reported.fingerprint().equals(fingerprint)) {
                    return Optional.of(found(visit, evaluation, reported));
                }
            }
        }
        return Optional.empty();
    }

    private static Found found(Visit visit, Evaluation evaluation, ReportedFinding reported) {
        Finding finding = reported.finding();
        List<Row> rows = evaluation.plan().measures().stream()
                .filter(planned -> finding.measures().contains(planned.measure().id()))
                .filter(planned -> visit.scope()
                        .sees(planned.responsible()
                                .map(who -> who.among(evaluation.divisions()))
                                .orElse(List.of())))
                .limit(MEASURES)
                .map(planned -> row(visit, evaluation, planned, finding))
                .toList();
        boolean shown = rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> !cell.quoted().isEmpty());
        RuleInfo rule = evaluation.ledger().rules().stream()
                .filter(one -> one.id().equals(finding.rule()))
                .findFirst()
                .orElseThrow();
        return new Found(
                reported,
                rows,
                shown
                        ? null
                        : finding.cell().map(text -> cell("", text, finding)).orElse(null),
                rule,
                visit.wording().basis(rule));
    }

    private static Row row(Visit visit, Evaluation evaluation, PlannedMeasure planned, Finding finding) {
        List<Cell> cells = new ArrayList<>();
        for (Column column : Column.values()) {
            CellText text = planned.cells().get(column);
            if (text != null) {
                cells.add(cell(visit.wording().name(column), text, finding));
            }
        }
        MeasureId id = planned.measure().id();
        return new Row(
                visit.wording().measure(planned.measure(), 200),
                List.copyOf(cells),
                Explanation.reading(evaluation, id, visit.wording()).stream()
                        .filter(line -> !line.isBlank())
                        .map(FindingPage::line)
                        .toList());
    }

    private static Line line(String text) {
        String stripped = text.stripLeading();
        return new Line(Math.min(3, (text.length() - stripped.length()) / 2), stripped);
    }

    private static Cell cell(String column, CellText text, Finding finding) {
        String at = text.cell().toString();
        return finding.cell()
                .filter(quoted ->
                        quoted.cell().equals(text.cell()) && quoted.raw().equals(text.raw()))
                .map(quoted -> new Cell(
                        column,
                        at,
                        quoted.raw().substring(0, quoted.start()),
                        quoted.quote(),
                        quoted.raw().substring(quoted.end())))
                .orElseGet(() -> new Cell(column, at, text.raw(), "", ""));
    }

    /** What was decided, in words. */
    static String words(Visit visit, Decision decision) {
        if (decision instanceof Decision.Acknowledge one) {
            return visit.t("decided.acknowledge", one.reason(), visit.d(one.promised()));
        } else if (decision instanceof Decision.Waive one) {
            return visit.t("decided.waive", one.reason(), one.approver(), visit.d(one.from()), visit.d(one.to()));
        } else if (decision instanceof Decision.Withdraw one) {
            return visit.t("decided.withdraw", one.waiver(), one.reason());
        } else if (decision instanceof Decision.Attach one) {
            return visit.t("decided.attach", one.where(), one.sha256().orElse("–"), one.note());
        } else if (decision instanceof Decision.Comment one) {
            return visit.t("decided.comment", one.text());
        } else if (decision instanceof Decision.Confirm one) {
            return visit.t("decided.confirm", one.reason());
        }
        throw new IllegalArgumentException("a decision of " + decision.getClass());
    }

    /** The link that a decision names; null where it names none. */
    static @Nullable String link(Decision decision) {
        return decision instanceof Decision.Attach one && DecisionForms.secure(one.where()) ? one.where() : null;
    }

    /** Whether nothing of a form was typed yet, so that it may be filled in beforehand. */
    static String orToday(Visit visit, Visit.Typed typed, String field) {
        return typed.fields().isEmpty() ? visit.today().toString() : typed.value(field);
    }
}
