package tidtam.engine.added;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.Rule;
import tidtam.engine.added.RuleCompiler.Compiled;
import tidtam.engine.added.RuleCompiler.Complaint;
import tidtam.engine.added.RuleCompiler.Parsed;
import tidtam.engine.added.RuleFault.Code;
import tidtam.facts.Need;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;

/**
 * An agency's own rules, compiled. They are code that the agency trusts: what a rule does to the machine is not looked into. What is: that
 * each says what the ledger needs to know of it, and that none takes the place of a built-in rule.
 */
public final class AddedRules {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*:\\s*\\S.*");
    private static final Pattern BUILT_IN_PACKAGE = Pattern.compile("tidtam(\\..*)?");
    private static final List<String> DECLARED = List.of("severity", "subject", "needs", "basis");

    private final List<Rule> rules;

    private AddedRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** The compiled rules, as {@link tidtam.engine} joins them to its own. */
    public List<Rule> rules() {
        return rules;
    }

    /** Their ids, sorted. */
    public SortedSet<String> ids() {
        return rules.stream()
                .map(rule -> rule.getName().substring(0, rule.getName().indexOf(':')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Compiles rules.
     *
     * @param files the text of each file by its name, such as {@code budget.drl}
     * @param builtIn the ids that are taken
     * @param loader knows the facts
     * @throws RuleFault the first thing to mend, by file and line
     */
    public static AddedRules compile(SortedMap<String, String> files, Set<String> builtIn, ClassLoader loader)
            throws RuleFault {
        SortedMap<String, Parsed> parsed = new TreeMap<>();
        Map<String, String> fileOf = new HashMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Parsed each = parse(file.getKey(), file.getValue());
            check(file.getKey(), each, builtIn, fileOf);
            parsed.put(file.getKey(), each);
        }
        Compiled compiled = RuleCompiler.compile(files, loader);
        if (!compiled.complaints().isEmpty()) {
            throw explained(parsed, compiled.complaints(), loader);
        }
        return new AddedRules(compiled.models().stream()
                .flatMap(model -> model.getRules().stream())
                .toList());
    }

    private static Parsed parse(String file, String text) throws RuleFault {
        List<Complaint> complaints = new ArrayList<>();
        Parsed parsed = RuleCompiler.parse(file, text, complaints);
        if (!complaints.isEmpty()) {
            throw syntax(file, text, complaints.get(0));
        }
        return parsed;
    }

    private static final Pattern UNEXPECTED = Pattern.compile("(?:input|token) '([^']*)'");
    private static final Pattern IN_RULE = Pattern.compile("in (?:rule|query) \"([^\":]*)[^\"]*\"");

    private static RuleFault syntax(String file, String text, Complaint complaint) {
        Matcher unexpected = UNEXPECTED.matcher(complaint.text());
        if (!unexpected.find()) {
            return new RuleFault(Code.OTHER, file, rule(complaint), line(complaint), firstLine(complaint.text()));
        }
        String word = unexpected.group(1);
        // The parser does not name a character that no word may hold: its line does.
        String near = word.isEmpty() ? line(text, complaint.line()) : word;
        if (near.isEmpty() || near.equals("<eof>")) {
            return new RuleFault(Code.ENDS_EARLY, file, rule(complaint), line(complaint), "");
        }
        return new RuleFault(Code.SYNTAX, file, rule(complaint), line(complaint), near);
    }

    private static String line(String text, int number) {
        return text.lines().skip(Math.max(0, number - 1)).findFirst().orElse("").strip();
    }

    private static Optional<String> rule(Complaint complaint) {
        Matcher rule = IN_RULE.matcher(complaint.text());
        return rule.find() ? Optional.of(rule.group(1)) : Optional.empty();
    }

    private static OptionalInt line(Complaint complaint) {
        return complaint.line() > 0 ? OptionalInt.of(complaint.line()) : OptionalInt.empty();
    }

    private static void check(String file, Parsed parsed, Set<String> builtIn, Map<String, String> fileOf)
            throws RuleFault {
        if (BUILT_IN_PACKAGE.matcher(parsed.packageName()).matches()) {
            throw new RuleFault(
                    Code.BUILT_IN_PACKAGE, file, Optional.empty(), OptionalInt.empty(), parsed.packageName());
        }
        if (!parsed.others().isEmpty()) {
            throw new RuleFault(
                    Code.NOT_ALLOWED,
                    file,
                    Optional.empty(),
                    OptionalInt.empty(),
                    parsed.others().get(0));
        }
        if (parsed.rules().isEmpty()) {
            throw new RuleFault(Code.NO_RULE, file, Optional.empty(), OptionalInt.empty(), "");
        }
        Map<String, RuleText> first = new HashMap<>();
        for (RuleText rule : parsed.rules()) {
            check(file, rule, builtIn);
            String other = fileOf.putIfAbsent(rule.id(), file);
            RuleText sibling = first.putIfAbsent(rule.id(), rule);
            if (other != null && !other.equals(file)) {
                throw fault(Code.REPEATED, file, rule, rule.first(), other);
            }
            if (sibling != null && sibling.name().equals(rule.name())) {
                throw fault(Code.REPEATED, file, rule, rule.first(), file);
            }
            if (sibling != null && !sibling.declared().equals(rule.declared())) {
                throw fault(Code.CASES_DIFFER, file, rule, rule.first(), rule.id());
            }
        }
    }

    private static void check(String file, RuleText rule, Set<String> builtIn) throws RuleFault {
        if (!NAME.matcher(rule.name()).matches()) {
            throw fault(Code.NAME, file, rule, rule.first(), rule.name());
        }
        if (builtIn.contains(rule.id())) {
            throw fault(Code.BUILT_IN_ID, file, rule, rule.first(), rule.id());
        }
        for (String name : DECLARED) {
            if (rule.declared().getOrDefault(name, "").isBlank()) {
                throw fault(Code.NOT_DECLARED, file, rule, rule.first(), "@" + name);
            }
        }
        known(file, rule, "severity", List.of(Severity.values()));
        known(file, rule, "subject", List.of(RuleInfo.Subject.values()));
        RuleInfo.Subject subject =
                RuleInfo.Subject.valueOf(declared(rule, "subject").toUpperCase(Locale.ROOT));
        for (String each : declared(rule, "needs").split(",", -1)) {
            Need need = Stream.of(Need.values())
                    .filter(one -> one.name().equals(each.strip()))
                    .findFirst()
                    .orElseThrow(() -> unknown(file, rule, "needs", each.strip()));
            if (!need.of(subject)) {
                throw fault(Code.NEED_OF_OTHERS, file, rule, at(rule, "needs"), need.name());
            }
        }
        if (!rule.consequence().contains('"' + rule.id() + '"')) {
            throw fault(Code.NO_FINDING, file, rule, rule.then(), rule.id());
        }
    }

    private static String declared(RuleText rule, String name) {
        return rule.declared().getOrDefault(name, "");
    }

    private static void known(String file, RuleText rule, String name, List<? extends Enum<?>> values)
            throws RuleFault {
        String value = declared(rule, name);
        // As the built-in rules write it: a severity in capitals, a subject in small letters.
        String written = name.equals("subject") ? value.toUpperCase(Locale.ROOT) : value;
        if (values.stream().noneMatch(one -> one.name().equals(written))) {
            throw unknown(file, rule, name, value);
        }
    }

    private static RuleFault unknown(String file, RuleText rule, String name, String value) {
        return fault(Code.UNKNOWN_VALUE, file, rule, at(rule, name), "@" + name + "( " + value + " )");
    }

    private static int at(RuleText rule, String name) {
        return rule.lineOf(name).orElse(rule.first());
    }

    private static RuleFault fault(Code code, String file, RuleText rule, int line, String detail) {
        return new RuleFault(code, file, Optional.of(rule.id()), OptionalInt.of(line), detail);
    }

    /** Compiles each rule alone: the compiler names neither rule nor line, and one mistake is shown as many. */
    private static RuleFault explained(SortedMap<String, Parsed> files, List<Complaint> together, ClassLoader loader) {
        for (Map.Entry<String, Parsed> file : files.entrySet()) {
            List<RuleText> rules = file.getValue().rules();
            for (RuleText rule : rules) {
                List<Complaint> complaints = RuleCompiler.compile(Map.of(file.getKey(), rule.alone(rules)), loader)
                        .complaints();
                if (!complaints.isEmpty()) {
                    return Explained.of(file.getKey(), rule, complaints.get(0));
                }
            }
        }
        Complaint first = together.get(0);
        return new RuleFault(Code.OTHER, first.file(), Optional.empty(), line(first), firstLine(first.text()));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }

    /** What the compiler says of one rule, in terms of the rule. */
    private record Explained(Pattern said, Code code) {
        private static final Pattern IN_CONSEQUENCE =
                Pattern.compile("(?s)Unable to parse consequence.*?\\(line (\\d+),.*");

        private static final List<Explained> KNOWN = List.of(
                new Explained(Pattern.compile("Unable to find class: (\\S+).*"), Code.UNKNOWN_FACT),
                new Explained(
                        Pattern.compile("Unable to parse left part of expression: (?:\\$\\w+\\s*:\\s*)?\\W*(\\w+).*"),
                        Code.UNKNOWN_PART),
                new Explained(Pattern.compile("Unknown field (\\w+) on .*"), Code.UNKNOWN_PART),
                new Explained(Pattern.compile("Method (\\w+) on .* is missing.*"), Code.UNKNOWN_PART),
                new Explained(Pattern.compile("Unable to Analyse Expression (.*?):?\\s*"), Code.CONDITION),
                new Explained(Pattern.compile("(\\S+) cannot be resolved.*"), Code.UNKNOWN_NAME),
                new Explained(Pattern.compile("The method (\\w+)\\(.*\\) is undefined .*"), Code.UNKNOWN_NAME));

        static RuleFault of(String file, RuleText rule, Complaint complaint) {
            Matcher consequence = IN_CONSEQUENCE.matcher(complaint.text());
            if (consequence.matches()) {
                int line = rule.then() + Integer.parseInt(consequence.group(1)) - 1;
                return fault(Code.CONSEQUENCE_SYNTAX, file, rule, Math.min(line, rule.last()), "");
            }
            String text = firstLine(complaint.text());
            for (Explained known : KNOWN) {
                Matcher said = known.said().matcher(text);
                if (said.matches()) {
                    String detail = said.group(1);
                    OptionalInt line = rule.lineOf(detail);
                    return new RuleFault(known.code(), file, Optional.of(rule.id()), line, detail);
                }
            }
            return new RuleFault(Code.OTHER, file, Optional.of(rule.id()), OptionalInt.empty(), text);
        }
    }
}
