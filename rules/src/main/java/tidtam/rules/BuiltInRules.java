package tidtam.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import tidtam.facts.Framework;
import tidtam.facts.FrameworkItem;
import tidtam.facts.Holiday;
import tidtam.facts.HolidayTable;
import tidtam.facts.Indicator;
import tidtam.facts.Kind;
import tidtam.facts.Limit;
import tidtam.facts.Tool;

/** Names what this module holds: the compiled rules, their wording, the limits and the frameworks. */
public final class BuiltInRules {
    /** The index that names the generated model of the rules; absent where the rules were not compiled. */
    public static final String MODEL_INDEX = "META-INF/kie/tidtam/rules/drools-model";

    /** The first fiscal year (Buddhist) of each framework shipped; each is in force until the next begins. */
    private static final int[] FRAMEWORKS = {2563};

    private BuiltInRules() {}

    /**
     * What each rule says, as a sentence with {@code {names}} of a finding's values.
     *
     * @param language {@code th} or {@code en}
     * @return by rule id, or rule id and variant ({@code date-impossible.likely}); in Thai also what a rule rests on, by its id and
     *     {@code .basis}; sorted
     */
    public static Map<String, String> messages(String language) {
        Properties lines = new Properties();
        try (InputStream in = open("messages/" + language + ".properties")) {
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> messages = new TreeMap<>();
        lines.forEach((id, sentence) -> messages.put((String) id, (String) sentence));
        return messages;
    }

    /** The framework in force in a fiscal year (Buddhist); empty for years before the first one known. */
    public static Optional<Framework> framework(int fiscalYear) {
        return Arrays.stream(FRAMEWORKS).filter(first -> first <= fiscalYear).max().stream()
                .mapToObj(first -> framework(first, rows("framework/" + first + ".csv")))
                .findFirst();
    }

    /** How each kind of duty is judged where the agency set nothing else. */
    public static List<Limit> limits() {
        return rows("parameters/limits.csv").stream()
                .map(row ->
                        new Limit(Kind.valueOf(row.get(0)), Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2))))
                .toList();
    }

    /** The public holidays of government offices, of every fiscal year shipped. */
    public static HolidayTable holidays() {
        List<Holiday> days = new ArrayList<>();
        Set<Integer> fiscalYears = new HashSet<>();
        Set<Integer> provisional = new HashSet<>();
        for (List<String> row : rows("holidays/holidays.csv")) {
            if (row.get(0).equals("year")) {
                int year = Integer.parseInt(row.get(1));
                fiscalYears.add(year);
                if (row.get(2).equals("provisional")) {
                    provisional.add(year);
                }
            } else {
                days.add(new Holiday(LocalDate.parse(row.get(0)), row.get(1)));
            }
        }
        return new HolidayTable(days, fiscalYears, provisional);
    }

    private static Framework framework(int first, List<List<String>> rows) {
        List<Indicator> indicators = new ArrayList<>();
        List<FrameworkItem> items = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.get(0).equals("indicator")) {
                indicators.add(new Indicator(
                        Integer.parseInt(row.get(1)),
                        Tool.valueOf(row.get(2)),
                        List.copyOf(row.subList(3, row.size()))));
            } else {
                items.add(new FrameworkItem(row.get(1), Integer.parseInt(row.get(2))));
            }
        }
        return new Framework(first, "ITA " + first, List.copyOf(indicators), List.copyOf(items));
    }

    private static List<List<String>> rows(String resource) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open(resource), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(",")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = BuiltInRules.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalArgumentException("no resource " + resource);
        }
        return in;
    }
}
