package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code rules/RULES.md} is the printed catalogue. With {@code -Dgolden.rewrite} it is written instead. */
class RulesCatalogueTest {
    private static final Path PRINTED = Path.of("..", "rules", "RULES.md");

    @Test
    void the_printed_catalogue_is_that_of_the_rules() throws IOException {
        String catalogue = Run.of("rules", "--format", "md").out();
        if (System.getProperty("golden.rewrite") != null) {
            Files.writeString(PRINTED, catalogue);
        }
        assertThat(PRINTED)
                .as(
                        "stale: run mvn -pl app -am test -Dtest=RulesCatalogueTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.rewrite")
                .hasContent(catalogue);
    }
}
