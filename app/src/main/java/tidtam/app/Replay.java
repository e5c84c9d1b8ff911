package tidtam.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tidtam.app.history.Decisions;
import tidtam.app.history.History;
import tidtam.app.history.Run;
import tidtam.app.store.Database;
import tidtam.app.store.Octets;
import tidtam.facts.Sha256;
import tidtam.reports.CheckResult;
import tidtam.reports.Checked;
import tidtam.reports.Language;

/** A recorded run, evaluated again from what was kept of it: its workbooks, settings, rules and the waivers there were. */
final class Replay {
    private final Database database;
    private final History history;
    private final Voice voice;
    private final Optional<Rules> current;

    Replay(Database database, Voice voice) {
        this(database, voice, Optional.empty());
    }

    /** @param current rules that are at hand: where a run was made by them they need not be loaded again */
    Replay(Database database, Voice voice, Optional<Rules> current) {
        this.current = current;
        this.database = database;
        this.history = new History(database);
        this.voice = voice;
    }

    /**
     * What it gave.
     *
     * @param rules as they were
     * @param same whether findings.json is the same, byte for byte
     */
    record Again(Run run, Rules rules, CheckResult result, boolean same) {}

    /** @throws Refused where something it rests on is not kept, or this program has other rules than the one that made it */
    Again again(Run run) {
        Rules rules = current.filter(at -> madeBy(at, run)).orElseGet(() -> rules(run));
        if (!rules.digest().equals(run.rulesDigest())) {
            throw new Refused(voice.say(
                    "การตรวจที่ " + run.number() + ": ตรวจซ้ำไม่ได้ เพราะกฎของโปรแกรมนี้ (รุ่น " + Version.get()
                            + ") ไม่ใช่ชุดที่ใช้ในครั้งนั้น (รุ่น " + run.tidtam() + ") ให้ใช้โปรแกรมรุ่นนั้น",
                    "run " + run.number() + ": cannot be evaluated again: the rules of this program (version "
                            + Version.get() + ") are not those of that run (version " + run.tidtam()
                            + "); use that version"));
        }
        Check.Settings settings = new Check.Settings(run.asOf(), run.round().flatMap(Settings::findRound))
                .under(new Decisions(database).waivers(run));
        Check check = rules.check();
        List<Checked> checked = new ArrayList<>();
        for (Run.Input input : run.inputs()) {
            checked.add(input.sha256()
                    .map(hash -> check.check(input.path(), kept(run, hash).bytes(), settings))
                    .orElseGet(() -> new Checked.Unreadable(
                            input.path(),
                            Optional.empty(),
                            Checked.Why.valueOf(input.why().orElse(Checked.Why.BROKE.name())))));
        }
        CheckResult result = new CheckResult(rules.run(run.asOf()), checked);
        String json = Memory.digest(result, rules.wording(Language.TH), rules.wording(Language.EN));
        CheckResult remembered =
                history.recorded(run.number()).map(result::with).orElse(result);
        return new Again(run, rules, remembered, json.equals(run.result()));
    }

    private static boolean madeBy(Rules rules, Run run) {
        return rules.digest().equals(run.rulesDigest())
                && rules.settingsBytes().map(file -> Sha256.of(file.bytes())).equals(run.settings());
    }

    private Rules rules(Run run) {
        SortedMap<String, byte[]> own = new TreeMap<>();
        run.rules().forEach((name, hash) -> own.put(name, kept(run, hash).bytes()));
        Rules rules = own.isEmpty() ? Rules.builtIn() : Rules.of(new RuleFolder("rules", own), voice);
        Optional<Octets> file = run.settings().map(hash -> kept(run, hash));
        return file.isEmpty() ? rules : rules.judgedAs("tidtam.yaml", file.get(), voice);
    }

    private Octets kept(Run run, String sha256) {
        return history.kept(sha256)
                .orElseThrow(() -> new Refused(voice.say(
                        "การตรวจที่ " + run.number() + ": แฟ้มที่ใช้ในครั้งนั้น (" + sha256 + ") ไม่ได้เก็บไว้แล้ว",
                        "run " + run.number() + ": a file it rests on (" + sha256 + ") is not kept any more")));
    }
}
