package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The auditor's desk of the packaged program in Chromium, as people use it. */
class DeskBrowserIT {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String AUDITOR = "สมหญิง ตรวจดี";
    private static final String PASSWORD = "มะขามสี่ต้นริมคลอง";
    private static final String DIVISION = "สำนักปลัด";
    private static final String HEAD = "นายสมชาย มั่นคง";
    private static final int PHONE = 390;

    @TempDir
    private static Path folder = Path.of("");

    private static ServedDesk desk;
    private static ChromeDriver browser;

    @BeforeAll
    static void an_auditor_sets_the_first_password() throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "no Chromium: apt-get install chromium chromium-driver fonts-thai-tlwg");
        desk = ServedDesk.of(folder, "divisions:\n  - name: " + DIVISION + "\n    head: " + HEAD + "\n");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options());
        browser.get(desk.setUpLink());
        type("setup-name", AUDITOR);
        type("setup-password", PASSWORD);
        type("setup-again", PASSWORD);
        send("setup");
        assertThat(heading()).isEqualTo("ภาพรวม");
    }

    private static ChromeOptions options() throws IOException {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + Files.createDirectory(folder.resolve("browser")));
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "download.default_directory",
                        Files.createDirectory(folder.resolve("downloads")).toString()));
        return options;
    }

    @AfterAll
    static void ends() {
        if (browser != null) {
            browser.quit();
        }
        if (desk != null) {
            desk.close();
        }
    }

    @BeforeEach
    void the_auditor_is_signed_in() {
        open("/");
        if (!css("header").getText().contains(AUDITOR)) {
            browser.manage().deleteAllCookies();
            signIn(AUDITOR, PASSWORD);
        }
    }

    @AfterEach
    void scripts_run_again() {
        scripts(true);
        width(1280);
    }

    @Test
    void refuses_a_wrong_password_and_signs_out() {
        send("signout");
        assertThat(heading()).isEqualTo("เข้าสู่ระบบ");
        open("/findings");
        signInHere(AUDITOR, "มะขามสามต้นริมคลอง");

        assertThat(id("signin-fault").getText()).contains("ชื่อหรือรหัสผ่านไม่ถูกต้อง");
        assertThat(status()).isEqualTo(403);
        assertThat(id("signin-name").getDomProperty("value")).isEqualTo(AUDITOR);
        signInHere(AUDITOR, PASSWORD);
        assertThat(path()).isEqualTo("/findings");
    }

    @Test
    void follows_an_uploaded_workbook_to_its_findings() {
        open("/upload");
        id("upload-workbook").sendKeys(Run.sampleIn(folder, "แผน ๒๕๖๖.xlsx"));
        send("upload");

        assertThat(path()).startsWith("/checks/");
        assertThat(heading()).isEqualTo("กำลังตรวจ");
        assertThat(css("[role=status]").getText()).isNotEmpty();
        await("/findings?run=");
        assertThat(findings()).hasSizeGreaterThan(10);
    }

    @Test
    void says_why_a_workbook_is_not_taken() {
        open("/upload");
        id("upload-workbook").sendKeys(Run.write(folder, "เสีย.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8)));
        send("upload");

        new WebDriverWait(browser, PATIENCE).until(now -> heading().equals("ตรวจเสร็จแล้ว"));
        assertThat(css("main").getText()).contains("เสีย.xlsx: ");
        assertThat(folder.resolve("แผน/เสีย.xlsx")).doesNotExist();
    }

    @Test
    void keeps_filters_in_the_address() {
        open("/findings");
        int all = findings().size();
        choose("filter-severity", "ERROR");
        choose("filter-division", DIVISION);
        send("filters");

        assertThat(browser.getCurrentUrl()).contains("severity=ERROR");
        List<String> filtered = findings();
        assertThat(filtered).isNotEmpty().hasSizeLessThan(all);
        assertThat(all(".findings td:first-child")).allMatch(cell -> cell.contains("ข้อผิดพลาด"));
        assertThat(all(".findings td:nth-child(5)")).allMatch(cell -> cell.contains(DIVISION));
        browser.navigate().refresh();
        assertThat(findings()).isEqualTo(filtered);
        assertThat(new Select(id("filter-severity")).getFirstSelectedOption().getText())
                .isEqualTo("ข้อผิดพลาด");
        browser.navigate().back();
        assertThat(findings()).hasSize(all);
    }

    @Test
    void shows_a_finding_with_its_cell_its_row_and_the_arithmetic() {
        openFinding(0);

        assertThat(css(".row tr:has(mark) th").getText()).isNotEmpty();
        assertThat(css(".row mark").getText()).isNotEmpty();
        assertThat(css(".understood").getText()).contains("กำหนด", "พ้นกำหนด").contains("วัน");
    }

    @Test
    void takes_an_acknowledgement_and_a_comment() {
        openFinding(1);
        unfold("acknowledge");
        type("acknowledge-reason", "กองจะลงวันที่ให้ครบ");
        day("acknowledge-promised", today().plusDays(14));
        send("acknowledge");
        assertThat(decisions()).contains("รับทราบ: กองจะลงวันที่ให้ครบ", AUDITOR);

        unfold("comment");
        type("comment-text", "<b>โทรถามแล้ว</b>");
        send("comment");
        assertThat(decisions()).contains("ความเห็น: <b>โทรถามแล้ว</b>");
    }

    @Test
    void waives_and_the_log_holds_it_and_is_whole() {
        openFinding(2);
        String fingerprint = path().substring("/findings/".length());
        waive(HEAD);

        WebElement approver = id("waive-approver");
        assertThat(status()).isEqualTo(422);
        assertThat(approver.getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(id(attribute(approver, "aria-describedby")).getText()).contains("อนุมัติเรื่องของตนเองไม่ได้");
        assertThat(browser.switchTo().activeElement()).isEqualTo(approver);
        assertThat(id("waive-reason").getDomProperty("value")).isEqualTo("รอเอกสารจากธนาคาร");
        approver.clear();
        type("waive-approver", "นายกองค์การบริหารส่วนตำบล");
        send("waive");
        assertThat(decisions()).contains("ยกเว้น: รอเอกสารจากธนาคาร อนุมัติโดย นายกองค์การบริหารส่วนตำบล");

        open("/log");
        assertThat(css("tbody tr").getText()).contains("ยกเว้น", fingerprint);
        send("verify");
        assertThat(id("verified").getText()).contains("ไม่มีสิ่งใดถูกแก้ไข");

        open("/upload");
        send("check");
        await("/findings?run=");
        choose("filter-waived", "yes");
        send("filters");
        assertThat(links(".findings a")).contains(desk.address() + "/findings/" + fingerprint);
    }

    @Test
    void hands_out_every_report_under_its_thai_name() throws IOException {
        open("/runs/1");
        List<String> names = all("a[download]");
        browser.findElements(By.cssSelector("a[download]")).forEach(WebElement::click);

        assertThat(names)
                .hasSizeGreaterThan(5)
                .anyMatch(name -> name.matches(".*\\p{IsThai}.*\\.xlsx"))
                .anyMatch(name -> name.endsWith(".pdf"))
                .anyMatch(name -> name.endsWith(".docx"));
        for (String name : names) {
            Path file = folder.resolve("downloads").resolve(name);
            new WebDriverWait(browser, PATIENCE).withMessage(name).until(now -> Files.exists(file));
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .as(name)
                    .startsWith(beginning(name));
        }
    }

    private static String beginning(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "xlsx", "docx" -> "PK";
            case "pdf" -> "%PDF-";
            case "html" -> "<!";
            case "json" -> "{";
            case "csv" -> "\uFEFF";
            case "xml" -> "<?xml";
            case "ics" -> "BEGIN:VCALENDAR";
            default -> throw new IllegalArgumentException("a report of an unknown form: " + name);
        };
    }

    @Test
    void shows_a_head_of_a_division_only_what_is_hers() {
        open("/findings");
        String others = browser.findElements(By.cssSelector(".findings tbody tr")).stream()
                .filter(row -> !row.findElement(By.cssSelector("td:nth-child(5)"))
                        .getText()
                        .contains(DIVISION))
                .map(row -> attribute(row.findElement(By.cssSelector("td:nth-child(3) a")), "href"))
                .findFirst()
                .orElseThrow();
        open("/accounts");
        type("account-name", HEAD);
        choose("account-role", "HEAD");
        type("account-divisions", DIVISION);
        send("account");
        String invitation = id("link").getText();
        send("signout");

        browser.get(invitation);
        type("setup-password", "หอกระจายข่าวหมู่ ๗");
        type("setup-again", "หอกระจายข่าวหมู่ ๗");
        send("setup");
        send("signout");
        signIn(HEAD, "หอกระจายข่าวหมู่ ๗");

        assertThat(css(".note").getText()).contains(DIVISION);
        assertThat(links("nav a")).noneMatch(link -> link.endsWith("/accounts") || link.endsWith("/upload"));
        openFinding(0);
        assertThat(browser.findElements(By.id("waive"))).isEmpty();
        assertThat(browser.findElements(By.id("acknowledge"))).hasSize(1);
        open("/findings");
        assertThat(all(".findings td:nth-child(5)")).isNotEmpty().allMatch(cell -> cell.contains(DIVISION));
        open(others);
        assertThat(status()).isEqualTo(404);
        open("/accounts");
        assertThat(status()).isEqualTo(403);
        browser.get(invitation);
        assertThat(status()).as("an invitation works once").isEqualTo(404);
    }

    @Test
    void needs_no_mouse() {
        send("signout");
        open("/signin");
        press(Keys.TAB);
        assertThat(focused().getText()).isEqualTo("ข้ามไปยังเนื้อหา");
        assertThat(focused().getRect().getX()).as("the skip link is in sight").isNotNegative();
        press(Keys.ENTER);
        press(Keys.TAB);
        assertThat(focused()).isEqualTo(id("signin-name"));
        leave(() -> press(AUDITOR, Keys.TAB, PASSWORD, Keys.ENTER));
        assertThat(heading()).isEqualTo("ภาพรวม");

        openFinding(3);
        press(Keys.TAB, Keys.ENTER);
        for (int presses = 0; presses < 60 && !focused().getText().equals("ให้ความเห็น"); presses++) {
            press(Keys.TAB);
            assertThat(focused().getCssValue("outline-style"))
                    .as("the focus on %s is seen", focused().getText())
                    .isEqualTo("solid");
        }
        leave(() -> press(Keys.ENTER, Keys.TAB, "พิมพ์โดยไม่ใช้เมาส์", Keys.TAB, Keys.ENTER));
        assertThat(decisions()).contains("พิมพ์โดยไม่ใช้เมาส์");
    }

    @Test
    void needs_no_scripts() {
        scripts(false);
        send("signout");
        browser.get("data:text/html,<noscript><p id='off'>off</p></noscript>");
        assertThat(id("off").getText()).as("scripts").isEqualTo("off");
        signIn(AUDITOR, PASSWORD);
        open("/findings");
        choose("filter-severity", "ERROR");
        send("filters");
        assertThat(all(".findings td:first-child")).isNotEmpty().allMatch(cell -> cell.contains("ข้อผิดพลาด"));

        openFinding(4);
        waive("นายกองค์การบริหารส่วนตำบล");
        assertThat(decisions()).contains("อนุมัติโดย นายกองค์การบริหารส่วนตำบล");
    }

    @Test
    void speaks_english_where_asked() {
        open("/findings?severity=ERROR");
        leave(id("language")::click);

        assertThat(heading()).isEqualTo("Findings");
        assertThat(css("html").getDomAttribute("lang")).isEqualTo("en");
        assertThat(browser.getCurrentUrl()).contains("severity=ERROR");
        open("/");
        assertThat(heading()).isEqualTo("Overview");
        leave(id("language")::click);
        assertThat(heading()).isEqualTo("ภาพรวม");
    }

    @Test
    void fits_a_phone() {
        openFinding(0);
        String finding = path();
        width(PHONE);
        for (String page :
                List.of("/", "/findings", finding, "/upload", "/runs", "/runs/1", "/log", "/accounts", "/password")) {
            open(page);
            assertThat(number("document.documentElement.scrollWidth")).as(page).isEqualTo(PHONE);
            assertThat(browser.findElements(
                            By.cssSelector("main input:not([type=hidden]), main select, main textarea, main button")))
                    .as("what can be operated on %s", page)
                    .filteredOn(WebElement::isDisplayed)
                    .allMatch(one -> one.getRect().getHeight() >= 40);
        }
    }

    @Test
    void ends_on_sigterm_and_begins_again_with_everything() throws IOException, InterruptedException {
        openFinding(5);
        unfold("comment");
        type("comment-text", "ก่อนเครื่องดับ");
        send("comment");
        String finding = path();

        assertThat(desk.terminate()).isEqualTo(ServedDesk.TERMINATED);
        assertThat(desk.told()).contains("กำลังหยุด").doesNotContain("Exception", "ปิดไม่สมบูรณ์");
        desk = desk.again();

        assertThat(desk.told()).as("no second first account").doesNotContain("/setup");
        browser.get(desk.address() + finding);
        if (path().equals("/signin")) {
            signInHere(AUDITOR, PASSWORD);
        }
        assertThat(decisions()).contains("ก่อนเครื่องดับ");
        open("/log");
        send("verify");
        assertThat(id("verified").getText()).contains("ไม่มีสิ่งใดถูกแก้ไข");
    }

    private static void signIn(String name, String password) {
        open("/signin");
        signInHere(name, password);
        assertThat(heading()).isEqualTo("ภาพรวม");
    }

    private static void signInHere(String name, String password) {
        id("signin-name").clear();
        type("signin-name", name);
        type("signin-password", password);
        send("signin");
    }

    private static void open(String path) {
        browser.get(path.startsWith("/") ? desk.address() + path : path);
    }

    /** Opens one of the errors of the division, overdue for longest first. */
    private static void openFinding(int place) {
        open("/findings?severity=ERROR&sort=days&division=" + DIVISION);
        browser.get(links(".findings td:nth-child(3) a").get(place));
    }

    private static void waive(String approver) {
        unfold("waive");
        type("waive-reason", "รอเอกสารจากธนาคาร");
        type("waive-approver", approver);
        day("waive-to", today().plusDays(30));
        send("waive");
    }

    /** Opens the part of the page that holds a form. */
    private static void unfold(String form) {
        css("details:has(#" + form + ") summary").click();
    }

    private static void send(String form) {
        leave(css("#" + form + " button")::click);
    }

    /** Does what leads to another page, and waits for that. */
    private static void leave(Runnable step) {
        WebElement page = css("html");
        step.run();
        new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.stalenessOf(page));
    }

    private static void type(String field, String text) {
        id(field).sendKeys(text);
    }

    /** Types a day into a field of days as the browser's language has it: month, day, year. */
    private static void day(String field, LocalDate day) {
        id(field).sendKeys(String.format("%02d%02d%04d", day.getMonthValue(), day.getDayOfMonth(), day.getYear()));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Bangkok"));
    }

    private static void choose(String field, String value) {
        new Select(id(field)).selectByValue(value);
    }

    private static void press(CharSequence... keys) {
        new Actions(browser).sendKeys(keys).perform();
    }

    private static WebElement focused() {
        return browser.switchTo().activeElement();
    }

    private static WebElement id(String id) {
        return browser.findElement(By.id(id));
    }

    private static WebElement css(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    private static String attribute(WebElement element, String name) {
        return Objects.requireNonNull(element.getAttribute(name), name);
    }

    private static List<String> all(String selector) {
        return browser.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static List<String> links(String selector) {
        List<String> links = new ArrayList<>();
        browser.findElements(By.cssSelector(selector)).forEach(link -> links.add(attribute(link, "href")));
        return links;
    }

    private static List<String> findings() {
        return links(".findings td:nth-child(3) a");
    }

    private static String heading() {
        return css("h1").getText();
    }

    private static String decisions() {
        return css("section[aria-labelledby=decisions]").getText();
    }

    private static String path() {
        String url = Objects.requireNonNull(browser.getCurrentUrl());
        return url.substring(desk.address().length()).replaceFirst("[?#].*", "");
    }

    private static void await(String address) {
        new WebDriverWait(browser, PATIENCE)
                .until(now -> Objects.requireNonNull(browser.getCurrentUrl()).contains(address));
    }

    /** With which status the page was answered. */
    private static int status() {
        return number("performance.getEntriesByType('navigation')[0].responseStatus");
    }

    private static int number(String expression) {
        return ((Number) Objects.requireNonNull(browser.executeScript("return " + expression))).intValue();
    }

    private static void scripts(boolean run) {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    private static void width(int pixels) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 844, "deviceScaleFactor", 1, "mobile", pixels == PHONE));
    }
}
