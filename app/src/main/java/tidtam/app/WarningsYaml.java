package tidtam.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import tidtam.app.WarningSettings.Server;
import tidtam.app.outbox.SmtpTransport.Security;
import tidtam.facts.EmailAddress;

/** Reads the section of a settings file that is about warnings. */
final class WarningsYaml {
    static final List<String> OF_WARNINGS = List.of(
            "from",
            "fall-back",
            "clerk",
            "auditor",
            "domains",
            "repeat-days",
            "heartbeat-days",
            "days-off",
            "most-mails",
            "most-newly-flagged",
            "most-attached",
            "data",
            "server");
    static final List<String> OF_SERVER = List.of("host", "port", "security", "user", "password-file", "timeout");

    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Predicate<String> HOST = Pattern.compile(
                    "(?=.{1,253}$)" + LABEL + "(?:\\." + LABEL + ")*|(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f.]{0,15}")
            .asMatchPredicate();
    private static final int USUAL_TIMEOUT = 30;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final Predicate<String> ONE_LINE =
            Pattern.compile("[^\\p{Cc}\u2028\u2029]+").asMatchPredicate();

    private final CheckedYaml yaml;
    private final Voice voice;

    WarningsYaml(CheckedYaml yaml, Voice voice) {
        this.yaml = yaml;
        this.voice = voice;
    }

    private enum DaysOff {
        HOLD,
        SEND
    }

    /** What the section says; what it leaves out, and where there is none, is as usual. */
    WarningSettings settings(Optional<Node> section) {
        Map<String, Node> given =
                section.map(node -> yaml.entries(node, OF_WARNINGS)).orElse(Map.of());
        WarningSettings usual = WarningSettings.usual();
        String days = voice.say("จำนวนวัน", "a number of days");
        String mails = voice.say("จำนวนฉบับ", "a number of mails");
        String percent = voice.say("ร้อยละ", "a percentage");
        String megabytes = voice.say("จำนวน MB", "a number of megabytes");
        WarningSettings settings = new WarningSettings(
                address(given, "from"),
                address(given, "fall-back"),
                address(given, "clerk"),
                address(given, "auditor"),
                domains(given),
                number(given, "repeat-days", 1, 366, days).orElse(usual.repeatDays()),
                number(given, "heartbeat-days", 0, 366, days).orElse(usual.heartbeatDays()),
                CheckedYaml.value(given, "days-off")
                        .flatMap(node -> yaml.word(node, DaysOff.values(), SettingsYaml::kebab))
                        .map(word -> word == DaysOff.SEND)
                        .orElse(usual.sentOnDaysOff()),
                number(given, "most-mails", 1, 100_000, mails).orElse(usual.mostMails()),
                number(given, "most-newly-flagged", 0, 100, percent).orElse(usual.mostNewlyFlagged()),
                number(given, "most-attached", 0, 100, megabytes).orElse(usual.mostAttachedMegabytes()),
                path(given, "data", voice.say("ชื่อโฟลเดอร์", "the name of a folder"))
                        .orElse(yaml.beside(usual.data())),
                CheckedYaml.value(given, "server").flatMap(this::server));
        if (given.containsKey("server") && !given.containsKey("from")) {
            String wanted = voice.say(
                    "อีเมลผู้ส่ง ต้องมีเมื่อมี server", "the sender's address, needed where there is a server");
            section.ifPresent(node -> yaml.missing(node, "from", wanted));
        }
        refuseStranger(given, "fall-back", settings.fallBack(), settings);
        refuseStranger(given, "clerk", settings.clerk(), settings);
        refuseStranger(given, "auditor", settings.auditor(), settings);
        return settings;
    }

    private Optional<EmailAddress> address(Map<String, Node> given, String name) {
        return CheckedYaml.value(given, name).flatMap(yaml::address);
    }

    private Optional<Integer> number(Map<String, Node> given, String name, int least, int most, String counted) {
        return CheckedYaml.value(given, name).flatMap(node -> yaml.number(node, least, most, counted));
    }

    private Optional<Path> path(Map<String, Node> given, String name, String wanted) {
        return CheckedYaml.value(given, name).flatMap(node -> yaml.path(node, wanted + quoted()));
    }

    private String quoted() {
        return voice.say(" (ตัวเลขล้วนให้ใส่เครื่องหมายคำพูด)", " (in quotes where it is a number)");
    }

    private SortedSet<String> domains(Map<String, Node> given) {
        String wanted = voice.say("โดเมน เช่น example.go.th", "a domain such as example.go.th");
        return CheckedYaml.value(given, "domains").map(yaml::members).orElse(List.of()).stream()
                .flatMap(node -> yaml.meant(node, wanted, WarningsYaml::domain).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> domain(String text) {
        return EmailAddress.find("postmaster@" + text).map(EmailAddress::domain);
    }

    private void refuseStranger(
            Map<String, Node> given, String name, Optional<EmailAddress> address, WarningSettings settings) {
        address.filter(one -> !settings.allows(one)).ifPresent(one -> {
            String allowed = String.join(", ", settings.domains());
            yaml.wrong(
                    Objects.requireNonNull(given.get(name)),
                    "ส่งถึง '" + one.text() + "' ไม่ได้ เพราะโดเมนไม่อยู่ใน domains: " + allowed,
                    "'" + one.text() + "' cannot be written to, as its domain is not among domains: " + allowed);
        });
    }

    private Optional<Server> server(Node node) {
        Map<String, Node> given = yaml.entries(node, serverNames());
        Optional<String> host = host(node, given);
        Security security = CheckedYaml.value(given, "security")
                .flatMap(one -> yaml.word(one, Security.values(), SettingsYaml::kebab))
                .orElse(Security.STARTTLS);
        int port = number(given, "port", 1, 65_535, voice.say("เลขพอร์ต", "a port"))
                .orElse(security.usualPort());
        String wanted = voice.say("ชื่อผู้ใช้บรรทัดเดียว", "a user's name in one line") + quoted();
        Optional<String> user = CheckedYaml.value(given, "user")
                .flatMap(
                        one -> yaml.meant(one, wanted, text -> Optional.of(text).filter(ONE_LINE)));
        if (security == Security.NONE && host.filter(WarningsYaml::isElsewhere).isPresent()) {
            CheckedYaml.value(given, "user").ifPresent(this::refuseReadable);
        }
        Optional<Path> passwordFile = path(given, "password-file", voice.say("ชื่อแฟ้ม", "the name of a file"));
        int timeout = number(given, "timeout", 1, 600, voice.say("จำนวนวินาที", "a number of seconds"))
                .orElse(USUAL_TIMEOUT);
        return host.map(one -> new Server(one, port, security, user, passwordFile, timeout));
    }

    private CheckedYaml.Names serverNames() {
        return new CheckedYaml.Names(
                OF_SERVER,
                String.join(", ", OF_SERVER),
                Map.of(
                        "password",
                        voice.say(
                                "รหัสผ่านไม่เขียนในแฟ้มนี้ ให้ใส่ในตัวแปรสภาพแวดล้อม TIDTAM_SMTP_PASSWORD หรือในแฟ้มที่ password-file ระบุ",
                                "the password never stands in this file; put it into the environment variable TIDTAM_SMTP_PASSWORD, or into the file that password-file names")));
    }

    private Optional<String> host(Node server, Map<String, Node> given) {
        String wanted = voice.say(
                "ชื่อเครื่องหรือเลข IP เช่น mail.example.go.th ไม่มี https:// ช่องว่าง หรือพอร์ต",
                "a host name or an IP address such as mail.example.go.th, without https://, spaces or port");
        if (!given.containsKey("host")) {
            yaml.missing(server, "host", wanted);
        }
        return CheckedYaml.value(given, "host")
                .flatMap(node ->
                        yaml.meant(node, wanted, text -> Optional.of(text).filter(HOST)));
    }

    private static boolean isElsewhere(String host) {
        return !THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
    }

    private void refuseReadable(Node user) {
        yaml.wrong(
                user,
                "ใช้ user กับ security: none ไม่ได้ เพราะรหัสผ่านจะถูกอ่านได้ระหว่างทาง ให้ใช้ starttls หรือ tls ยกเว้น host เป็น localhost, 127.0.0.1 หรือ ::1",
                "a user will not do with security: none, as the password could be read on the way; use starttls or tls, unless the host is localhost, 127.0.0.1 or ::1");
    }
}
