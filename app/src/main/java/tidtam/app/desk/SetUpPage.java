package tidtam.app.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidtam.facts.Folded;

/** Setting a password by a link that was given; the first link makes the first account. */
final class SetUpPage {
    private SetUpPage() {}

    static void show(Visit visit) {
        String token = visit.query("token").orElse("");
        show(visit, 200, token, invitation(visit, token), Visit.Typed.nothing());
    }

    private static Accounts.Invitation invitation(Visit visit, String token) {
        return visit.at().accounts().invitation(token, visit.moment()).orElseThrow(() -> new Refusal(404));
    }

    private static void show(Visit visit, int status, String token, Accounts.Invitation invitation, Visit.Typed typed) {
        String name = invitation.account().map(Account::name).orElse("");
        visit.show(status, out -> JtesetupGenerated.render(out, null, visit, token, name, typed));
    }

    static void setUp(Visit visit) {
        String token = visit.field("token");
        Accounts.Invitation invitation = invitation(visit, token);
        String name = visit.field("name");
        Map<String, String> faults = new LinkedHashMap<>();
        if (invitation.account().isEmpty() && !acceptable(name)) {
            faults.put("name", visit.t("accounts.badName"));
        }
        NewPassword.check(visit, faults);
        if (!faults.isEmpty()) {
            show(visit, 422, token, invitation, new Visit.Typed(visit.fields(List.of("name")), faults));
            return;
        }
        String hash = visit.at().passwords().hash(visit.secret("password"));
        Optional<Account> account = visit.at().accounts().use(token, name, hash, visit.moment());
        visit.signOut();
        account.ifPresent(one -> visit.at().sessions().endAll(one.id()));
        visit.signIn(account.orElseThrow(() -> new Refusal(404)));
        visit.go("/");
    }

    /** Whether a name can be told from others and stands on one line. */
    static boolean acceptable(String name) {
        return !Folded.of(name).isEmpty() && name.length() <= 80 && name.chars().noneMatch(Character::isISOControl);
    }
}
