package tidtam.app.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may sign in. */
final class AccountsPage {
    private AccountsPage() {}

    static void show(Visit visit) {
        show(visit, 200, Visit.Typed.nothing(), null);
    }

    /** @param link to be handed to someone, shown this once */
    private static void show(Visit visit, int status, Visit.Typed typed, @Nullable String link) {
        List<Account> all = visit.at().accounts().all();
        List<String> divisions = visit.at()
                .runs()
                .latest()
                .map(run -> run.choices(Scope.everything(), one -> one.divisions().stream()))
                .orElse(List.of());
        visit.show(status, out -> JteaccountsGenerated.render(out, null, visit, all, divisions, typed, link));
    }

    static void create(Visit visit) {
        String name = visit.field("name");
        List<String> divisions = visit.field("divisions")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(one -> one.name().equals(visit.field("role")))
                .findFirst();
        Map<String, String> faults = new LinkedHashMap<>();
        if (!SetUpPage.acceptable(name)) {
            faults.put("name", visit.t("accounts.badName"));
        } else if (visit.at().accounts().find(name).isPresent()) {
            faults.put("name", visit.t("accounts.taken"));
        }
        if (role.isEmpty()) {
            faults.put("role", visit.t("accounts.noRole"));
        }
        if (role.equals(Optional.of(Role.HEAD)) && divisions.isEmpty()) {
            faults.put("divisions", visit.t("accounts.noDivision"));
        }
        Visit.Typed typed = new Visit.Typed(visit.fields(List.of("name", "role", "divisions")), faults);
        if (role.isEmpty() || typed.faulty()) {
            show(visit, 422, typed, null);
            return;
        }
        Optional<String> link = visit.at().accounts().create(name, role.get(), divisions, visit.moment());
        show(visit, 200, Visit.Typed.nothing(), link(visit, link.orElseThrow(() -> new Refusal(400))));
    }

    private static String link(Visit visit, String path) {
        String scheme = visit.at().options().https() ? "https://" : "http://";
        return scheme + visit.context().host() + path;
    }

    static void disable(Visit visit, boolean disabled) {
        Account account = other(visit);
        visit.at().accounts().disable(account.id(), disabled);
        visit.at().sessions().endAll(account.id());
        visit.go("/accounts");
    }

    static void reset(Visit visit) {
        Account account = other(visit);
        visit.at().sessions().endAll(account.id());
        show(
                visit,
                200,
                Visit.Typed.nothing(),
                link(visit, visit.at().accounts().reset(account.id(), visit.moment())));
    }

    /** Whose account it is; nobody shuts the own one, so that an auditor is left. */
    private static Account other(Visit visit) {
        Account account = visit.at().accounts().find(visit.number("account")).orElseThrow(() -> new Refusal(404));
        if (account.id() == visit.person().id()) {
            throw new Refusal(403);
        }
        return account;
    }
}
