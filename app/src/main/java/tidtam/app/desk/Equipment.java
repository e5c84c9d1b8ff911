package tidtam.app.desk;

import java.util.Map;
import tidtam.app.history.Chain;
import tidtam.app.history.Decisions;
import tidtam.app.history.History;
import tidtam.app.history.Verifier;
import tidtam.app.outbox.Outbox;
import tidtam.app.store.Database;
import tidtam.reports.Language;

/** What all pages have at hand. */
record Equipment(
        Office office,
        Desk.Options options,
        History history,
        Decisions decisions,
        Chain chain,
        Verifier verifier,
        Outbox outbox,
        Accounts accounts,
        Passwords passwords,
        Sessions sessions,
        Tries tries,
        Runs runs,
        Checks checks,
        Tokens tokens,
        Map<Language, DeskTexts> texts) {
    static Equipment of(Office office, Database database, Desk.Options options) {
        Tokens tokens = new Tokens();
        History history = new History(database);
        return new Equipment(
                office,
                options,
                history,
                new Decisions(database),
                new Chain(database),
                new Verifier(database),
                new Outbox(database),
                new Accounts(database),
                new Passwords(tokens),
                new Sessions(tokens),
                new Tries(),
                new Runs(history),
                new Checks(tokens),
                tokens,
                Map.of(Language.TH, new DeskTexts(Language.TH), Language.EN, new DeskTexts(Language.EN)));
    }
}
