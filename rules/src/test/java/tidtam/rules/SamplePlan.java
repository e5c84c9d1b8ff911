package tidtam.rules;

import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Plan;
import tidtam.facts.Status;
import tidtam.facts.Tool;

/** A small plan in which several rules find something and others pass. */
public final class SamplePlan {
    private SamplePlan() {}

    public static Plan plan() {
        Given plan = new Given();
        plan.measure()
                .stating(Tool.IIT, 1, "การปฏิบัติหน้าที่")
                .owes(Kind.EVERY_EVALUATION_ROUND)
                .done("2023-01-10");
        plan.measure()
                .stating(Tool.IIT, 2, "การใช้งบประมาณ")
                .owes(Kind.QUARTERLY)
                .done("2022-10-15");
        plan.measure().item("E1").owes(Kind.MONTHLY).is(Status.DONE_UNDATED);
        plan.measure().item("E1").deadline("").done("2023-01-15");
        plan.measure()
                .item("E2")
                .owes(Kind.WITHIN_DAYS, Limits.none().withDays(15, false))
                .done("2023-03-24");
        plan.measure().item("E3").owes(Kind.QUARTERLY).is(Status.EMPTY);
        return plan.plan();
    }
}
