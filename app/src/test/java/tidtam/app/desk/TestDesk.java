package tidtam.app.desk;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import tidtam.app.DeskPlans;
import tidtam.app.history.History;
import tidtam.app.store.Database;

/** A desk that is served, with plans that were checked and an account for each role. */
final class TestDesk implements AutoCloseable {
    static final String PASSWORD = "ยาวพอสมควร-2566";
    static final int MAX_UPLOAD = 200_000;
    static final String[] FINANCE = {
        "การจัดซื้อ <script>alert(1)</script>", "กองคลัง", "รายงานทุกไตรมาส", "<script>alert(2)</script>"
    };
    static final String[] WORKS = {"การก่อสร้าง", "กองช่าง", "รายงานทุกไตรมาส", ""};

    final Database database;
    final TestOffice office;
    final Desk desk;
    final Accounts accounts;

    TestDesk(Path folder) {
        this(folder, false);
    }

    TestDesk(Path folder, boolean https) {
        database = Database.open(folder);
        office = new TestOffice(new History(database));
        accounts = new Accounts(database);
        desk = Desk.start(
                office,
                database,
                new Desk.Options(
                        "localhost",
                        0,
                        List.of("desk.example.go.th"),
                        https,
                        MAX_UPLOAD,
                        8,
                        () -> new Health(200, "{\"up\":true}")));
    }

    /** The same with two divisions' findings. */
    static TestDesk checked(Path folder) {
        TestDesk desk = new TestDesk(folder);
        desk.office.plan("แผน.xlsx", DeskPlans.plan(FINANCE, WORKS));
        desk.office.run();
        for (Role role : Role.values()) {
            desk.account(role.name(), role, role == Role.HEAD ? List.of("กองคลัง") : List.of());
        }
        return desk;
    }

    void account(String name, Role role, List<String> divisions) {
        String path =
                accounts.create(name, role, divisions, office.now().toInstant()).orElseThrow();
        String token = path.substring(path.indexOf('=') + 1);
        accounts.use(
                token,
                "",
                new Passwords(new Tokens()).hash(PASSWORD),
                office.now().toInstant());
    }

    Browser browser() {
        return new Browser(desk.port());
    }

    Browser as(Role role) {
        Browser browser = browser();
        HttpResponse<String> answer = browser.signIn(role.name(), PASSWORD);
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(answer.statusCode() + answer.body());
        }
        return browser;
    }

    /** The fingerprint of the first finding of a division. */
    String fingerprint(String division) {
        return new Runs(new History(database))
                .latest().orElseThrow().rows().stream()
                        .filter(row -> row.sighting().divisions().contains(division))
                        .map(row -> row.sighting().fingerprint())
                        .findFirst()
                        .orElseThrow();
    }

    @Override
    public void close() {
        desk.close();
        database.close();
    }
}
