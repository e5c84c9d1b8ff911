package tidtam.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAccountTest {
    @Test
    void the_first_link_makes_an_auditor_once_within_a_day(@TempDir Path folder) {
        try (TestDesk desk = new TestDesk(folder)) {
            String late = desk.accounts.setUpPath(desk.office.now().toInstant()).orElseThrow();
            desk.office.pass(Duration.ofHours(24));
            assertThat(desk.browser().get(late).statusCode()).isEqualTo(404);
            String path = desk.accounts.setUpPath(desk.office.now().toInstant()).orElseThrow();
            String token = path.substring(path.indexOf('=') + 1);
            Browser browser = desk.browser();
            assertThat(browser.post(
                                    path,
                                    "/setup",
                                    "token",
                                    token,
                                    "name",
                                    "อรุณ",
                                    "password",
                                    TestDesk.PASSWORD,
                                    "again",
                                    TestDesk.PASSWORD)
                            .statusCode())
                    .isEqualTo(303);
            assertThat(browser.get("/accounts").body()).contains("อรุณ");
            assertThat(browser.get("/").body()).contains("ยังไม่มีการตรวจที่บันทึกไว้");
            assertThat(browser.get("/findings").statusCode()).isEqualTo(200);
            assertThat(desk.browser().get(path).statusCode()).isEqualTo(404);
            assertThat(desk.accounts.setUpPath(desk.office.now().toInstant())).isEmpty();
        }
    }

    @Test
    void over_https_cookies_travel_so_only(@TempDir Path folder) {
        try (TestDesk desk = new TestDesk(folder, true)) {
            HttpHeaders headers = desk.browser().get("/signin").headers();
            assertThat(headers.firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
            assertThat(headers.allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.startsWith("__Host-") && cookie.contains("Secure"));
        }
    }
}
