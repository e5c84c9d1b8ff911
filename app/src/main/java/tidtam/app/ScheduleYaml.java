package tidtam.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import tidtam.app.ScheduleSettings.Address;
import tidtam.app.schedule.Timetable;

/** Reads the section of a settings file that is about what is done by itself. */
final class ScheduleYaml {
    static final List<String> OF_SCHEDULE =
            List.of("plans", "check", "warn", "reports", "heartbeat-file", "address", "names", "https");

    private static final Pattern ADDRESS =
            Pattern.compile("(?<host>[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])[:](?<port>[0-9๐-๙]{1,5})");
    private static final Predicate<String> HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}").asMatchPredicate();
    private static final int LAST_PORT = 65_535;

    private final CheckedYaml yaml;
    private final Voice voice;

    ScheduleYaml(CheckedYaml yaml, Voice voice) {
        this.yaml = yaml;
        this.voice = voice;
    }

    private enum Truth {
        TRUE,
        FALSE
    }

    /** What the section says; what it leaves out, and where there is none, is as usual. */
    ScheduleSettings settings(Optional<Node> section) {
        Map<String, Node> given =
                section.map(node -> yaml.entries(node, OF_SCHEDULE)).orElse(Map.of());
        ScheduleSettings usual = ScheduleSettings.usual();
        String folder = voice.say("ชื่อโฟลเดอร์", "the name of a folder");
        ScheduleSettings settings = new ScheduleSettings(
                path(given, "plans", folder),
                timetable(given, "check"),
                timetable(given, "warn"),
                path(given, "reports", folder),
                path(given, "heartbeat-file", voice.say("ชื่อแฟ้ม", "the name of a file")),
                address(given).orElse(usual.address()),
                names(given),
                CheckedYaml.value(given, "https")
                        .flatMap(node -> yaml.word(node, Truth.values(), SettingsYaml::kebab))
                        .map(truth -> truth == Truth.TRUE)
                        .orElse(usual.https()));
        if (!given.containsKey("plans") && (given.containsKey("check") || given.containsKey("warn"))) {
            String wanted = voice.say(
                    "โฟลเดอร์ของแฟ้มแผน ต้องมีเมื่อมี check หรือ warn",
                    "the folder of the plans, needed where there is check or warn");
            section.ifPresent(node -> yaml.missing(node, "plans", wanted));
        }
        if (settings.plans().isPresent()
                && settings.plans()
                        .map(ScheduleYaml::plain)
                        .equals(settings.reports().map(ScheduleYaml::plain))) {
            CheckedYaml.value(given, "reports")
                    .ifPresent(
                            node -> yaml.wrong(
                                    node,
                                    "รายงานเขียนลงโฟลเดอร์ plans ไม่ได้ เพราะจะถูกตรวจเป็นแผนด้วย",
                                    "reports cannot be written into the folder of the plans, where they would be checked as plans"));
        }
        return settings;
    }

    private static Path plain(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private Optional<Path> path(Map<String, Node> given, String name, String wanted) {
        String quoted = voice.say(" (ตัวเลขล้วนให้ใส่เครื่องหมายคำพูด)", " (in quotes where it is a number)");
        return CheckedYaml.value(given, name).flatMap(node -> yaml.path(node, wanted + quoted));
    }

    private Optional<Timetable> timetable(Map<String, Node> given, String name) {
        String wanted = voice.say(
                "เวลาที่มีจริง เช่น ทุกวันทำการ 08:30, ทุกวัน 08:30, ทุกวันจันทร์ 08:30, วันทำการแรกของเดือน 09:00 หรือแบบ cron 5 ช่องในเครื่องหมายคำพูด เช่น '30 8 * * 1-5'",
                "a time that comes, such as every working day 08:30, every day 08:30, every monday 08:30, first working day of the month 09:00, or the five fields of cron in quotes, such as '30 8 * * 1-5'");
        return CheckedYaml.value(given, name).flatMap(node -> yaml.meant(node, wanted, Timetable::find));
    }

    private Optional<Address> address(Map<String, Node> given) {
        String wanted = voice.say(
                "ชื่อเครื่องหรือเลข IP และพอร์ต 1 ถึง 65535 เช่น localhost:8080",
                "a host name or an IP address and a port from 1 to 65535, such as localhost:8080");
        return CheckedYaml.value(given, "address").flatMap(node -> yaml.meant(node, wanted, ScheduleYaml::address));
    }

    private List<String> names(Map<String, Node> given) {
        String wanted = voice.say("ชื่อเครื่อง เช่น tidtam.example.go.th", "a host name, such as tidtam.example.go.th");
        return CheckedYaml.value(given, "names").map(yaml::members).orElse(List.of()).stream()
                .flatMap(node ->
                        yaml.meant(node, wanted, text -> Optional.of(text).filter(HOST)).stream())
                .toList();
    }

    private static Optional<Address> address(String text) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group("host").replaceAll("[\\[\\]]", "");
        return Optional.of(new Address(host, Integer.parseInt(parts.group("port"))))
                .filter(address -> address.port() >= 1 && address.port() <= LAST_PORT);
    }
}
