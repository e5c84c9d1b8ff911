package tidtam.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import tidtam.engine.Engine;
import tidtam.engine.Parameters;
import tidtam.engine.RuleBase;
import tidtam.engine.obligations.Holidays;
import tidtam.facts.RuleInfo;
import tidtam.reports.Language;
import tidtam.reports.Wording;
import tidtam.rules.BuiltInRules;

/** The built-in rules, each part loaded only by who asks for it. */
final class Rules {
    private Rules() {}

    static List<RuleInfo> catalogue() {
        return RuleBase.catalogue(BuiltInRules.MODEL_INDEX, BuiltInRules.class.getClassLoader());
    }

    /** Begins to load the engine beside whatever else is done; who asks before it is there waits. */
    static Supplier<Engine> engine() {
        CompletableFuture<Engine> loading = CompletableFuture.supplyAsync(() ->
                new Engine(RuleBase.load(BuiltInRules.MODEL_INDEX, BuiltInRules.class.getClassLoader()), parameters()));
        return loading::join;
    }

    static Parameters parameters() {
        return Parameters.of(BuiltInRules.limits()).with(Holidays.of(BuiltInRules.holidays()));
    }

    static Wording wording(Language language) {
        return new Wording(language, BuiltInRules.messages(language.code()));
    }
}
