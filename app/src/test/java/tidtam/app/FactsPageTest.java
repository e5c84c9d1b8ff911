package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tidtam.facts.Fact;
import tidtam.facts.Finding;
import tidtam.facts.Need;
import tidtam.facts.Round;

/** {@code rules/FACTS.md} is what a writer of rules goes by: it names every fact with its parts, and every need. */
class FactsPageTest {
    private static final Path PAGE = Path.of("..", "rules", "FACTS.md");
    /** What rules insert, and what is only a part of other facts. */
    private static final Set<Class<?>> NOT_MATCHED = Set.of(Finding.class, Round.class);

    @Test
    void names_every_fact_with_its_parts() throws IOException {
        String page = Files.readString(PAGE);
        Set<Class<?>> facts = new ClassFileImporter()
                .importPackages(Fact.class.getPackageName()).stream()
                        .map(each -> each.reflect())
                        .filter(each -> each.isRecord() && Fact.class.isAssignableFrom(each))
                        .filter(each -> !NOT_MATCHED.contains(each))
                        .collect(Collectors.toSet());

        assertThat(facts).hasSizeGreaterThan(30);
        for (Class<?> fact : facts) {
            String parts = Arrays.stream(fact.getRecordComponents())
                    .map(RecordComponent::getName)
                    .map(name -> '`' + name + '`')
                    .collect(Collectors.joining(", "));
            String row = "| `" + fact.getSimpleName() + "` | " + (parts.isEmpty() ? "–" : parts) + " | ";
            assertThat(page.lines().anyMatch(line -> line.startsWith(row)))
                    .as("add to rules/FACTS.md: " + row)
                    .isTrue();
        }
        assertThat(page.lines().filter(line -> line.startsWith("| `") && !line.startsWith("| `@")))
                .as("rows of rules/FACTS.md, one for each fact")
                .hasSize(facts.size());
    }

    @Test
    void names_every_need() throws IOException {
        String page = Files.readString(PAGE);
        for (Need need : Need.values()) {
            assertThat(page.contains('`' + need.name() + '`'))
                    .as("name in rules/FACTS.md: " + need)
                    .isTrue();
        }
    }
}
