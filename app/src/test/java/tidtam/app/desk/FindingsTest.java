package tidtam.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.app.DeskPlans;
import tidtam.app.history.Decided;
import tidtam.app.history.Decision;
import tidtam.app.history.Decisions;
import tidtam.facts.Sha256;

class FindingsTest {
    private TestDesk desk;

    @BeforeEach
    void start(@TempDir Path folder) {
        desk = TestDesk.checked(folder);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private List<Decision> decided(String fingerprint) {
        return new Decisions(desk.database)
                .about(fingerprint).stream().map(Decided::decision).toList();
    }

    private HttpResponse<String> decide(Role role, String fingerprint, String action, String... fields) {
        String page = "/findings/" + fingerprint;
        return desk.as(role).post(page, page + "/" + action, fields);
    }

    @Test
    void a_finding_is_shown_with_its_row_and_what_a_cell_holds_stays_text() {
        String page = desk.as(Role.AUDITOR)
                .get("/findings/" + desk.fingerprint("กองคลัง"))
                .body();
        assertThat(page)
                .contains("<mark>", "&lt;script&gt;alert", "รายงานทุกไตรมาส", "กองคลัง")
                .doesNotContain("<script");
        assertThat(desk.as(Role.AUDITOR).get("/findings").body()).doesNotContain("<script");
        assertThat(desk.as(Role.AUDITOR)
                        .get("/findings?text=%22%3E%3Cscript%3E")
                        .body())
                .doesNotContain("<script");
    }

    @Test
    void a_head_sees_nothing_of_other_divisions() {
        Browser head = desk.as(Role.HEAD);
        String own = desk.fingerprint("กองคลัง");
        String others = desk.fingerprint("กองช่าง");
        Browser auditor = desk.as(Role.AUDITOR);
        auditor.post("/findings/" + others, "/findings/" + others + "/comment", "text", "เรื่องของกองช่าง");
        auditor.post("/findings/" + own, "/findings/" + own + "/comment", "text", "เรื่องของกองคลัง");
        assertThat(head.get("/findings/" + own).statusCode()).isEqualTo(200);
        assertThat(head.get("/findings/" + others).statusCode()).isEqualTo(404);
        for (String action : new String[] {"comment", "acknowledge", "attach"}) {
            assertThat(head.post("/findings/" + own, "/findings/" + others + "/" + action, "text", "x")
                            .statusCode())
                    .isEqualTo(404);
        }
        for (String page : new String[] {
            "/", "/findings", "/findings?division=กองช่าง", "/findings/" + own, "/log", "/runs", "/runs/1"
        }) {
            String body =
                    head.get(page.replace("กองช่าง", Visit.encoded("กองช่าง"))).body();
            assertThat(body).as(page).doesNotContain("กองช่าง<", others, "การก่อสร้าง", "เรื่องของกองช่าง");
        }
        assertThat(head.get("/log").body()).contains("เรื่องของกองคลัง");
        assertThat(auditor.get("/log").body()).contains("เรื่องของกองช่าง");
    }

    @Test
    void a_heads_calendar_holds_what_is_due_in_the_own_divisions() {
        desk.office.pass(Duration.ofDays(-76));
        desk.office.run();
        assertThat(desk.as(Role.AUDITOR).get("/").body()).contains("การก่อสร้าง", "๓๑ มีนาคม ๒๕๖๖");
        assertThat(desk.as(Role.HEAD).get("/").body())
                .contains("๓๑ มีนาคม ๒๕๖๖", "การจัดซื้อ")
                .doesNotContain("การก่อสร้าง", "กองช่าง");
    }

    @Test
    void filters_and_pages_stand_in_the_address() {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            rows.add(new String[] {"เรื่องที่ " + i, "กองคลัง", "รายงานทุกไตรมาส", ""});
        }
        desk.office.plan("แผน.xlsx", DeskPlans.plan(rows.toArray(String[][]::new)));
        desk.office.run();
        Browser viewer = desk.as(Role.VIEWER);
        String first = viewer.get("/findings?state=NEW").body();
        String second = viewer.get("/findings?state=NEW&page=2").body();
        assertThat(links(first)).hasSize(100);
        assertThat(links(second)).isNotEmpty().doesNotContainAnyElementsOf(links(first));
        assertThat(first).contains("href=\"/findings?state=NEW&amp;page=2\"");
        assertThat(links(viewer.get("/findings?severity=ERROR&page=999").body()))
                .isNotEmpty();
        assertThat(links(viewer.get("/findings?division=nobody").body())).isEmpty();
        assertThat(links(viewer.get("/findings?text=" + Visit.encoded("เรื่องที่ ๑๒๙"))
                        .body()))
                .isNotEmpty();
        for (String sort : FindingsPage.SORTS) {
            assertThat(viewer.get("/findings?sort=" + sort).statusCode()).isEqualTo(200);
        }
        assertThat(viewer.get("/findings?run=1").body()).doesNotContain("เรื่องที่ ");
        assertThat(viewer.get("/findings?run=77").statusCode()).isEqualTo(404);
    }

    private static List<String> links(String page) {
        return Pattern.compile("href=\"(/findings/[0-9a-f]+)\"")
                .matcher(page)
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    @Test
    void what_is_resolved_or_absent_is_remembered_and_an_auditor_confirms_it() {
        String fingerprint = desk.fingerprint("กองช่าง");
        desk.office.plan("แผน.xlsx", DeskPlans.plan(new String[][] {TestDesk.FINANCE}));
        desk.office.pass(Duration.ofMinutes(5));
        desk.office.run();
        String page = desk.as(Role.AUDITOR).get("/findings/" + fingerprint).body();
        assertThat(page).contains("หายไป", "ข้อนี้ไม่พบแล้ว", "id=\"confirm\"");
        assertThat(decide(Role.AUDITOR, fingerprint, "confirm", "reason", "ตรวจแล้ว")
                        .statusCode())
                .isEqualTo(303);
        assertThat(decided(fingerprint)).containsExactly(new Decision.Confirm("ตรวจแล้ว"));
    }

    @Test
    void only_what_is_absent_can_be_confirmed() {
        assertThat(decide(Role.AUDITOR, desk.fingerprint("กองช่าง"), "confirm", "reason", "x")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_waiver_is_recorded_once_it_keeps_the_rules_and_may_be_withdrawn() {
        String fingerprint = desk.fingerprint("กองคลัง");
        HttpResponse<String> wrong = decide(
                Role.AUDITOR,
                fingerprint,
                "waive",
                "reason",
                " ",
                "approver",
                "กอง คลัง",
                "from",
                "2023-05-02",
                "to",
                "2023-05-01");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "id=\"waive-reason-fault\"",
                        "aria-describedby=\"waive-approver-fault\"",
                        "id=\"waive-to-fault\"",
                        "value=\"กอง คลัง\"",
                        "<details open>");
        assertThat(decided(fingerprint)).isEmpty();
        assertThat(decide(
                                Role.AUDITOR,
                                fingerprint,
                                "waive",
                                "reason",
                                "รอระบบ",
                                "approver",
                                "ปลัด อบต.",
                                "from",
                                "๒ พฤษภาคม ๒๕๖๖",
                                "to",
                                "2566-06-30")
                        .statusCode())
                .isEqualTo(303);
        assertThat(decided(fingerprint))
                .containsExactly(
                        new Decision.Waive("รอระบบ", "ปลัด อบต.", LocalDate.of(2023, 5, 2), LocalDate.of(2023, 6, 30)));
        long record = new Decisions(desk.database).about(fingerprint).get(0).record();
        assertThat(decide(Role.AUDITOR, fingerprint, "withdraw", "waiver", "99", "reason", "x")
                        .statusCode())
                .isEqualTo(422);
        assertThat(decide(Role.AUDITOR, fingerprint, "withdraw", "waiver", "" + record, "reason", "เสร็จแล้ว")
                        .statusCode())
                .isEqualTo(303);
        assertThat(new Decisions(desk.database).waivers()).isEmpty();
    }

    @Test
    void a_head_acknowledges_with_a_day_that_has_not_passed() {
        String fingerprint = desk.fingerprint("กองคลัง");
        assertThat(decide(Role.HEAD, fingerprint, "acknowledge", "reason", "จะส่ง", "promised", "2023-05-01")
                        .statusCode())
                .isEqualTo(422);
        assertThat(decide(Role.HEAD, fingerprint, "acknowledge", "reason", "จะส่ง", "promised", "2023-05-31")
                        .statusCode())
                .isEqualTo(303);
        assertThat(decided(fingerprint)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.go.th/", "javascript:alert(1)", "https:///x", "", "https://a b"})
    void only_links_by_https_are_evidence(String link) {
        String page = "/findings/" + desk.fingerprint("กองคลัง");
        assertThat(desk.as(Role.HEAD)
                        .post(page, page + "/attach", "link", link, "note", "หลักฐาน")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void of_a_file_only_name_and_digest_are_kept() {
        String fingerprint = desk.fingerprint("กองคลัง");
        byte[] content = "เนื้อหา".getBytes(StandardCharsets.UTF_8);
        String page = "/findings/" + fingerprint;
        assertThat(desk.as(Role.HEAD)
                        .upload(
                                page,
                                page + "/attach",
                                Map.of("note", "สำเนา", "link", ""),
                                "file",
                                "../หนังสือ.pdf",
                                content)
                        .statusCode())
                .isEqualTo(303);
        assertThat(decided(fingerprint))
                .containsExactly(new Decision.Attach("หนังสือ.pdf", Optional.of(Sha256.of(content)), "สำเนา"));
    }

    @Test
    void a_workbook_is_uploaded_checked_and_its_findings_shown() {
        Browser clerk = desk.as(Role.CLERK);
        HttpResponse<String> sent = clerk.upload(
                "/upload", "/upload", Map.of(), "workbook", "C:\\\\งาน\\\\แผนใหม่.xlsx", DeskPlans.sample());
        assertThat(sent.statusCode()).isEqualTo(303);
        HttpResponse<String> checked =
                clerk.get(sent.headers().firstValue("Location").orElseThrow());
        assertThat(checked.headers().firstValue("Location")).hasValue("/findings?run=2");
        assertThat(desk.office.names()).containsExactly("แผน.xlsx", "แผนใหม่.xlsx");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/แผน.xlsx, แผน.xlsx",
        "C:\\x\\a.XLS, a.XLS",
        "'a\u202Exslx.xlsx', axslx.xlsx",
        "'a\nb.xlsx', ab.xlsx",
        "แผน (1).xlsx, แผน (1).xlsx",
    })
    void names_are_made_safe(String given, String made) {
        assertThat(FileName.workbook(given)).hasValue(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {".xlsx", "~$a.xlsx", "a.pdf", "", "a.xlsx/", "..", "a.xlsx\\..", "a:b.xlsx", "a.xlsx.exe"})
    void names_of_no_workbook_are_refused(String given) {
        assertThat(FileName.workbook(given)).isEmpty();
    }

    @Test
    void what_is_too_large_is_refused_whether_or_not_it_says_so_before() {
        Browser clerk = desk.as(Role.CLERK);
        byte[] large = new byte[TestDesk.MAX_UPLOAD + 150_000];
        assertThat(clerk.upload("/upload", "/upload", Map.of(), "workbook", "a.xlsx", large)
                        .statusCode())
                .isEqualTo(413);
        byte[] body = Browser.multipart(Map.of("form", clerk.form("/upload")), "workbook", "a.xlsx", large);
        HttpResponse<String> streamed = clerk.send(HttpRequest.newBuilder(clerk.at("/upload"))
                .header("Content-Type", "multipart/form-data; boundary=" + Browser.BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertThat(streamed.statusCode()).isEqualTo(413);
        assertThat(desk.office.names()).containsExactly("แผน.xlsx");
    }

    @Test
    void a_report_is_had_under_a_name_that_cannot_break_the_header() {
        HttpResponse<String> answer =
                desk.as(Role.VIEWER).get("/runs/1/reports/" + Visit.encoded("memo-กองคลัง\".pdf"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"memo-________.pdf\"; filename*=UTF-8''memo-"
                        + Visit.encoded("กองคลัง\"") + ".pdf");
        assertThat(desk.as(Role.VIEWER)
                        .get("/runs/1/reports/..%2F..%2Fetc%2Fpasswd")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void the_chain_is_verified_in_words() {
        assertThat(desk.as(Role.CLERK).post("/log", "/verify").body()).contains("ไม่มีสิ่งใดถูกแก้ไข");
        desk.database.inTransaction(handle -> handle.execute("update record set who = 'x' where number = 1"));
        assertThat(desk.as(Role.CLERK).post("/log", "/verify").body()).contains("บันทึกถูกแก้ไข");
    }

    @Test
    void another_host_is_refused() throws IOException {
        assertThat(status("evil.example")).isEqualTo("HTTP/1.1 421");
        assertThat(status("desk.example.go.th")).isEqualTo("HTTP/1.1 200");
    }

    /** The client of the other tests would not name another host. */
    private String status(String host) throws IOException {
        try (Socket socket = new Socket("localhost", desk.desk.port())) {
            socket.getOutputStream()
                    .write(("GET /signin HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void a_broken_body_is_told_as_such() {
        Browser clerk = desk.as(Role.CLERK);
        assertThat(clerk.send(HttpRequest.newBuilder(clerk.at("/upload"))
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(HttpRequest.BodyPublishers.ofString("nonsense")))
                        .statusCode())
                .isEqualTo(400);
    }
}
