package tidtam.app.desk;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tidtam.reports.Language;
import tidtam.reports.Wording;

/** One request: who asks, for what, in which language; and the way to answer. */
final class Visit {
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final Context context;
    private final Equipment at;
    private final ZonedDateTime now;
    private final Language language;
    private final Wording wording;
    private final String nonce;
    private final Optional<Account> account;
    private final String form;

    private Visit(
            Context context,
            Equipment at,
            ZonedDateTime now,
            Language language,
            String nonce,
            Optional<Account> account,
            String form) {
        this.context = context;
        this.at = at;
        this.now = now;
        this.language = language;
        this.wording = at.office().wording(language);
        this.nonce = nonce;
        this.account = account;
        this.form = form;
    }

    /** @param nonce that the answer's headers name */
    static Visit of(Context context, Equipment at, String nonce) {
        ZonedDateTime now = at.office().now();
        Optional<Sessions.Session> session = Optional.ofNullable(context.cookie(sessionCookie(at)))
                .flatMap(id -> at.sessions().find(id, now.toInstant()));
        Optional<Account> account =
                session.flatMap(one -> at.accounts().find(one.account())).filter(one -> !one.disabled());
        String form = session.filter(one -> account.isPresent())
                .map(Sessions.Session::form)
                .orElseGet(() -> formBeforeSignIn(context, at));
        return new Visit(context, at, now, language(context, at), nonce, account, form);
    }

    private static Language language(Context context, Equipment at) {
        Optional<Language> asked =
                Optional.ofNullable(context.queryParam("lang")).flatMap(Language::find);
        asked.ifPresent(one -> cookie(context, at, "lang", one.code(), YEAR_SECONDS));
        return asked.or(() -> Optional.ofNullable(context.cookie("lang")).flatMap(Language::find))
                .orElse(Language.TH);
    }

    private static String formBeforeSignIn(Context context, Equipment at) {
        String name = at.options().https() ? "__Host-form" : "form";
        return Optional.ofNullable(context.cookie(name))
                .filter(Tokens::wellFormed)
                .orElseGet(() -> {
                    String form = at.tokens().next();
                    cookie(context, at, name, form, -1);
                    return form;
                });
    }

    private static String sessionCookie(Equipment at) {
        return at.options().https() ? "__Host-session" : "session";
    }

    /** Lax, not Strict: a link in a mail must find who is signed in. What changes anything is posted with the session's own token. */
    private static void cookie(Context context, Equipment at, String name, String value, int seconds) {
        context.cookie(new Cookie(name, value, "/", seconds, at.options().https(), true, null, SameSite.LAX));
    }

    Equipment at() {
        return at;
    }

    Context context() {
        return context;
    }

    Wording wording() {
        return wording;
    }

    Language language() {
        return language;
    }

    String nonce() {
        return nonce;
    }

    Optional<Account> account() {
        return account;
    }

    /** Who is signed in. */
    Account person() {
        return account.orElseThrow(() -> new Refusal(403));
    }

    Scope scope() {
        return person().scope();
    }

    boolean is(Role... roles) {
        return account.filter(one -> Set.of(roles).contains(one.role())).isPresent();
    }

    Instant moment() {
        return now.toInstant();
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    /** What every form that is posted must hold. */
    String form() {
        return form;
    }

    /** Refuses a form that this visitor was not given. */
    void checkForm() {
        if (!Tokens.same(form, field("form"))) {
            throw new Refusal(403);
        }
    }

    /** Signs a person in under a new session. */
    void signIn(Account person) {
        signOut();
        cookie(
                context,
                at,
                sessionCookie(at),
                at.sessions().begin(person.id(), moment()).id(),
                -1);
    }

    void signOut() {
        Optional.ofNullable(context.cookie(sessionCookie(at))).ifPresent(at.sessions()::end);
        cookie(context, at, sessionCookie(at), "", 0);
    }

    /** From where the visitor calls; behind a proxy, as the proxy says. */
    String address() {
        String forwarded = at.options().https() ? context.header("X-Forwarded-For") : null;
        return forwarded == null
                ? context.ip()
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    /** What a posted form holds; empty where it is missing. */
    String field(String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("").strip();
    }

    /** The same untouched. */
    String secret(String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }

    /** What an address holds behind its question mark; empty where it is missing or blank. */
    Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name)).map(String::strip).filter(one -> !one.isEmpty());
    }

    /** A whole number in the path. */
    long number(String name) {
        return number(Optional.of(context.pathParam(name))).orElseThrow(() -> new Refusal(404));
    }

    static Optional<Long> number(Optional<String> text) {
        return text.filter(one -> one.matches("\\d{1,15}")).map(Long::valueOf);
    }

    /** The run that an address names, else the last one; empty where nothing was recorded. */
    Optional<RunView> run() {
        Optional<String> named = query("run");
        if (named.isEmpty()) {
            return at.runs().latest();
        }
        long number = number(named).orElseThrow(() -> new Refusal(404));
        return Optional.of(at.runs().find(number).orElseThrow(() -> new Refusal(404)));
    }

    String t(String key, Object... values) {
        Object[] shown = values.clone();
        for (int i = 0; i < shown.length; i++) {
            if (shown[i] instanceof Number number) {
                shown[i] = n(number.longValue());
            } else if (shown[i] instanceof LocalDate date) {
                shown[i] = d(date);
            }
        }
        return texts().line(key, shown);
    }

    private DeskTexts texts() {
        DeskTexts texts = at.texts().get(language);
        if (texts == null) {
            throw new IllegalStateException("no texts in " + language);
        }
        return texts;
    }

    /** A number in words. */
    String n(long number) {
        return wording.number(number);
    }

    /** A day in words. */
    String d(LocalDate date) {
        return wording.date(date);
    }

    /** A moment in words, to the minute. */
    String m(Instant moment) {
        ZonedDateTime there = moment.atZone(now.getZone());
        LocalTime time = there.toLocalTime();
        return d(there.toLocalDate()) + " " + two(time.getHour()) + ":" + two(time.getMinute());
    }

    private String two(int number) {
        return (number < 10 ? n(0) : "") + n(number);
    }

    /** The same page in the other language. */
    String otherLanguage() {
        StringBuilder address = new StringBuilder("?");
        context.queryParamMap()
                .forEach((name, values) -> values.stream()
                        .filter(value -> !name.equals("lang") && !name.equals("token"))
                        .forEach(value -> address.append(encoded(name))
                                .append('=')
                                .append(encoded(value))
                                .append('&')));
        Optional.ofNullable(context.queryParam("token"))
                .filter(Tokens::wellFormed)
                .ifPresent(token -> address.append("token=").append(token).append('&'));
        return address + "lang=" + (language == Language.TH ? "en" : "th");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Answers with a page. */
    void show(int status, Consumer<HtmlTemplateOutput> template) {
        StringOutput page = new StringOutput();
        template.accept(new OwaspHtmlTemplateOutput(page));
        context.status(status).contentType("text/html; charset=utf-8").result(page.toString());
    }

    void show(Consumer<HtmlTemplateOutput> template) {
        show(200, template);
    }

    /** Marks a link to the page that is shown; null for others, as templates leave out what is null. */
    @Nullable
    String current(String path) {
        return context.path().equals(path) ? "page" : null;
    }

    /** Sends the visitor on to an address of the desk. */
    void go(String address) {
        context.redirect(address, HttpStatus.SEE_OTHER);
    }

    /** A file to be saved, its name in any script (RFC 6266, RFC 8187). */
    void file(String name, String mediaType, byte[] content) {
        StringBuilder plain = new StringBuilder();
        name.codePoints()
                .forEach(c -> plain.appendCodePoint(c > 0x20 && c < 0x7F && "\"\\%;/'".indexOf(c) < 0 ? c : '_'));
        context.header(
                        "Content-Disposition",
                        "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                                + encoded(name).replace("+", "%20").replace("*", "%2A"))
                .contentType(mediaType)
                .result(content);
    }

    /** A form that was posted with mistakes: what was typed, and what is wrong by field. */
    record Typed(Map<String, String> fields, Map<String, String> faults) {
        static Typed nothing() {
            return new Typed(Map.of(), Map.of());
        }

        String value(String field) {
            return fields.getOrDefault(field, "");
        }

        /** What is wrong with a field; null where nothing is, as templates leave out what is null. */
        @Nullable
        String fault(String field) {
            return faults.get(field);
        }

        boolean faulty() {
            return !faults.isEmpty();
        }
    }

    /** What was posted in some fields. */
    Map<String, String> fields(List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, this::field));
    }
}
