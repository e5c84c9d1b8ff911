package tidtam.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tidtam.app.RuleCase.OfAll;
import tidtam.app.RuleCase.OfRule;
import tidtam.facts.CellProblem;
import tidtam.facts.Evaluation;
import tidtam.facts.Ledger;
import tidtam.facts.Outcome;
import tidtam.facts.ReportedFinding;
import tidtam.reports.Wording;
import tidtam.spreadsheets.Reading;
import tidtam.spreadsheets.WorkbookReader;

/** Tries the rules on cases, through the same readers and engine as a workbook. */
final class CaseRun {
    private final Check check;
    private final Wording wording;
    private final Voice voice;

    CaseRun(Check check, Wording wording, Voice voice) {
        this.check = check;
        this.wording = wording;
        this.voice = voice;
    }

    /** How a case ended: as expected, or what was expected and what came. */
    record Result(boolean passed, String line) {}

    Result run(RuleCase tried) {
        try {
            return compare(tried);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(tried, voice.say("การตรวจหยุดกลางคัน: ", "the check broke off: ") + e);
        }
    }

    private Result compare(RuleCase tried) {
        Reading reading = WorkbookReader.read(tried.sheets());
        if (!(reading instanceof Reading.Contents contents)) {
            return failed(tried, voice.say("อ่านแถวมาตรการไม่ได้", "the rows of measures cannot be read"));
        }
        if (contents.plan().measures().size() != tried.measures()) {
            return failed(
                    tried,
                    voice.say("อ่านได้ ", "read ")
                            + contents.plan().measures().size()
                            + voice.say(" จาก ", " of ")
                            + tried.measures()
                            + voice.say(" มาตรการ", " measures")
                            + problems(contents.problems()));
        }
        Evaluation evaluation = check.evaluate(contents, new Check.Settings(tried.asOf(), tried.round()));
        return tried.expected() instanceof OfRule rule
                ? ofRule(tried, rule, evaluation)
                : ofAll(tried, (OfAll) tried.expected(), evaluation);
    }

    private Result ofAll(RuleCase tried, OfAll expected, Evaluation evaluation) {
        List<String> found = evaluation.findings().stream()
                .map(one -> one.finding().rule())
                .sorted()
                .toList();
        Optional<String> broken = evaluation.ledger().entries().stream()
                .filter(entry -> entry.outcome() == Outcome.ERROR)
                .map(entry -> entry.rule() + ": " + wording.reason(entry.why()))
                .findFirst();
        if (found.equals(expected.findings()) && broken.isEmpty()) {
            return passed(tried);
        }
        return differs(
                tried,
                list(expected.findings()),
                list(found) + broken.map(why -> ", " + why).orElse("") + problems(evaluation.problems()));
    }

    private String list(List<String> ids) {
        return ids.isEmpty() ? voice.say("ไม่พบสิ่งใด", "nothing found") : String.join(", ", ids);
    }

    private Result ofRule(RuleCase tried, OfRule expected, Evaluation evaluation) {
        List<ReportedFinding> found = evaluation.findings().stream()
                .filter(one -> one.finding().rule().equals(expected.rule()))
                .toList();
        List<Ledger.Entry> pairs = evaluation.ledger().entries().stream()
                .filter(entry -> entry.rule().equals(expected.rule()))
                .toList();
        boolean asExpected = as(expected, found, pairs);
        return asExpected
                ? passed(tried)
                : differs(tried, words(expected), words(found, pairs) + problems(evaluation.problems()));
    }

    private static boolean as(OfRule expected, List<ReportedFinding> found, List<Ledger.Entry> pairs) {
        boolean verdict = switch (expected.verdict()) {
            case FINDS -> !found.isEmpty();
            // Not evaluated is never passed: a rule that saw nothing to check has accepted nothing.
            case ACCEPTS ->
                found.isEmpty()
                        && pairs.stream().anyMatch(pair -> pair.outcome() == Outcome.PASSED)
                        && pairs.stream().allMatch(CaseRun::settled);
            case NOT_APPLICABLE ->
                found.isEmpty() && pairs.stream().allMatch(pair -> pair.outcome() == Outcome.NOT_APPLICABLE);
        };
        return verdict
                && (expected.count().isEmpty() || expected.count().getAsInt() == found.size())
                && expected.severity().stream()
                        .allMatch(severity -> found.stream().allMatch(one -> one.severity() == severity))
                && expected.due().stream()
                        .allMatch(due -> found.stream().anyMatch(one -> due(one).equals(Optional.of(due))));
    }

    private static boolean settled(Ledger.Entry pair) {
        return pair.outcome() == Outcome.PASSED || pair.outcome() == Outcome.NOT_APPLICABLE;
    }

    private static Optional<LocalDate> due(ReportedFinding one) {
        return one.finding()
                .values()
                .find("due")
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast);
    }

    private String words(OfRule expected) {
        List<String> words = new ArrayList<>();
        words.add(switch (expected.verdict()) {
                    case FINDS -> voice.say("พบ ", "finds ");
                    case ACCEPTS -> voice.say("ตรวจแล้วไม่พบ ", "accepts ");
                    case NOT_APPLICABLE -> voice.say("ไม่เกี่ยวข้อง ", "not applicable ");
                }
                + expected.rule());
        expected.count().ifPresent(count -> words.add(count + voice.say(" รายการ", " finding(s)")));
        expected.severity().ifPresent(severity -> words.add(wording.name(severity)));
        expected.due().ifPresent(due -> words.add(voice.say("ครบกำหนด ", "due ") + wording.date(due)));
        return String.join(" ", words);
    }

    private String words(List<ReportedFinding> found, List<Ledger.Entry> pairs) {
        if (!found.isEmpty()) {
            return found.stream()
                    .map(one -> wording.name(one.severity()) + " “" + wording.sentence(one.finding()) + "”")
                    .collect(Collectors.joining("; "));
        }
        return pairs.stream()
                .map(pair -> wording.name(pair.outcome()) + " (" + wording.reason(pair.why()) + ")")
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** What was not understood of a case that failed is most often why. */
    private String problems(List<CellProblem> problems) {
        return problems.stream()
                .filter(problem -> switch (problem.code()) {
                    case AGENCY_NOT_FOUND, FISCAL_YEAR_NOT_FOUND, ROUND_NOT_FOUND, SHEET_MISSING -> false;
                    default -> true;
                })
                .map(problem -> "; " + wording.problem(problem))
                .collect(Collectors.joining());
    }

    private Result passed(RuleCase tried) {
        return new Result(true, voice.say("ผ่าน     ", "pass  ") + tried.name());
    }

    private Result differs(RuleCase tried, String expected, String got) {
        return failed(tried, voice.say("คาดว่า ", "expected ") + expected + voice.say(" แต่ได้ ", ", got ") + got);
    }

    private Result failed(RuleCase tried, String why) {
        return new Result(false, voice.say("ไม่ผ่าน  ", "FAIL  ") + tried.name() + " (" + tried.place() + "): " + why);
    }
}
