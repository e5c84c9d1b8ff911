package tidtam.app;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidtam.app.store.Octets;
import tidtam.engine.Engine;
import tidtam.engine.LimitRow;
import tidtam.engine.Parameters;
import tidtam.engine.RuleBase;
import tidtam.engine.obligations.HolidayRule;
import tidtam.engine.obligations.Holidays;
import tidtam.facts.Division;
import tidtam.facts.RuleInfo;
import tidtam.facts.Severity;
import tidtam.reports.Digits;
import tidtam.reports.InForce;
import tidtam.reports.Language;
import tidtam.reports.RunInfo;
import tidtam.reports.Wording;
import tidtam.rules.BuiltInRules;

/** The rules of a run: the built-in ones, and those of the agency's own that the user named. Each part is loaded only by who asks for it. */
final class Rules {
    private final Optional<RuleFolder> folder;
    private final Optional<OwnRules> own;
    private final List<LimitRow> table;
    private final Optional<SettingsFile> settings;
    private final Optional<Octets> settingsBytes;
    private Optional<Check> check = Optional.empty();
    private Optional<String> digest = Optional.empty();

    private Rules(
            Optional<RuleFolder> folder,
            Optional<OwnRules> own,
            List<LimitRow> table,
            Optional<SettingsFile> settings,
            Optional<Octets> settingsBytes) {
        this.folder = folder;
        this.own = own;
        this.table = table;
        this.settings = settings;
        this.settingsBytes = settingsBytes;
    }

    static Rules builtIn() {
        return new Rules(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /** The built-in rules and what {@code --rules} or {@code --test} names, judged as {@code --config} says. */
    static Rules of(Words words, Voice voice) {
        Optional<String> named = words.find("--rules").or(() -> words.find("--test"));
        Rules rules = named.isEmpty() ? builtIn() : of(RuleFolder.read(named.get(), voice), voice);
        Optional<String> config = words.find("--config");
        return config.isEmpty()
                ? rules
                : rules.judgedAs(config.get(), new Octets(CheckedYaml.bytes(config.get(), voice)), voice);
    }

    /**
     * The same rules, judged as a settings file says.
     *
     * @param path as the user named it
     */
    Rules judgedAs(String path, Octets file, Voice voice) {
        SettingsFile read = SettingsYaml.read(path, file.bytes(), this::ids, voice);
        return new Rules(folder, own, table, Optional.of(read), Optional.of(file));
    }

    static Rules of(RuleFolder folder, Voice voice) {
        return new Rules(
                Optional.of(folder),
                OwnRules.of(folder, voice),
                LimitTable.read(folder, voice),
                Optional.empty(),
                Optional.empty());
    }

    /** The settings file as it was read, where one was named. */
    Optional<Octets> settingsBytes() {
        return settingsBytes;
    }

    private Set<String> ids() {
        return catalogue().stream().map(RuleInfo::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every rule, with the weight it has in this run. */
    List<RuleInfo> catalogue() {
        if (settings.isEmpty()) {
            return declared();
        }
        Map<String, Severity> severities = settings.get().severities();
        return declared().stream()
                .map(rule -> rule.weighing(severities.getOrDefault(rule.id(), rule.severity())))
                .toList();
    }

    private List<RuleInfo> declared() {
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
        Parameters usual = Parameters.of(BuiltInRules.limits()).with(Holidays.of(BuiltInRules.holidays()));
        Parameters changed = settings.isEmpty() ? usual : settings.get().changed(usual);
        return changed.withTable(table);
    }

    /** What reads and evaluates a workbook; the same each time. */
    synchronized Check check() {
        if (check.isEmpty()) {
            check = Optional.of(new Check(engine(), divisions()));
        }
        return check.get();
    }

    private List<Division> divisions() {
        return settings.isEmpty() ? List.of() : settings.get().divisions();
    }

    /** What a person should know of these rules before reading what they find, in one sentence; empty where there is nothing. */
    Optional<String> notice(Voice voice) {
        return table.isEmpty() ? Optional.empty() : LimitTable.gaps(table, voice);
    }

    /** Why a rule is turned off, by its id. */
    SortedMap<String, String> off() {
        return settings.isEmpty() ? new TreeMap<>() : settings.get().off();
    }

    /** How warnings are written. */
    WarningSettings warnings() {
        return settings.isEmpty() ? WarningSettings.usual() : settings.get().warnings();
    }

    /** What is done by itself. */
    ScheduleSettings schedule() {
        return settings.isEmpty() ? ScheduleSettings.usual() : settings.get().schedule();
    }

    /** For how long findings may be waived. */
    WaiverSettings waivers() {
        return settings.isEmpty() ? WaiverSettings.usual() : settings.get().waivers();
    }

    /** Who is written to about something overdue, and from when on. */
    SettingsFile.Escalation escalation() {
        return settings.isEmpty()
                ? SettingsFile.Escalation.USUAL
                : settings.get().escalation();
    }

    /** How duties are judged in a run. */
    InForce inForce() {
        Parameters parameters = parameters();
        Stream<InForce.Judged> scoped = parameters.table().stream()
                .map(row -> new InForce.Judged(
                        row.kind(),
                        row.tool(),
                        row.indicator(),
                        row.division(),
                        row.graceDays(),
                        row.leadDays(),
                        row.severity()));
        return new InForce(
                Stream.concat(parameters.limits().stream().map(InForce.Judged::of), scoped)
                        .toList(),
                parameters.holidayRule() == HolidayRule.NEXT_WORKING_DAY);
    }

    /** The folder the agency's own rules come from. */
    Optional<RuleFolder> folder() {
        return folder;
    }

    /** What identifies the rules and parameters of a run; the whole rules jar is read for it, once. */
    synchronized String digest() {
        if (digest.isEmpty()) {
            digest = Optional.of(RulesDigest.of(parameters(), divisions(), folder));
        }
        return digest.get();
    }

    /** What a run by these rules rests on. */
    RunInfo run(LocalDate asOf) {
        return new RunInfo(asOf, Version.get(), digest(), off());
    }

    /** In the digits that the settings choose. */
    Wording wording(Language language) {
        Digits digits =
                settings.isEmpty() ? Digits.THAI : settings.get().digits().orElse(Digits.THAI);
        Map<String, String> messages = BuiltInRules.messages(language.code());
        if (own.isEmpty()) {
            return new Wording(language, messages, digits);
        }
        Map<String, String> all = new HashMap<>(messages);
        all.putAll(own.get().messages(language));
        return new Wording(language, all, digits);
    }
}
