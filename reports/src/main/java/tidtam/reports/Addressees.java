package tidtam.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidtam.facts.Division;
import tidtam.facts.Evaluation;

/** How a plan's people are addressed in letters. */
public record Addressees(Evaluation evaluation, Wording wording) {
    private static final String CLERK = "สำนักปลัด";
    /** How positions begin; long enough that no name begins so: {@code นายก} is also the start of {@code นายกิตติ}. */
    private static final List<String> POSITIONS = List.of(
            "ผู้อำนวยการ",
            "ผอ.",
            "หัวหน้า",
            "ปลัด",
            "รองนายก",
            "รองปลัด",
            "รองผู้อำนวยการ",
            "รองหัวหน้า",
            "นายกองค์การ",
            "นายกเทศมนตรี",
            "นายกเมือง",
            "นายก อบต",
            "นายก อบจ",
            "รักษาการ",
            "รักษาราชการ",
            "Director",
            "Head",
            "Chief");

    /** The agency as its plan names it. */
    public Optional<String> findAgency() {
        return evaluation.plan().title().agency().map(wording::quote);
    }

    /** The clerk's office as the plan calls it. */
    public String clerk() {
        return evaluation.divisions().stream()
                .filter(name -> name.startsWith(CLERK) || name.startsWith("สำนักงานปลัด"))
                .findFirst()
                .map(wording::quote)
                .orElseGet(() -> wording.line("memo.clerk"));
    }

    /** A division's head by position, with the name where the agency gave one. */
    public String head(String division) {
        boolean directed = division.startsWith("กอง")
                || division.startsWith("โรงเรียน")
                || (division.startsWith("สำนัก") && !division.startsWith(CLERK) && !division.startsWith("สำนักงาน"));
        String position = wording.fill(directed ? "memo.director" : "memo.head", Map.of("division", division));
        return evaluation.plan().records().divisions().stream()
                .filter(listed -> listed.name().equals(division))
                .findFirst()
                .flatMap(Division::head)
                .map(wording::quote)
                .map(head -> POSITIONS.stream().anyMatch(head::startsWith) ? head : position + " (" + head + ")")
                .orElse(position);
    }
}
