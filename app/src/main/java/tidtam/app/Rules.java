package tidtam.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The rules of a run: the built-in ones, and those of the agency's own that the user named. Each part is loaded only by who asks for it. */
final class Rules {
    private final Optional<RuleFolder> folder;
    private final Optional<OwnRules> own;

    private Rules(Optional<RuleFolder> folder, Optional<OwnRules> own) {
        this.folder = folder;
        this.own = own;
    }

    static Rules builtIn() {
        return new Rules(Optional.empty(), Optional.empty());
    }

    /** The built-in rules and what {@code --rules} or {@code --test} names. */
    static Rules of(Words words, Voice voice) {
        Optional<String> named = words.find("--rules").or(() -> words.find("--test"));
        return named.isEmpty() ? builtIn() : of(RuleFolder.read(named.get(), voice), voice);
    }

    static Rules of(RuleFolder folder, Voice voice) {
        return new Rules(Optional.of(folder), OwnRules.of(folder, voice));
    }

    List<RuleInfo> catalogue() {
        ClassLoader loader = BuiltInRules.class.getClassLoader();
        return own.isEmpty()
                ? RuleBase.catalogue(BuiltInRules.MODEL_INDEX, loader)
                : RuleBase.catalogue(BuiltInRules.MODEL_INDEX, loader, own.get().compiled());
    }

    /** Begins to load the engine beside whatever else is done; who asks before it is there waits. */
    Supplier<Engine> engine() {
        CompletableFuture<Engine> loading = CompletableFuture.supplyAsync(() -> new Engine(base(), parameters()));
        return loading::join;
    }

    private RuleBase base() {
        ClassLoader loader = BuiltInRules.class.getClassLoader();
        if (own.isEmpty()) {
            return RuleBase.load(BuiltInRules.MODEL_INDEX, loader);
        }
        Wording thai = wording(Language.TH);
        Wording english = wording(Language.EN);
        return RuleBase.load(BuiltInRules.MODEL_INDEX, loader, own.get().compiled(), finding -> {
            thai.sentence(finding);
            english.sentence(finding);
        });
    }

    Parameters parameters() {
        return Parameters.of(BuiltInRules.limits()).with(Holidays.of(BuiltInRules.holidays()));
    }

    /** The folder the agency's own rules come from. */
    Optional<RuleFolder> folder() {
        return folder;
    }

    /** What identifies the rules and parameters of a run. */
    String digest() {
        return RulesDigest.of(parameters(), folder);
    }

    Wording wording(Language language) {
        Map<String, String> messages = BuiltInRules.messages(language.code());
        if (own.isEmpty()) {
            return new Wording(language, messages);
        }
        Map<String, String> all = new HashMap<>(messages);
        all.putAll(own.get().messages(language));
        return new Wording(language, all);
    }
}
