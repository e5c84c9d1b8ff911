package tidtam.app.desk;

import static tidtam.app.desk.Role.AUDITOR;
import static tidtam.app.desk.Role.CLERK;
import static tidtam.app.desk.Role.HEAD;
import static tidtam.app.desk.Role.VIEWER;

import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;

/** Everything that can be asked of the desk, and who may. */
final class Routes {
    private static final Set<Role> EVERYBODY = Set.of();
    private static final Set<Role> SIGNED_IN = Set.of(Role.values());

    private Routes() {}

    static List<Route> of(Desk.Options options) {
        return List.of(
                get(
                        "/health",
                        EVERYBODY,
                        visit -> Resources.health(visit, options.health().get())),
                get("/desk.css", EVERYBODY, Resources::css),
                get("/icon.svg", EVERYBODY, Resources::icon),
                get("/signin", EVERYBODY, SignInPage::show),
                post("/signin", EVERYBODY, SignInPage::signIn),
                get("/setup", EVERYBODY, SetUpPage::show),
                post("/setup", EVERYBODY, SetUpPage::setUp),
                post("/signout", SIGNED_IN, SignInPage::signOut),
                get("/password", SIGNED_IN, PasswordPage::show),
                post("/password", SIGNED_IN, PasswordPage::change),
                get("/", SIGNED_IN, OverviewPage::show),
                get("/findings", SIGNED_IN, FindingsPage::show),
                get("/findings/{fingerprint}", SIGNED_IN, FindingPage::show),
                post("/findings/{fingerprint}/comment", Set.of(AUDITOR, HEAD, CLERK), DecisionForms::comment),
                post("/findings/{fingerprint}/acknowledge", Set.of(AUDITOR, HEAD), DecisionForms::acknowledge),
                post("/findings/{fingerprint}/attach", Set.of(AUDITOR, HEAD), DecisionForms::attach),
                post("/findings/{fingerprint}/waive", Set.of(AUDITOR), DecisionForms::waive),
                post("/findings/{fingerprint}/withdraw", Set.of(AUDITOR), DecisionForms::withdraw),
                post("/findings/{fingerprint}/confirm", Set.of(AUDITOR), DecisionForms::confirm),
                get("/upload", Set.of(AUDITOR, CLERK), UploadPage::show),
                post("/upload", Set.of(AUDITOR, CLERK), UploadPage::upload),
                post("/check", Set.of(AUDITOR, CLERK), UploadPage::check),
                get("/checks/{check}", Set.of(AUDITOR, CLERK), UploadPage::progress),
                get("/runs", SIGNED_IN, RunPages::all),
                get("/runs/{run}", SIGNED_IN, RunPages::one),
                get("/runs/{run}/reports/{name}", Set.of(AUDITOR, CLERK, VIEWER), RunPages::report),
                get("/log", SIGNED_IN, LogPage::show),
                post("/verify", Set.of(AUDITOR, CLERK, VIEWER), LogPage::verify),
                get("/accounts", Set.of(AUDITOR), AccountsPage::show),
                post("/accounts", Set.of(AUDITOR), AccountsPage::create),
                post("/accounts/{account}/disable", Set.of(AUDITOR), visit -> AccountsPage.disable(visit, true)),
                post("/accounts/{account}/enable", Set.of(AUDITOR), visit -> AccountsPage.disable(visit, false)),
                post("/accounts/{account}/reset", Set.of(AUDITOR), AccountsPage::reset));
    }

    private static Route get(String path, Set<Role> roles, Route.Handling handling) {
        return new Route(HandlerType.GET, path, roles, handling);
    }

    private static Route post(String path, Set<Role> roles, Route.Handling handling) {
        return new Route(HandlerType.POST, path, roles, handling);
    }
}
