package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tidtam.facts.CellText;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;
import tidtam.facts.ImpossibleDate;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.MeasureId;
import tidtam.facts.NamedDivision;
import tidtam.facts.Precision;
import tidtam.facts.Responsible;
import tidtam.facts.Status;

class ReadingJsonTest {
    private static final MeasureId ID = new MeasureId(1);

    private static CellText cell(String text) {
        return CellText.of(Sample.ref(0, 0), text);
    }

    private static Duty duty(Kind kind, Limits limits, String text) {
        return new Duty(ID, 0, kind, limits, Set.of(), Optional.empty(), cell(text), false);
    }

    @Test
    void a_limit_appears_only_where_there_is_one() {
        String quarterly = "ไตรมาสละ ๑ ครั้ง";
        assertThat(ReadingJson.deadline(quarterly, List.of(duty(Kind.QUARTERLY, Limits.none(), quarterly))))
                .isEqualTo("{\"text\":\"ไตรมาสละ ๑ ครั้ง\",\"duties\":[{\"kind\":\"QUARTERLY\"}]}");
        String monthly = "ภายในวันที่ 10 ของเดือนถัดไป";
        assertThat(ReadingJson.deadline(
                        monthly, List.of(duty(Kind.MONTHLY, Limits.none().withDay(10), monthly))))
                .isEqualTo(
                        "{\"text\":\"ภายในวันที่ 10 ของเดือนถัดไป\",\"duties\":[{\"kind\":\"MONTHLY\",\"day\":10}]}");
        assertThat(ReadingJson.deadline("-", List.of())).isEqualTo("{\"text\":\"-\",\"duties\":[]}");
    }

    @Test
    void a_completion_has_its_dates_claims_and_problems() {
        String text = "ดำเนินการแล้วเมื่อวันที่ ๑๐ มกราคม ๒๕๖๖";
        LocalDate day = LocalDate.of(2023, 1, 10);
        DateSpan date = new DateSpan(day, day, Precision.DAY, cell(text), false, false);
        assertThat(ReadingJson.completion(text, completion(text, List.of(date), List.of())))
                .isEqualTo("{\"text\":\"ดำเนินการแล้วเมื่อวันที่ ๑๐ มกราคม ๒๕๖๖\",\"status\":\"DONE_DATED\","
                        + "\"dates\":[{\"from\":\"2023-01-10\",\"to\":\"2023-01-10\",\"precision\":\"DAY\"}],"
                        + "\"claims\":[],\"problems\":[]}");
    }

    @Test
    void an_impossible_date_is_a_problem_with_its_likely_reading() {
        String text = "๓๑ กุมภาพันธ์ ๒๕๖๖";
        ImpossibleDate likely = new ImpossibleDate(ID, cell(text), Optional.of(LocalDate.of(2023, 2, 28)));
        ImpossibleDate unlikely = new ImpossibleDate(ID, cell("๒๕๖๕๖"), Optional.empty());
        assertThat(ReadingJson.completion(text, completion(text, List.of(), List.of(likely, unlikely))))
                .endsWith(
                        "\"problems\":[{\"text\":\"๓๑ กุมภาพันธ์ ๒๕๖๖\",\"likely\":\"2023-02-28\"},{\"text\":\"๒๕๖๕๖\"}]}");
    }

    @Test
    void every_division_is_one_word_and_others_are_a_list() {
        CellText cell = cell("ทุกสำนัก/กอง");
        assertThat(ReadingJson.division("ทุกสำนัก/กอง", new Responsible(ID, cell, true, List.of(), List.of())))
                .isEqualTo("{\"text\":\"ทุกสำนัก/กอง\",\"divisions\":\"ALL\"}");
        NamedDivision named = new NamedDivision(ID, "กองคลัง", cell, false);
        assertThat(ReadingJson.division("กองคลัง", new Responsible(ID, cell, false, List.of(named), List.of())))
                .isEqualTo("{\"text\":\"กองคลัง\",\"divisions\":[\"กองคลัง\"]}");
    }

    @Test
    void is_one_line_whatever_the_text() {
        String line = ReadingJson.deadline("a\nb\u2028c\u202E\uD800\u0085", List.of());
        assertThat(line).isEqualTo("{\"text\":\"a\\nb\\u2028c\\u202E\uFFFD\\u0085\",\"duties\":[]}");
    }

    private static Completion completion(String text, List<DateSpan> dates, List<ImpossibleDate> impossible) {
        return new Completion(
                ID, Status.DONE_DATED, cell(text), dates, impossible, List.of(), new TreeSet<>(), false, false);
    }
}
