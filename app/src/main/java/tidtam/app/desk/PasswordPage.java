package tidtam.app.desk;

import java.util.LinkedHashMap;
import java.util.Map;

/** Changing the own password. */
final class PasswordPage {
    private PasswordPage() {}

    static void show(Visit visit) {
        show(visit, 200, Visit.Typed.nothing());
    }

    private static void show(Visit visit, int status, Visit.Typed typed) {
        visit.show(status, out -> JtepasswordGenerated.render(out, null, visit, typed));
    }

    static void change(Visit visit) {
        Account person = visit.person();
        Map<String, String> faults = new LinkedHashMap<>();
        NewPassword.check(visit, faults);
        Tries tries = visit.at().tries();
        if (!tries.begin(person.name(), visit.address(), visit.moment())) {
            faults.put("current", visit.t("signin.locked"));
        } else if (!visit.at().passwords().matches(visit.secret("current"), person.password())) {
            faults.put("current", visit.t("password.wrong"));
        } else {
            tries.succeeded(person.name(), visit.address());
        }
        if (!faults.isEmpty()) {
            show(visit, 422, new Visit.Typed(Map.of(), faults));
            return;
        }
        visit.at().accounts().password(person.id(), visit.at().passwords().hash(visit.secret("password")));
        visit.at().sessions().endAll(person.id());
        visit.signIn(person);
        visit.go("/");
    }
}
