package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of an agency's own rules: what is wrong with it is told in one line, in the user's language. */
class OwnRulesTest {
    private static final String RULE = """
            package agency.rules
            import tidtam.facts.*
            rule "our-rule: an action column that says done"
              @severity( WARNING )
              @subject( measure )
              @needs( COMPLETION )
              @basis( "ระเบียบของหน่วยงาน ข้อ ๑" )
              when
                Completion( status == Status.DONE_DATED, $measure : measure, $cell : statedIn )
              then
                insert( new Finding( "our-rule", $measure, $cell, Values.of( "row", $measure.row() ) ) );
            end
            """;

    @TempDir
    Path place = Path.of("");

    private Path folder = Path.of("");

    @BeforeEach
    void folder() {
        folder = place.resolve("rules");
        write("our.drl", RULE);
        write("messages/th.properties", "our-rule = แถวที่ {row} ระบุว่าดำเนินการแล้ว\n");
        write("messages/en.properties", "our-rule = row {row} says it is done\n");
    }

    @Test
    void a_name_that_is_looked_up_is_written_in_small_letters() {
        write("LIMITS.CSV", "kind,grace\n");

        Run run = Run.of("rules", "--rules", folder.toString(), "--lang", "en");

        assertThat(run.exit()).isEqualTo(Exit.NOT_STARTED);
        assertThat(run.err())
                .isEqualTo(
                        "tidtam: " + folder.resolve("LIMITS.CSV") + ": name this file in small letters, limits.csv\n");
    }

    @Test
    void a_folder_larger_than_16_megabytes_is_refused() {
        for (int i = 0; i < 17; i++) {
            write("cases/" + i + ".yaml", " ".repeat(1 << 20));
        }
        assertThat(Run.of("rules", "--rules", folder.toString(), "--lang", "en").err())
                .contains("too much for a folder of rules");
    }

    @Test
    void an_added_rule_stands_in_catalogue_table_explanation_and_reports_marked_as_the_agencys_own()
            throws IOException {
        String plan = Run.sampleIn(place, "plan.xlsx");
        Path out = place.resolve("out");

        Run run = Run.of("check", plan, "--as-of", "2566-04-30", "--rules", folder.toString(), "--out", out.toString());

        assertThat(run.exit()).isEqualTo(Exit.FOUND);
        assertThat(run.out()).contains("our-rule (กฎของหน่วยงาน)", "ระบุว่าดำเนินการแล้ว");
        assertThat(Files.readString(out.resolve("findings.json")))
                .contains("\"rule\": \"our-rule\",\n      \"origin\": \"AGENCY\"")
                .contains("\"rules\": " + (Rules.builtIn().catalogue().size() + 1));
        assertThat(Files.readString(out.resolve("findings.csv"))).contains("our-rule", "กฎของหน่วยงาน");
        assertThat(Run.of("rules", "--rules", folder.toString()).out())
                .contains("| `our-rule` (the agency's own) | WARNING |", "ระเบียบของหน่วยงาน ข้อ ๑");
        assertThat(Run.of("rules", "--rules", folder.toString(), "--format", "json")
                        .out())
                .contains("\"id\": \"our-rule\",\n      \"origin\": \"AGENCY\"");
        assertThat(Run.of("explain", plan, "8", "--as-of", "2566-04-30", "--rules", folder.toString())
                        .out())
                .contains("our-rule (กฎของหน่วยงาน)");
    }

    @Test
    void an_added_rule_that_breaks_is_told_and_the_check_is_partial() {
        write("our.drl", RULE.replace("$measure.row()", "1 / ( $measure.row() - 8 )"));
        write("messages/th.properties", "our-rule = แถวที่ {line}\n");
        write("messages/en.properties", "our-rule = row {line}\n");
        String plan = Run.sampleIn(place, "plan.xlsx");

        Run run =
                Run.of("check", plan, "--lang", "en", "--as-of", "2566-04-30", "--rules", folder.toString(), "--quiet");

        assertThat(run.exit()).isEqualTo(Exit.PARTIAL);
        assertThat(run.err()).contains("our-rule: ");
    }

    @Test
    void the_rules_and_their_wording_are_part_of_what_identifies_a_run_and_the_cases_are_not() {
        String without = Rules.builtIn().digest();
        String with = digest();
        write("cases/a.yaml", "- x\n");
        assertThat(digest()).isEqualTo(with).isNotEqualTo(without);
        write("messages/en.properties", "our-rule = row {row} says that it is done\n");
        assertThat(digest()).isNotEqualTo(with);
    }

    private String digest() {
        Voice voice = new Voice(tidtam.reports.Language.EN);
        return Rules.of(RuleFolder.read(folder.toString(), voice), voice).digest();
    }

    @Test
    void tells_what_is_wrong_with_a_rule_by_file_line_and_rule() {
        write("our.drl", RULE.replace("Completion(", "Completions("));
        refuses(
                "/our.drl บรรทัด 9 กฎ 'our-rule': ไม่รู้จักข้อมูลชื่อ 'Completions' ให้ตรวจตัวสะกด และบรรทัด import tidtam.facts.*",
                "/our.drl line 9, rule 'our-rule': there is no fact named 'Completions'; check its spelling and the line import tidtam.facts.*");
        write("our.drl", RULE.replace("status ==", "stats =="));
        refuses(
                "/our.drl บรรทัด 9 กฎ 'our-rule': ไม่มีส่วนชื่อ 'stats' ในข้อมูลนั้น ให้ตรวจตัวสะกดกับ FACTS.md",
                "/our.drl line 9, rule 'our-rule': the fact has no part named 'stats'; check its spelling in FACTS.md");
        write("our.drl", RULE.replace("  when", "  whe"));
        refuses(
                "/our.drl บรรทัด 8 กฎ 'our-rule': เขียนกฎไม่ถูกรูปแบบใกล้ 'whe'",
                "/our.drl line 8, rule 'our-rule': this is not how a rule is written, near 'whe'");
        write("our.drl", RULE.replace("\"ระเบียบของหน่วยงาน ข้อ ๑\"", "ข้อ ๑"));
        refuses(
                "/our.drl บรรทัด 7: เลขไทยใช้ได้เฉพาะในเครื่องหมายคำพูด \"…\" หรือในหมายเหตุ: @basis( ข้อ ๑ )",
                "/our.drl line 7: Thai digits may stand only in quotes \"…\" or in a comment: @basis( ข้อ ๑ )");
        write("our.drl", RULE.replace("\nend", "\n"));
        refuses(
                "/our.drl บรรทัด 13 กฎ 'our-rule': แฟ้มจบก่อนกฎจะครบ อาจขาดคำว่า end วงเล็บปิด หรือเครื่องหมายคำพูดปิด",
                "/our.drl line 13, rule 'our-rule': the file ends before the rule does; is an end, a closing bracket or a closing quote missing?");
        write("our.drl", RULE.replace("$measure.row() ) ) );", "$measure.row() ) );"));
        refuses(
                "/our.drl บรรทัด 11 กฎ 'our-rule': ส่วนหลัง then เขียนไม่ถูกรูปแบบ ให้ตรวจวงเล็บและเครื่องหมาย ;",
                "/our.drl line 11, rule 'our-rule': the part after then is malformed; check its brackets and semicolons");
        write("our.drl", RULE.replace("new Finding", "new Findng"));
        refuses(
                "/our.drl บรรทัด 11 กฎ 'our-rule': ไม่รู้จักชื่อ 'Findng'",
                "/our.drl line 11, rule 'our-rule': nothing is named 'Findng'");
        write("our.drl", RULE.replace("Status.DONE", "Stats.DONE"));
        refuses(
                "/our.drl บรรทัด 9 กฎ 'our-rule': ไม่เข้าใจเงื่อนไข 'status == Stats.DONE_DATED' ให้ตรวจชื่อและตัวแปร",
                "/our.drl line 9, rule 'our-rule': cannot be understood: 'status == Stats.DONE_DATED'; check its names and variables");
    }

    @Test
    void tells_what_a_rule_lacks() {
        write("our.drl", RULE.replace("COMPLETION", "COMPLETED"));
        refuses(
                "/our.drl บรรทัด 6 กฎ 'our-rule': ไม่รู้จักค่าใน @needs( COMPLETED ) ดูค่าที่ใช้ได้ใน FACTS.md",
                "/our.drl line 6, rule 'our-rule': does not hold a known value: @needs( COMPLETED ); FACTS.md lists them");
        write("our.drl", RULE.replace("  @severity( WARNING )\n", ""));
        refuses(
                "/our.drl บรรทัด 3 กฎ 'our-rule': ไม่ได้ระบุ @severity",
                "/our.drl line 3, rule 'our-rule': declares no @severity");
        write("our.drl", RULE.replace("@subject( measure )", "@subject( plan )"));
        refuses(
                "/our.drl บรรทัด 6 กฎ 'our-rule': @needs( COMPLETION ) ใช้กับ @subject ของกฎนี้ไม่ได้",
                "/our.drl line 6, rule 'our-rule': @needs( COMPLETION ) does not go with the @subject of this rule");
        write("our.drl", RULE.replace("our-rule: an", "Our Rule, an"));
        refuses(
                "/our.drl บรรทัด 3 กฎ 'Our Rule, an action column that says done': ชื่อกฎต้องเป็นแบบ \"my-rule-id: what it finds\" (รหัสเป็นอักษรอังกฤษตัวเล็กคั่นด้วยขีด)",
                "/our.drl line 3, rule 'Our Rule, an action column that says done': a rule is named \"my-rule-id: what it finds\", the id in small letters joined by hyphens");
        write("our.drl", RULE.replace("our-rule", "due-soon"));
        refuses(
                "/our.drl บรรทัด 3 กฎ 'due-soon': รหัส 'due-soon' เป็นของกฎในโปรแกรม ให้ตั้งรหัสอื่น",
                "/our.drl line 3, rule 'due-soon': 'due-soon' is the id of a built-in rule; choose another");
        write("our.drl", RULE.replace("agency.rules", "tidtam.rules"));
        refuses(
                "/our.drl: package 'tidtam.rules' เป็นของกฎในโปรแกรม ให้ตั้งชื่ออื่น",
                "/our.drl: 'tidtam.rules' is the package of the built-in rules; choose another");
        write("our.drl", RULE.replace("\"our-rule\", ", "\"other\", "));
        refuses(
                "/our.drl บรรทัด 10 กฎ 'our-rule': ส่วนหลัง then ต้องเพิ่ม Finding ที่ใช้รหัส \"our-rule\"",
                "/our.drl line 10, rule 'our-rule': the part after then must insert a Finding of the id \"our-rule\"");
        write("our.drl", RULE.replace("  when", "  no-loop\n  when"));
        refuses(
                "/our.drl: กฎที่เพิ่มใช้ 'no-loop' ไม่ได้ กฎต้องไม่ขึ้นกับลำดับหรือเวลา และมีแต่กฎ",
                "/our.drl: an added rule cannot use 'no-loop'; rules depend on no order or clock, and a file holds rules alone");
        write("our.drl", "// ยังไม่มีกฎ\n");
        refuses("/our.drl: แฟ้มนี้ไม่มีกฎ", "/our.drl: this file holds no rule");
    }

    @Test
    void tells_which_rule_stands_in_two_files() {
        write("second.drl", RULE);
        refuses(
                "/second.drl บรรทัด 3 กฎ 'our-rule': กฎนี้มีอยู่แล้วในแฟ้ม our.drl",
                "/second.drl line 3, rule 'our-rule': the same rule stands in our.drl");
        write("second.drl", "");
        write(
                "our.drl",
                RULE
                        + RULE.substring(RULE.indexOf("rule "))
                                .replace("says done", "is done")
                                .replace("WARNING", "INFO"));
        refuses(
                "/our.drl บรรทัด 13 กฎ 'our-rule': กฎรหัสเดียวกันต้องระบุ @severity @subject @needs @basis ตรงกันทุกกรณี",
                "/our.drl line 13, rule 'our-rule': rules of one id must declare the same @severity, @subject, @needs and @basis");
    }

    @Test
    void tells_what_is_wrong_with_the_messages() throws IOException {
        write("messages/en.properties", "");
        refuses(
                "/messages/en.properties: ไม่มีข้อความ 'our-rule' ซึ่งมีใน " + folder + "/messages/th.properties",
                "/messages/en.properties: the message 'our-rule' is missing, although " + folder
                        + "/messages/th.properties has it");
        write("messages/th.properties", "");
        refuses(
                "/messages/th.properties: ไม่มีข้อความของกฎ 'our-rule' ให้เพิ่มบรรทัด our-rule = …",
                "/messages/th.properties: the message of rule 'our-rule' is missing; add a line our-rule = …");
        write("messages/th.properties", "our-rule = แถวที่ {row}\n");
        write("messages/en.properties", "our-rule = row {line}\n");
        refuses(
                "/messages/th.properties: ช่องแทนค่าของข้อความ 'our-rule' คือ [{row}] แต่ใน " + folder
                        + "/messages/en.properties คือ [{line}] ต้องตรงกัน",
                "/messages/th.properties: the placeholders of the message 'our-rule' are [{row}] but in " + folder
                        + "/messages/en.properties they are [{line}]; they must agree");
        write("messages/en.properties", "our-rule = row {row\n");
        refuses(
                "/messages/th.properties: ช่องแทนค่าของข้อความ 'our-rule' คือ [{row}] แต่ใน " + folder
                        + "/messages/en.properties คือ [] ต้องตรงกัน",
                "/messages/th.properties: the placeholders of the message 'our-rule' are [{row}] but in " + folder
                        + "/messages/en.properties they are []; they must agree");
        write("messages/th.properties", "our-rule = แถวที่ {row\n");
        refuses(
                "/messages/th.properties: ข้อความ 'our-rule' ว่าง หรือเขียนช่องแทนค่าไม่ถูกต้อง ต้องเป็นแบบ {ชื่อ}",
                "/messages/th.properties: the message 'our-rule' is empty, or a placeholder in it is not of the form {name}");
        write("messages/th.properties", "our-rule = แถวที่ {row}\nother = x\n");
        refuses(
                "/messages/th.properties: ข้อความ 'other' ไม่ใช่ของกฎข้อใดในโฟลเดอร์นี้",
                "/messages/th.properties: the message 'other' belongs to no rule of this folder");
        write("messages/th.properties", "our-rule = แถวที่ {row}\nour-rule = แถว {row}\n");
        refuses(
                "/messages/th.properties: ข้อความ 'our-rule' มีสองบรรทัด ให้เหลือบรรทัดเดียว",
                "/messages/th.properties: the message 'our-rule' stands twice; keep one");
        Files.delete(folder.resolve("messages/th.properties"));
        refuses(
                "/messages/th.properties: ไม่มีแฟ้มข้อความนี้ กฎทุกข้อต้องมีข้อความทั้งภาษาไทยและภาษาอังกฤษ",
                "/messages/th.properties: this file is missing; every rule needs a message in Thai and in English");
    }

    @Test
    void tells_what_is_no_utf_8() throws IOException {
        Files.write(folder.resolve("our.drl"), RULE.getBytes(Charset.forName("TIS-620")));
        refuses(
                "/our.drl: แฟ้มนี้ไม่ใช่ UTF-8 ให้บันทึกใหม่เป็น UTF-8",
                "/our.drl: this file is not UTF-8; save it again as UTF-8");
    }

    @Test
    void tells_which_folder_is_not_there_or_empty() throws IOException {
        folder = place.resolve("ไม่มี");
        refuses(": ไม่พบโฟลเดอร์กฎนี้ ให้ตรวจชื่อและที่เก็บ", ": there is no such folder of rules; check its name");
        Files.createDirectories(folder);
        write("README.md", "notes are not read");
        refuses(
                ": โฟลเดอร์นี้ไม่มีกฎ (*.drl) ค่ากำหนด (limits.csv หรือ limits.xlsx) หรือกรณีทดลอง (cases/*.yaml)",
                ": there is nothing in this folder: no rules (*.drl), limits (limits.csv or limits.xlsx) or cases (cases/*.yaml)");
    }

    @Test
    void reads_nothing_that_a_link_leads_out_to_and_nothing_too_large() throws IOException {
        write("large.drl", "x".repeat((1 << 20) + 1));
        refuses(
                "/large.drl: โฟลเดอร์กฎใหญ่เกินไป รับแฟ้มละไม่เกิน ๑ เมกะไบต์ และไม่เกิน ๕๐๐ แฟ้ม รวมกันไม่เกิน ๑๖ เมกะไบต์",
                "/large.drl: too much for a folder of rules: a file may have 1 MB, the folder 500 files and 16 MB");
        Files.delete(folder.resolve("large.drl"));
        Path outside = Files.writeString(place.resolve("outside.drl"), RULE);
        assumeThat(place.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.createSymbolicLink(folder.resolve("link.drl"), outside);
        refuses(
                "/link.drl: ไม่ใช่แฟ้มในโฟลเดอร์นี้ จึงไม่อ่าน ให้คัดลอกแฟ้มจริงมาไว้",
                "/link.drl: is not a file of this folder and is not read; copy the file itself there");
    }

    private void refuses(String thai, String english) {
        String rules = folder.toString();
        assertThat(Run.of("rules", "--rules", rules))
                .isEqualTo(new Run(Exit.NOT_STARTED, "", "tidtam: " + rules + thai + "\n"));
        assertThat(Run.of("rules", "--rules", rules, "--lang", "en"))
                .isEqualTo(new Run(Exit.NOT_STARTED, "", "tidtam: " + rules + english + "\n"));
    }

    private void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
