package tidtam.app.desk;

import java.io.IOException;
import java.io.InputStream;

/** What is not a page. */
final class Resources {
    private static final String ICON = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1d4e6b"/>\
            <path d="M4 8.5l3 3 5-7" fill="none" stroke="#fff" stroke-width="2"/></svg>""";

    private Resources() {}

    static void health(Visit visit, Health health) {
        visit.context().status(health.status()).contentType("application/json").result(health.json());
    }

    static void css(Visit visit) throws IOException {
        try (InputStream in = DeskTexts.resource("desk.css")) {
            visit.context()
                    .header("Cache-Control", "no-cache")
                    .contentType("text/css; charset=utf-8")
                    .result(in.readAllBytes());
        }
    }

    static void icon(Visit visit) {
        visit.context().contentType("image/svg+xml").result(ICON);
    }
}
