package tidtam.engine;

import static tidtam.facts.RuleInfo.Origin.AGENCY;
import static tidtam.facts.RuleInfo.Origin.BUILT_IN;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import tidtam.engine.added.AddedRules;
import tidtam.facts.Fact;
import tidtam.facts.Finding;
import tidtam.facts.Judged;
import tidtam.facts.Need;
import tidtam.facts.ObligationState;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;

/**
 * The compiled rules, and what each declares of itself. Immutable; may be used by many threads.
 *
 * <p>The model is the one generated when the project was built; loading it compiles nothing.
 */
public final class RuleBase {
    private final Model model;
    private final KieBase base;
    private final List<RuleInfo> rules;
    private final Set<String> ids;
    private final Set<String> deriving;
    private final Consumer<Finding> sayable;

    private RuleBase(Model model, List<RuleInfo> rules, Set<String> deriving, Consumer<Finding> sayable) {
        this.model = model;
        this.sayable = sayable;
        this.ids = ids(model, rule -> true);
        this.deriving = deriving;
        this.base = KieBaseBuilder.createKieBaseFromModel(model);
        this.rules = rules;
    }

    /**
     * Loads the generated model that an index names.
     *
     * @param modelIndex a resource: its first line is the version, each further one a model class
     * @throws IllegalStateException where there is no such index, as when the rules were not compiled into Java
     */
    public static RuleBase load(String modelIndex, ClassLoader loader) {
        Model model = model(modelIndex, loader);
        return new RuleBase(model, catalogue(model, BUILT_IN), ids(model, rule -> !finds(rule)), finding -> {});
    }

    /**
     * The same, and an agency's own rules, which see whatever the built-in ones derive.
     *
     * @param sayable throws where a finding of an added rule cannot be put into words, as when it lacks a value its message names
     */
    public static RuleBase load(String modelIndex, ClassLoader loader, AddedRules added, Consumer<Finding> sayable) {
        Model builtIn = model(modelIndex, loader);
        Model own = added(added);
        List<Rule> rules = new ArrayList<>(builtIn.getRules());
        rules.addAll(own.getRules());
        return new RuleBase(
                new ModelImpl(builtIn.getName()).withRules(rules),
                sorted(catalogue(builtIn, BUILT_IN), catalogue(own, AGENCY)),
                ids(builtIn, rule -> !finds(rule)),
                sayable);
    }

    /** What the rules of an index declare of themselves, sorted by id, without loading the engine. */
    public static List<RuleInfo> catalogue(String modelIndex, ClassLoader loader) {
        return catalogue(model(modelIndex, loader), BUILT_IN);
    }

    /** The same, with an agency's own rules among them. */
    public static List<RuleInfo> catalogue(String modelIndex, ClassLoader loader, AddedRules added) {
        return sorted(catalogue(modelIndex, loader), catalogue(added(added), AGENCY));
    }

    /** Every rule that can find something, sorted by id, whether or not it is still in the base. */
    public List<RuleInfo> rules() {
        return rules;
    }

    /** Whether an agency's own rules are among them. */
    boolean hasAddedRules() {
        return rules.stream().anyMatch(rule -> rule.origin() == AGENCY);
    }

    /** The same catalogue over a base that lacks the rules of some ids: what they would find is not evaluated. */
    RuleBase without(Set<String> ids) {
        return keeping(rule -> !ids.contains(id(rule)));
    }

    /** The same catalogue over a base with one more rule. */
    RuleBase with(Rule added) {
        List<Rule> more = new ArrayList<>(model.getRules());
        more.add(added);
        return of(more);
    }

    /** Whether a rule of that id is in the base, with the rules that derive what it rests on. */
    boolean holds(String id) {
        return ids.contains(id) && ids.containsAll(deriving);
    }

    /**
     * Runs the rules over facts in one session. A rule that throws is left out, with every rule of its id, and the others run again; where
     * rules throw only together, all that an agency added are.
     */
    Conclusions run(Collection<? extends Fact> facts) {
        try {
            return session(facts);
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            return runWithoutBroken(facts, failure);
        }
    }

    private Conclusions session(Collection<? extends Fact> facts) {
        KieSession session = base.newKieSession();
        try {
            if (hasAddedRules()) {
                session.addEventListener(new AddedRulesGuard(rules, sayable));
            }
            facts.forEach(session::insert);
            session.fireAllRules();
            session.insert(new Judged());
            session.fireAllRules();
            return new Conclusions(
                    List.copyOf(session.getInstancesOf(ObligationState.class)),
                    List.copyOf(session.getInstancesOf(Finding.class)),
                    Map.of());
        } finally {
            session.dispose();
        }
    }

    private Conclusions runWithoutBroken(Collection<? extends Fact> facts, Throwable failure) {
        Map<String, String> broken = new TreeMap<>();
        for (RuleInfo rule : rules) {
            try {
                keeping(one -> !finds(one) || id(one).equals(rule.id())).session(facts);
            } catch (RuntimeException | StackOverflowError | LinkageError alone) {
                broken.put(rule.id(), root(alone));
            }
        }
        Throwable why = failure;
        if (!broken.isEmpty() && broken.size() < rules.size()) {
            try {
                return rest(broken, facts);
            } catch (RuntimeException | StackOverflowError | LinkageError together) {
                why = together;
            }
        }
        if (hasAddedRules() && broken.size() < rules.size()) {
            // An added rule that breaks off only beside another rule's findings did not do so alone.
            for (RuleInfo rule : rules) {
                if (rule.origin() == AGENCY) {
                    broken.putIfAbsent(rule.id(), root(why));
                }
            }
            try {
                return rest(broken, facts);
            } catch (RuntimeException | StackOverflowError | LinkageError together) {
                why = together;
            }
        }
        for (RuleInfo rule : rules) {
            broken.put(rule.id(), root(why));
        }
        return new Conclusions(List.of(), List.of(), broken);
    }

    private Conclusions rest(Map<String, String> broken, Collection<? extends Fact> facts) {
        Conclusions rest = without(broken.keySet()).session(facts);
        return new Conclusions(rest.states(), rest.findings(), broken);
    }

    private RuleBase keeping(Predicate<Rule> wanted) {
        return of(model.getRules().stream().filter(wanted).toList());
    }

    private RuleBase of(List<Rule> others) {
        return new RuleBase(new ModelImpl(model.getName()).withRules(others), rules, deriving, sayable);
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.toString();
    }

    private static Set<String> ids(Model model, Predicate<Rule> wanted) {
        return model.getRules().stream().filter(wanted).map(RuleBase::id).collect(Collectors.toUnmodifiableSet());
    }

    private static String id(Rule rule) {
        return id(rule.getName());
    }

    /** The id in a rule's name. */
    static String id(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    /** Rules without a severity derive facts and find nothing themselves. */
    private static boolean finds(Rule rule) {
        return rule.getMetaData().containsKey("severity");
    }

    private static Model model(String modelIndex, ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(modelIndex)) {
            if (in == null) {
                throw new IllegalStateException("no compiled rules: " + modelIndex);
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .toList();
            if (lines.size() != 1) {
                throw new IllegalStateException("one rule model expected in " + modelIndex + ": " + lines);
            }
            return (Model)
                    loader.loadClass(lines.get(0)).getDeclaredConstructor().newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the rule model of " + modelIndex + " cannot be loaded", e);
        }
    }

    private static Model added(AddedRules added) {
        return new ModelImpl("added").withRules(added.rules());
    }

    private static List<RuleInfo> sorted(List<RuleInfo> some, List<RuleInfo> more) {
        return Stream.concat(some.stream(), more.stream())
                .sorted(Comparator.comparing(RuleInfo::id))
                .toList();
    }

    private static List<RuleInfo> catalogue(Model model, RuleInfo.Origin origin) {
        Map<String, RuleInfo> byId = new TreeMap<>();
        for (Rule rule : model.getRules()) {
            if (finds(rule)) {
                byId.merge(id(rule), info(rule, origin), RuleBase::sameButForTitle);
            }
        }
        return List.copyOf(byId.values());
    }

    private static RuleInfo info(Rule rule, RuleInfo.Origin origin) {
        List<Need> needs = new ArrayList<>();
        for (String need : text(rule, "needs").split(",", -1)) {
            needs.add(Need.valueOf(need.strip()));
        }
        return new RuleInfo(
                id(rule),
                rule.getName().substring(rule.getName().indexOf(':') + 1).strip(),
                Severity.valueOf(text(rule, "severity")),
                RuleInfo.Subject.valueOf(text(rule, "subject").toUpperCase(Locale.ROOT)),
                List.copyOf(needs),
                text(rule, "basis"),
                origin);
    }

    private static String text(Rule rule, String name) {
        Object value = rule.getMetaData().get(name);
        if (value == null) {
            throw new IllegalStateException("rule \"" + rule.getName() + "\" declares no @" + name);
        }
        String text = value.toString().strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }

    /** Rules of one id are cases of one rule: they declare the same, and their titles stand side by side in a stable order. */
    private static RuleInfo sameButForTitle(RuleInfo one, RuleInfo other) {
        Set<String> titles = new TreeSet<>(Arrays.asList(one.title().split("; ", -1)));
        titles.add(other.title());
        RuleInfo both = new RuleInfo(
                one.id(),
                String.join("; ", titles),
                one.severity(),
                one.subject(),
                one.needs(),
                one.basis(),
                one.origin());
        if (!new HashSet<>(List.of(one.severity(), one.subject(), one.needs(), one.basis()))
                .equals(new HashSet<>(List.of(other.severity(), other.subject(), other.needs(), other.basis())))) {
            throw new IllegalStateException("the rules of " + one.id() + " declare different things");
        }
        return both;
    }
}
