package tidtam.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
    private TestDesk desk;

    @BeforeEach
    void start(@TempDir Path folder) {
        desk = TestDesk.checked(folder);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private static boolean signedIn(Browser browser) {
        return browser.get("/").statusCode() == 200;
    }

    @Test
    void signs_in_and_out() {
        Browser browser = desk.as(Role.AUDITOR);
        assertThat(signedIn(browser)).isTrue();
        assertThat(browser.post("/", "/signout").statusCode()).isEqualTo(303);
        assertThat(signedIn(browser)).isFalse();
    }

    @Test
    void goes_on_to_what_was_asked_for_but_nowhere_else() {
        Browser browser = desk.browser();
        assertThat(browser.get("/findings?severity=ERROR").headers().firstValue("Location"))
                .hasValue("/signin?next=%2Ffindings%3Fseverity%3DERROR");
        for (String elsewhere :
                new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/%0d%0aX: y"}) {
            HttpResponse<String> answer = browser.post(
                    "/signin", "/signin", "name", "AUDITOR", "password", TestDesk.PASSWORD, "next", elsewhere);
            assertThat(answer.headers().firstValue("Location")).hasValue("/");
            browser = desk.browser();
        }
        assertThat(browser.post(
                                "/signin",
                                "/signin",
                                "name",
                                "AUDITOR",
                                "password",
                                TestDesk.PASSWORD,
                                "next",
                                "/findings?severity=ERROR")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/findings?severity=ERROR");
    }

    @Test
    void a_session_gets_a_new_id_at_sign_in_and_a_planted_one_is_nothing() {
        Browser browser = desk.as(Role.AUDITOR);
        String first = browser.cookie("session").orElseThrow();
        browser.postWith(browser.form("/password"), "/signout");
        browser.signIn("AUDITOR", TestDesk.PASSWORD);
        assertThat(browser.cookie("session").orElseThrow()).isNotEqualTo(first).hasSize(43);
    }

    @Test
    void the_cookie_is_out_of_reach() {
        HttpResponse<String> answer = desk.browser().signIn("AUDITOR", TestDesk.PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("session=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax")
                        && cookie.contains("Path=/"));
    }

    @Test
    void five_wrong_passwords_lock_an_account_and_address_whether_or_not_it_exists() {
        for (String name : new String[] {"AUDITOR", "nobody"}) {
            for (int i = 0; i < 5; i++) {
                assertThat(desk.browser().signIn(name, "wrong-wrong-" + i).statusCode())
                        .isEqualTo(403);
            }
            HttpResponse<String> locked = desk.browser().signIn(name, TestDesk.PASSWORD);
            assertThat(locked.statusCode()).isEqualTo(429);
            assertThat(locked.body()).contains("15 นาที");
        }
        desk.office.pass(Duration.ofMinutes(15));
        assertThat(desk.browser().signIn("AUDITOR", TestDesk.PASSWORD).statusCode())
                .isEqualTo(303);
    }

    @Test
    void sessions_end_when_idle_after_a_day_at_work_and_when_the_clock_is_set_back() {
        Browser idle = desk.as(Role.AUDITOR);
        desk.office.pass(Duration.ofMinutes(29));
        assertThat(signedIn(idle)).isTrue();
        desk.office.pass(Duration.ofMinutes(30));
        assertThat(signedIn(idle)).isFalse();
        Browser busy = desk.as(Role.AUDITOR);
        for (int i = 0; i < 23; i++) {
            desk.office.pass(Duration.ofMinutes(20));
            assertThat(signedIn(busy)).isTrue();
        }
        desk.office.pass(Duration.ofMinutes(20));
        assertThat(signedIn(busy)).isFalse();
        Browser again = desk.as(Role.AUDITOR);
        desk.office.pass(Duration.ofHours(-1));
        assertThat(signedIn(again)).isFalse();
    }

    @Test
    void a_disabled_account_is_out_at_once() {
        Browser viewer = desk.as(Role.VIEWER);
        long id = desk.accounts.find("VIEWER").orElseThrow().id();
        assertThat(desk.as(Role.AUDITOR)
                        .post("/accounts", "/accounts/" + id + "/disable")
                        .statusCode())
                .isEqualTo(303);
        assertThat(signedIn(viewer)).isFalse();
        assertThat(desk.browser().signIn("VIEWER", TestDesk.PASSWORD).statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_auditor_makes_accounts_whose_link_works_once() {
        Browser auditor = desk.as(Role.AUDITOR);
        HttpResponse<String> made =
                auditor.post("/accounts", "/accounts", "name", "สมหญิง", "role", "HEAD", "divisions", "กองช่าง\n");
        String link =
                made.body().replaceAll("(?s).*<code id=\"link\">http://localhost:\\d+(/setup\\?token=[^<]+).*", "$1");
        Browser owner = desk.browser();
        assertThat(owner.get(link).body()).contains("สมหญิง");
        String token = link.substring(link.indexOf('=') + 1);
        assertThat(owner.post(link, "/setup", "token", token, "password", "short", "again", "short")
                        .body())
                .contains("id=\"setup-password-fault\"");
        assertThat(owner.post(link, "/setup", "token", token, "password", TestDesk.PASSWORD, "again", TestDesk.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
        assertThat(signedIn(owner)).isTrue();
        assertThat(desk.browser().get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void nobody_makes_a_first_account_where_there_is_one() {
        assertThat(desk.accounts.setUpPath(desk.office.now().toInstant())).isEmpty();
    }

    @Test
    void changing_the_password_asks_for_the_old_one() {
        Browser viewer = desk.as(Role.VIEWER);
        String next = "อีกรหัสหนึ่ง-2567";
        assertThat(viewer.post("/password", "/password", "current", "wrong", "password", next, "again", next)
                        .statusCode())
                .isEqualTo(422);
        assertThat(viewer.post("/password", "/password", "current", TestDesk.PASSWORD, "password", next, "again", next)
                        .statusCode())
                .isEqualTo(303);
        assertThat(desk.browser().signIn("VIEWER", next).statusCode()).isEqualTo(303);
    }
}
