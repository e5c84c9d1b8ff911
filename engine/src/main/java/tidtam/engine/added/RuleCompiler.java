package tidtam.engine.added;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.drools.compiler.kproject.models.KieBaseModelImpl;
import org.drools.compiler.kproject.models.KieModuleModelImpl;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieBaseModel;

/** Reads and compiles rules: the only class that knows the internals of Drools. */
final class RuleCompiler {
    private RuleCompiler() {}

    /**
     * What a file of rules holds.
     *
     * @param others keywords of what is no part of an added rule
     */
    record Parsed(String packageName, List<RuleText> rules, List<String> others) {}

    /**
     * What the compiler has against a text.
     *
     * @param line from 1; 0 or less where it does not know
     */
    record Complaint(String file, int line, String text) {}

    /** Compiled rules, or why there are none. */
    record Compiled(Collection<Model> models, List<Complaint> complaints) {}

    /** Takes a text apart; a complaint alone where it is no rules at all. */
    static Parsed parse(String file, String text, List<Complaint> complaints) {
        DrlParser parser = new DrlParser();
        PackageDescr parsed;
        try {
            parsed = parser.parse(false, text);
        } catch (DroolsParserException e) {
            complaints.add(new Complaint(file, 0, String.valueOf(e.getMessage())));
            return new Parsed("", List.of(), List.of());
        }
        for (DroolsError error : parser.getErrors()) {
            int line = error.getLines().length == 0 ? 0 : error.getLines()[0];
            complaints.add(new Complaint(file, line, error.getMessage()));
        }
        if (parsed == null) {
            return new Parsed("", List.of(), List.of());
        }
        List<String> lines = text.lines().toList();
        List<RuleText> rules = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (RuleDescr rule : parsed.getRules()) {
            if (rule instanceof QueryDescr) {
                others.add("query");
            } else {
                others.addAll(rule.getAttributes().keySet());
                rules.add(text(rule, lines));
            }
        }
        if (!parsed.getTypeDeclarations().isEmpty()
                || !parsed.getEnumDeclarations().isEmpty()) {
            others.add("declare");
        }
        if (!parsed.getGlobals().isEmpty()) {
            others.add("global");
        }
        if (parsed.getUnit() != null) {
            others.add("unit");
        }
        return new Parsed(Optional.ofNullable(parsed.getName()).orElse(""), rules, others);
    }

    private static RuleText text(RuleDescr rule, List<String> lines) {
        Map<String, String> declared = new TreeMap<>();
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            Object value = annotation.getSingleValue();
            declared.put(
                    annotation.getName(), value == null ? "" : value.toString().strip());
        }
        return new RuleText(
                rule.getName(),
                rule.getLine(),
                rule.getConsequenceLine(),
                rule.getEndLine(),
                declared,
                String.valueOf(rule.getConsequence()),
                lines);
    }

    /** Compiles texts by file name as one. */
    static Compiled compile(Map<String, String> texts, ClassLoader loader) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        ReleaseId id = services.newReleaseId("tidtam", "added-rules", "1");
        files.generateAndWritePomXML(id);
        texts.forEach((name, text) -> files.write("src/main/resources/" + name, text));
        try {
            KieBuilder builder = services.newKieBuilder(files, loader).buildAll(ExecutableModelProject.class);
            List<Complaint> complaints = builder.getResults().getMessages(Message.Level.ERROR).stream()
                    .map(message ->
                            new Complaint(String.valueOf(message.getPath()), message.getLine(), message.getText()))
                    .toList();
            return new Compiled(complaints.isEmpty() ? models(builder) : List.of(), complaints);
        } catch (RuntimeException | LinkageError e) {
            return new Compiled(List.of(), List.of(new Complaint("", 0, e.toString())));
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }

    private static Collection<Model> models(KieBuilder builder) {
        CanonicalKieModule module = (CanonicalKieModule) builder.getKieModule();
        KieBaseModel base = ((KieModuleModelImpl) module.getKieModuleModel())
                .getRawKieBaseModels()
                .values()
                .iterator()
                .next();
        return module.getModelForKBase((KieBaseModelImpl) base);
    }
}
