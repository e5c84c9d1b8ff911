package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tidtam.facts.Completion;
import tidtam.facts.DateSpan;
import tidtam.facts.Duty;

/** Phrases out of real tables, labelled by hand: at least 95 in 100 are read as labelled, or as a note says they may be. */
class PhrasesTest {
    private static final Pattern OTHER_READINGS = Pattern.compile("alt: ([^.;]*)");
    private static final Pattern OTHER_MONTHS = Pattern.compile("alt months: ([0-9,]+)");
    private static final int LEAST = 95;

    @Test
    void reads_how_often_and_by_when() {
        List<String[]> rows = Reads.rows("/phrases/cadence.tsv");
        List<String> misread = new ArrayList<>();
        for (String[] row : rows) {
            List<Duty> duties = DutyReader.duties(
                    Reads.MEASURE, Optional.of(Reads.cell(row[0])), Optional.empty(), OptionalInt.empty());
            if (!dutiesAgree(row, duties)) {
                misread.add(row[0] + " | " + row[1] + " | " + Reads.line(duties, false, false));
            }
        }
        assertEnough(rows.size(), misread);
    }

    @Test
    void reads_what_was_done() {
        List<String[]> rows = Reads.rows("/phrases/completion.tsv");
        List<String> misread = new ArrayList<>();
        for (String[] row : rows) {
            Completion completion = Reads.completion(row[0]);
            String status = completion.status().name().toLowerCase(Locale.ROOT);
            boolean other = alternatives(row[5]).contains(status);
            if (!other && !(status.equals(row[1]) && datesAgree(row, completion.dates()))) {
                misread.add(row[0] + " | " + row[1] + " " + row[2] + " | " + Reads.line(completion, false));
            }
        }
        assertEnough(rows.size(), misread);
    }

    @Test
    void reads_dates() {
        List<String[]> rows = Reads.rows("/phrases/dates.tsv");
        List<String> misread = new ArrayList<>();
        for (String[] row : rows) {
            DateReader.Dates dates = Reads.dates(row[0]);
            String read = dates.dates().stream().map(Reads::span).collect(Collectors.joining(" "));
            String nothing = dates.impossible().isEmpty() ? "none" : "invalid";
            if (!(read.isEmpty() ? nothing : read).equals(row[1])) {
                misread.add(row[0] + " | " + row[1] + " | " + Reads.line(dates));
            }
        }
        assertEnough(rows.size(), misread);
    }

    private static void assertEnough(int rows, List<String> misread) {
        assertThat((rows - misread.size()) * 100 / rows)
                .as("read right of 100; misread:%n%s", String.join("\n", misread))
                .isGreaterThanOrEqualTo(LEAST);
    }

    private static boolean dutiesAgree(String[] row, List<Duty> duties) {
        Set<String> allowed = alternatives(row[4]);
        allowed.add(row[1]);
        if (duties.isEmpty()) {
            return allowed.contains("none");
        }
        for (Duty duty : duties) {
            String kind = duty.kind().name().toLowerCase(Locale.ROOT);
            if (!allowed.contains(kind) || (kind.equals(row[1]) && !limitsAgree(row, duty))) {
                return false;
            }
        }
        return true;
    }

    private static boolean limitsAgree(String[] row, Duty duty) {
        String months = duty.limits().months().stream().map(String::valueOf).collect(Collectors.joining(","));
        Matcher other = OTHER_MONTHS.matcher(row[4]);
        boolean monthsAgree =
                row[3].isEmpty() || months.equals(row[3]) || (other.find() && months.equals(other.group(1)));
        boolean daysAgree = row[2].isEmpty() || duty.limits().days().orElse(-1) == Integer.parseInt(row[2]);
        return monthsAgree && daysAgree;
    }

    private static boolean datesAgree(String[] row, List<DateSpan> dates) {
        if (row[2].isEmpty()) {
            return dates.isEmpty();
        }
        return dates.size() == 1
                && dates.get(0).from().toString().equals(row[2])
                && dates.get(0).to().toString().equals(row[3])
                && dates.get(0).precision().name().toLowerCase(Locale.ROOT).equals(row[4]);
    }

    private static Set<String> alternatives(String note) {
        Set<String> readings = new HashSet<>();
        Matcher matcher = OTHER_READINGS.matcher(note);
        while (matcher.find()) {
            for (String reading : matcher.group(1).split(",", -1)) {
                readings.add(reading.strip().split(" ", -1)[0]);
            }
        }
        return readings;
    }
}
