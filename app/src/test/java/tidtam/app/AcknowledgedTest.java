package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A head who answers is left alone for one step of the ladder. */
class AcknowledgedTest {
    private static final Pattern STATED = Pattern.compile("– ((?:HELD_\\w+ [^;]+; )?)([A-Z_]+) ");

    @TempDir
    private Path folder;

    private static List<String> mails(RecordingOffice office, LocalDate from, LocalDate to) {
        List<String> mails = new ArrayList<>();
        Set<Path> before = new HashSet<>(office.office().outbox());
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Run run = office.office().warn(day, "--as-of", day.toString());
            assertThat(run.exit()).as(day + run.err()).isLessThan(Exit.NOT_STARTED);
            List<Path> now = new ArrayList<>(office.office().outbox());
            now.removeAll(before);
            before.addAll(now);
            if (!now.isEmpty()) {
                Matcher stated = STATED.matcher(run.out());
                assertThat(stated.find()).as(run.out()).isTrue();
                mails.add(day + " " + stated.group(2));
            }
        }
        return mails;
    }

    private static RecordingOffice office(Path folder) {
        RecordingOffice office = new RecordingOffice(folder);
        office.office()
                .settings(RecordingOffice.SETTINGS + "warnings:\n  repeat-days: 60\n")
                .plans(RecordingOffice.LATE);
        return office;
    }

    @Test
    void an_answer_holds_the_step_that_follows_it_and_not_the_next() {
        LocalDate april3 = LocalDate.of(2023, 4, 3);
        RecordingOffice silent = office(folder);
        List<String> unanswered = mails(silent, april3, LocalDate.of(2023, 5, 3));
        assertThat(unanswered)
                .containsExactly(
                        "2023-04-03 FIRST", "2023-04-07 ESCALATED", "2023-04-18 ESCALATED", "2023-05-01 ESCALATED");

        Path second = folder.resolve("second");
        assertThat(second.toFile().mkdir()).isTrue();
        RecordingOffice answering = office(second);
        assertThat(mails(answering, april3, april3)).containsExactly("2023-04-03 FIRST");
        Run answer = answering.at(
                "2023-04-03T03:00:00Z",
                "acknowledge",
                answering.finding(1),
                "--reason",
                "รอลงนาม",
                "--promised",
                "2566-04-30");
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(mails(answering, LocalDate.of(2023, 4, 4), LocalDate.of(2023, 5, 3)))
                .containsExactly("2023-04-18 ESCALATED", "2023-05-01 ESCALATED");
        answering.intact();
    }
}
