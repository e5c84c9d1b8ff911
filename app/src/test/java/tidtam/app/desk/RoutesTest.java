package tidtam.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
    /** What an auditor alone may ask for; then what the others may not besides. */
    private static final Set<String> AUDITORS = Set.of(
            "POST /findings/{fingerprint}/waive",
            "POST /findings/{fingerprint}/withdraw",
            "POST /findings/{fingerprint}/confirm",
            "GET /accounts",
            "POST /accounts",
            "POST /accounts/{account}/disable",
            "POST /accounts/{account}/enable",
            "POST /accounts/{account}/reset");

    private static final Map<Role, Set<String>> DENIED = Map.of(
            Role.AUDITOR, Set.of(),
            Role.HEAD,
                    Set.of(
                            "GET /upload",
                            "POST /upload",
                            "POST /check",
                            "GET /checks/{check}",
                            "GET /runs/{run}/reports/{name}",
                            "POST /verify"),
            Role.CLERK, Set.of("POST /findings/{fingerprint}/acknowledge", "POST /findings/{fingerprint}/attach"),
            Role.VIEWER,
                    Set.of(
                            "POST /findings/{fingerprint}/comment",
                            "POST /findings/{fingerprint}/acknowledge",
                            "POST /findings/{fingerprint}/attach",
                            "GET /upload",
                            "POST /upload",
                            "POST /check",
                            "GET /checks/{check}"));

    private TestDesk desk;
    private List<Route> routes;

    @BeforeEach
    void start(@TempDir Path folder) {
        desk = TestDesk.checked(folder);
        routes = Routes.of(Desk.Options.usual(() -> new Health(200, "{}")));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private String path(Route route) {
        return route.path()
                .replace("{fingerprint}", desk.fingerprint("กองคลัง"))
                .replace("{run}", "1")
                .replace("{name}", "report.html")
                .replace("{account}", "999")
                .replace("{check}", "none");
    }

    private HttpResponse<String> ask(Browser browser, Route route) {
        return route.post() ? browser.postWith("", path(route)) : browser.get(path(route));
    }

    @Test
    void every_route_is_for_the_roles_that_are_written_here() {
        Map<Role, Set<String>> denied = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Browser browser = desk.as(role);
            String form = browser.form("/password");
            Set<String> refused = new TreeSet<>();
            for (Route route : routes) {
                if (route.open() || route.path().equals("/signout")) {
                    continue;
                }
                HttpResponse<String> answer =
                        route.post() ? browser.postWith(form, path(route)) : browser.get(path(route));
                assertThat(answer.statusCode()).as(role + " " + route).isLessThan(500);
                if (answer.statusCode() == 403) {
                    refused.add(route.method().name() + " " + route.path());
                }
            }
            denied.put(role, refused);
        }
        for (Role role : Role.values()) {
            Set<String> expected = new TreeSet<>(DENIED.getOrDefault(role, Set.of()));
            if (role != Role.AUDITOR) {
                expected.addAll(AUDITORS);
            }
            assertThat(denied.get(role)).as(role.name()).isEqualTo(expected);
        }
    }

    @Test
    void who_is_not_signed_in_is_sent_to_sign_in_and_can_post_nothing() {
        Set<String> open = new TreeSet<>();
        for (Route route : routes) {
            HttpResponse<String> answer = ask(desk.browser(), route);
            if (route.open()) {
                open.add(route.method().name() + " " + route.path());
            } else if (route.post()) {
                assertThat(answer.statusCode()).as(route.path()).isEqualTo(403);
            } else {
                assertThat(answer.headers().firstValue("Location").orElse(""))
                        .as(route.path())
                        .startsWith("/signin?next=");
            }
        }
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /health",
                        "GET /desk.css",
                        "GET /icon.svg",
                        "GET /signin",
                        "POST /signin",
                        "GET /setup",
                        "POST /setup");
    }

    @Test
    void every_form_needs_the_sessions_own_token() {
        Browser auditor = desk.as(Role.AUDITOR);
        String others = desk.as(Role.CLERK).form("/password");
        for (Route route : routes) {
            if (route.method().equals(HandlerType.POST)) {
                assertThat(auditor.postWith("", path(route)).statusCode())
                        .as(route.path())
                        .isEqualTo(403);
                assertThat(auditor.postWith(others, path(route)).statusCode())
                        .as(route.path())
                        .isEqualTo(403);
            }
        }
        assertThat(auditor.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void every_answer_tells_the_browser_what_not_to_do() {
        Browser auditor = desk.as(Role.AUDITOR);
        for (Route route : routes) {
            headers(ask(auditor, route));
        }
        headers(auditor.get("/no-such-page"));
    }

    private static void headers(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none';")
                .contains("form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).isPresent();
        assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.body()).doesNotContain("\tat ", "Exception", "Jetty");
    }

    @Test
    void pages_stand_in_both_languages() {
        Browser auditor = desk.as(Role.AUDITOR);
        for (Route route : routes) {
            if (!route.post() && route.roles().size() > 0) {
                assertThat(auditor.get(path(route) + "?lang=en").body()).doesNotContain("lang=\"th\">\n<head");
                assertThat(auditor.get(path(route)).body()).as("kept by cookie").doesNotContain("ข้ามไปยังเนื้อหา");
            }
        }
        assertThat(auditor.get("/?lang=th").body()).contains("<html lang=\"th\">", "ภาพรวม");
    }

    @Test
    void an_unknown_page_is_told_in_words() {
        HttpResponse<String> answer = desk.browser().get("/no-such-page");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("ไม่พบหน้านี้");
    }

    @Test
    void health_is_what_the_program_says() {
        assertThat(desk.browser().get("/health").body()).isEqualTo("{\"up\":true}");
    }
}
