package tidtam.app.desk;

import java.util.Optional;

/** Signing in and out. */
final class SignInPage {
    private SignInPage() {}

    static void show(Visit visit) {
        if (visit.account().isPresent()) {
            visit.go("/");
            return;
        }
        show(visit, 200, "", next(visit.query("next")), Optional.empty());
    }

    private static void show(Visit visit, int status, String name, String next, Optional<String> fault) {
        visit.show(
                status,
                out -> JtesigninGenerated.render(
                        out, null, visit, name, next, fault.map(visit::t).orElse(null)));
    }

    /** Only a path of this desk may be gone on to. */
    private static String next(Optional<String> asked) {
        return asked.filter(path -> path.matches("/(?:[A-Za-z0-9?][\\x21-\\x7E&&[^\\\\]]*)?"))
                .orElse("/");
    }

    static void signIn(Visit visit) {
        String name = visit.field("name");
        String next = next(Optional.of(visit.field("next")));
        Tries tries = visit.at().tries();
        if (!tries.begin(name, visit.address(), visit.moment())) {
            show(visit, 429, name, next, Optional.of("signin.locked"));
            return;
        }
        Optional<Account> account = visit.at().accounts().find(name).filter(one -> !one.disabled());
        boolean right = visit.at().passwords().matches(visit.secret("password"), account.flatMap(Account::password));
        if (account.isEmpty() || !right) {
            show(visit, 403, name, next, Optional.of("signin.wrong"));
            return;
        }
        tries.succeeded(name, visit.address());
        visit.signIn(account.get());
        visit.go(next);
    }

    static void signOut(Visit visit) {
        visit.signOut();
        visit.go("/signin");
    }
}
