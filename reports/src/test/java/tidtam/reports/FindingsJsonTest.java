package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static byte[] bytes() {
        return Written.json(Sample.result(), Sample.wording(Language.TH), Sample.wording(Language.EN));
    }

    private static JsonNode json() throws IOException {
        return MAPPER.readTree(bytes());
    }

    private static List<Error> faults(JsonNode json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(new String(FindingsJson.schema(), StandardCharsets.UTF_8), InputFormat.JSON);
        return schema.validate(json);
    }

    @Test
    void keeps_its_schema() throws IOException {
        assertThat(faults(json())).isEmpty();
    }

    @Test
    void the_schema_is_strict() throws IOException {
        ObjectNode more = (ObjectNode) json();
        ((ObjectNode) more.at("/findings/0")).put("colour", "red");
        assertThat(faults(more)).hasSize(1);
        ObjectNode less = (ObjectNode) json();
        ((ObjectNode) less.at("/measures/0/completion")).remove("claims");
        assertThat(faults(less)).isNotEmpty();
        ObjectNode wrong = (ObjectNode) json();
        ((ObjectNode) wrong.at("/measures/1/duties/0")).put("kind", "HOURLY");
        assertThat(faults(wrong)).isNotEmpty();
    }

    @Test
    void the_ledger_adds_up() throws IOException {
        JsonNode ledger = json().at("/inputs/3/ledger");
        int sum = 0;
        for (String outcome : List.of("passed", "found", "waived", "notApplicable", "notEvaluable", "errors")) {
            sum += ledger.get(outcome).asInt();
        }
        assertThat(sum).isEqualTo(ledger.get("pairs").asInt()).isPositive();
    }

    @Test
    void a_finding_about_the_plan_has_no_row_and_one_about_several_has_them_all() throws IOException {
        JsonNode findings = json().get("findings");
        assertThat(findings.get(0).get("row").isNull()).isTrue();
        JsonNode several = findings.get(5);
        assertThat(several.get("row").asInt()).isEqualTo(5);
        assertThat(several.at("/values/rows")).extracting(JsonNode::asInt).containsExactly(5, 6, 7, 9);
    }

    @Test
    void a_duty_whose_due_date_cannot_be_counted_has_an_obligation_without_one() throws IOException {
        JsonNode obligation = json().at("/measures/1/obligations/0");
        assertThat(obligation.get("state").asText()).isEqualTo("NOT_EVALUABLE");
        assertThat(obligation.get("due").isNull()).isTrue();
    }

    @Test
    void an_input_that_could_not_be_read_is_a_problem() throws IOException {
        JsonNode json = json();
        assertThat(json.at("/inputs/0/path").asText()).isEqualTo("away.xlsx");
        assertThat(json.at("/inputs/0/sha256").isNull()).isTrue();
        assertThat(json.at("/problems/0/message/en").asText()).contains("no such file");
    }

    @Test
    void keeps_foreign_text_but_escapes_what_would_steer_a_display() throws IOException {
        String text = new String(bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("\\u202Eabc").contains("\\u001B[31m").contains("\uFFFD");
        assertThat(json().at("/measures/12/title").asText()).isEqualTo(Sample.HOSTILE.replace('\uD800', '\uFFFD'));
        assertThat(text).endsWith("}\n").doesNotContain("\r");
    }
}
