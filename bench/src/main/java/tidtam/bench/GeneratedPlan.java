package tidtam.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import tidtam.facts.Actor;
import tidtam.facts.AgencyRecords;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.Claim;
import tidtam.facts.Column;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.IndicatorHeading;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.NamedDivision;
import tidtam.facts.Plan;
import tidtam.facts.PlanTitle;
import tidtam.facts.PlannedMeasure;
import tidtam.facts.Precision;
import tidtam.facts.Responsible;
import tidtam.facts.Round;
import tidtam.facts.Status;
import tidtam.facts.Tool;

/**
 * Plans of so many measures, the same for the same seed: every kind of duty, one or two a measure; two measures of three dated, a report
 * for nine periods of ten; the others undated, claimed, empty or in progress.
 */
final class GeneratedPlan {
    private static final List<Kind> KINDS = List.of(
            Kind.MONTHLY,
            Kind.QUARTERLY,
            Kind.MONTHLY,
            Kind.WITHIN_DAYS,
            Kind.SEMIANNUAL,
            Kind.EVERY_N_DAYS,
            Kind.MONTHLY,
            Kind.ANNUAL,
            Kind.QUARTERLY,
            Kind.CONTINUOUS);

    private static final Round ROUND = new Round(2566, 1);

    private GeneratedPlan() {}

    static Plan of(int measures, long seed) {
        Random random = new Random(seed);
        List<PlannedMeasure> rows = new ArrayList<>();
        for (int row = 1; row <= measures; row++) {
            rows.add(measure(new MeasureId(row), random));
        }
        return new Plan(
                PlanTitle.of(Optional.of("หน่วยงานทดสอบ " + seed), OptionalInt.of(2566), OptionalInt.of(1)),
                rows,
                List.of(),
                AgencyRecords.none(),
                true);
    }

    private static PlannedMeasure measure(MeasureId id, Random random) {
        Map<Column, CellText> cells = new EnumMap<>(Column.class);
        int column = 0;
        for (Column one : Column.official()) {
            cells.put(
                    one,
                    CellText.of(
                            new CellRef("มาตรการ", 9 + id.row(), column++),
                            one + " " + id.row() + " " + random.nextInt(9)));
        }
        CellText action = text(cells, Column.ACTION);
        List<Duty> duties = new ArrayList<>();
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            duties.add(duty(id, duties.size(), text(cells, Column.DEADLINE), random));
        }
        Status status = random.nextInt(3) > 0
                ? Status.DONE_DATED
                : List.of(Status.DONE_UNDATED, Status.RECURRING_CLAIM, Status.EMPTY, Status.IN_PROGRESS)
                        .get(random.nextInt(4));
        List<DateSpan> dates = status == Status.DONE_DATED ? dates(duties, action, random) : List.of();
        List<Claim> claims = status == Status.RECURRING_CLAIM
                ? List.of(new Claim(id, Kind.MONTHLY, Limits.none(), action))
                : List.of();
        IndicatorHeading heading = new IndicatorHeading(
                text(cells, Column.ISSUE), Optional.of(Tool.EIT), 6 + random.nextInt(3), "คุณภาพการดำเนินงาน");
        return new PlannedMeasure(
                new Measure(
                        id,
                        "key " + id.row(),
                        id.row() <= 15 ? Optional.of("E" + id.row()) : Optional.empty(),
                        "ประเด็น " + id.row(),
                        text(cells, Column.ISSUE),
                        Optional.of(Tool.EIT),
                        Optional.of(heading),
                        true),
                cells,
                duties,
                List.of(),
                Optional.of(
                        new Completion(id, status, action, dates, List.of(), claims, new TreeSet<>(), false, false)),
                Optional.of(new Responsible(
                        id,
                        text(cells, Column.RESPONSIBLE),
                        false,
                        List.of(new NamedDivision(id, "กองคลัง", text(cells, Column.RESPONSIBLE), false)),
                        List.of())),
                Optional.empty(),
                List.of());
    }

    /** One date in most periods of the measure's most frequent duty. */
    private static List<DateSpan> dates(List<Duty> duties, CellText action, Random random) {
        int gap = duties.stream()
                .mapToInt(duty -> duty.longestGap().orElse(184))
                .min()
                .orElseThrow();
        List<DateSpan> dates = new ArrayList<>();
        for (LocalDate end = ROUND.from().plusDays(gap - 4); !end.isAfter(ROUND.to()); end = end.plusDays(gap - 1)) {
            if (dates.isEmpty() || random.nextInt(10) > 0) {
                LocalDate day = end.minusDays(random.nextInt(10));
                dates.add(new DateSpan(day, day, Precision.DAY, action, !dates.isEmpty(), false));
            }
        }
        return dates.isEmpty()
                ? List.of(new DateSpan(ROUND.to(), ROUND.to(), Precision.DAY, action, false, false))
                : dates;
    }

    private static Duty duty(MeasureId id, int ordinal, CellText cell, Random random) {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        Limits limits = kind == Kind.WITHIN_DAYS || kind == Kind.EVERY_N_DAYS
                ? Limits.none().withDays(15, false)
                : Limits.none();
        return new Duty(id, ordinal, kind, limits, Set.of(Actor.OFFICER), Optional.empty(), cell, false);
    }

    private static CellText text(Map<Column, CellText> cells, Column column) {
        return Optional.ofNullable(cells.get(column)).orElseThrow();
    }
}
