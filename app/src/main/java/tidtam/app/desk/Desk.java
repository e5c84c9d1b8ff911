package tidtam.app.desk;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidtam.app.store.Database;

/** Serves the auditor's desk until it is closed. */
public final class Desk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final String NONCE = "nonce";
    private static final int IDLE_THREAD_MILLIS = 60_000;
    private static final int FEWEST_THREADS = 8;

    /**
     * How the desk is served.
     *
     * @param host the address to listen at; browsers may also call it {@code localhost}
     * @param port 0 for any that is free
     * @param names by which browsers may call it besides, such as that of the proxy before it
     * @param https whether a proxy serves it over https: cookies then travel so only, and the proxy's word on who calls is taken
     * @param maxUpload the largest workbook or evidence that is taken, in bytes
     * @param threads the most that serve requests, at least 8
     * @param health asked for {@code /health}
     */
    public record Options(
            String host,
            int port,
            List<String> names,
            boolean https,
            long maxUpload,
            int threads,
            Supplier<Health> health) {
        /** On this machine only, at port 8080; workbooks of up to 20 MB. */
        public static Options usual(Supplier<Health> health) {
            return new Options("localhost", 8080, List.of(), false, 20_000_000, 32, health);
        }

        Set<String> hosts() {
            return Stream.concat(Stream.of(host, "localhost", "127.0.0.1", "[::1]"), names.stream())
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private final Javalin server;
    private final Equipment at;

    private Desk(Equipment at) {
        this.at = at;
        this.server = Javalin.create(this::configure);
    }

    /** Begins to serve. */
    public static Desk start(Office office, Database database, Options options) {
        Desk desk = new Desk(Equipment.of(office, database, options));
        desk.server.start(options.host(), options.port());
        return desk;
    }

    /** Where the first auditor sets a password, once and within a day; empty where there is an account already. */
    public Optional<String> setUpPath() {
        return at.accounts().setUpPath(at.office().now().toInstant());
    }

    /** The port it listens at. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void configure(JavalinConfig config) {
        Options options = at.options();
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        // What is compressed tells by its length what it says beside what an attacker made it say.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool =
                new QueuedThreadPool(Math.max(options.threads(), FEWEST_THREADS), FEWEST_THREADS, IDLE_THREAD_MILLIS);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.multipartConfig.maxFileSize(options.maxUpload(), SizeUnit.BYTES);
        config.jetty.multipartConfig.maxTotalRequestSize(options.maxUpload() + Sizes.FORM, SizeUnit.BYTES);
        config.routes.before(this::before);
        for (Route route : Routes.of(options)) {
            config.routes.addHttpHandler(route.method(), route.path(), context -> serve(route, context));
        }
        config.routes.exception(Refusal.class, (refusal, context) -> refuse(refusal.status(), context));
        config.routes.exception(
                HttpResponseException.class, (refusal, context) -> refuse(refusal.getStatus(), context));
        config.routes.exception(Exception.class, this::failed);
    }

    private void before(Context context) {
        String nonce = at.tokens().next();
        context.attribute(NONCE, nonce);
        Headers.set(context, nonce, at.options().https());
        String host = Optional.ofNullable(context.host()).orElse("").toLowerCase(Locale.ROOT);
        if (!at.options().hosts().contains(host.replaceFirst(":\\d{1,5}$", ""))) {
            throw new Refusal(421);
        }
        long length = Visit.number(Optional.ofNullable(context.header("Content-Length")))
                .orElse(0L);
        if (length > (context.isMultipart() ? at.options().maxUpload() + Sizes.FORM : Sizes.FORM)) {
            throw new Refusal(413);
        }
    }

    private void serve(Route route, Context context) throws Exception {
        Visit visit = visit(context);
        if (!route.open() && visit.account().isEmpty() && !route.post()) {
            String asked = context.path() + (context.queryString() == null ? "" : "?" + context.queryString());
            visit.go("/signin?next=" + Visit.encoded(asked));
            return;
        }
        if (!route.open() && !route.roles().contains(visit.person().role())) {
            throw new Refusal(403);
        }
        if (route.post()) {
            visit.checkForm();
        }
        route.handling().handle(visit);
    }

    private Visit visit(Context context) {
        return Visit.of(
                context,
                at,
                Optional.ofNullable(context.<String>attribute(NONCE)).orElse(""));
    }

    private void refuse(int status, Context context) {
        Visit visit = visit(context);
        int said = Set.of(400, 403, 404, 405, 413, 421).contains(status) ? status : 500;
        visit.show(status, out -> JterefusedGenerated.render(out, null, visit, said));
    }

    private void failed(Exception thrown, Context context) {
        int status = Sizes.status(thrown);
        if (status == 500) {
            LOG.error("{} {} could not be answered; the visitor was told so", context.method(), context.path(), thrown);
        }
        refuse(status, context);
    }
}
