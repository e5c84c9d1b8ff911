package tidtam.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import tidtam.app.outbox.SmtpTransport;
import tidtam.app.outbox.Transport;

/** How the mails of a run leave: to the server that the settings name, or as files. */
record MailWay(WarningSettings settings, Path data, Command.Session session) {
    /** The variable of the environment that holds the server's password. */
    static final String PASSWORD = "TIDTAM_SMTP_PASSWORD";

    private static final int LONGEST_PASSWORD = 4096;

    /** Opens the way when it is asked for; what would keep it shut is told before. */
    Supplier<Transport> open() {
        if (settings.server().isEmpty()) {
            Path outbox = data.resolve("outbox");
            session.tell(session.voice()
                    .say(
                            "ไม่ได้กำหนด warnings.server ในแฟ้มการตั้งค่า จึงเขียนอีเมลเป็นแฟ้ม .eml ใน " + outbox
                                    + " ให้เปิดด้วยโปรแกรมอีเมลแล้วส่ง",
                            "no warnings.server in the settings file, so mails are written as .eml files into " + outbox
                                    + "; open them in a mail program to send them"));
            return () -> new EmlFolder(outbox);
        }
        WarningSettings.Server server = settings.server().get();
        Optional<SmtpTransport.Login> login =
                server.user().map(user -> new SmtpTransport.Login(user, password(server)));
        SmtpTransport.Server at = new SmtpTransport.Server(
                server.host(), server.port(), server.security(), login, server.timeoutSeconds(), (SSLSocketFactory)
                        SSLSocketFactory.getDefault());
        return () -> new SmtpTransport(at, settings.from().orElseThrow());
    }

    private String password(WarningSettings.Server server) {
        Optional<String> given =
                Optional.ofNullable(session.surroundings().environment().get(PASSWORD));
        return given.or(() -> server.passwordFile().map(this::read))
                .filter(password -> !password.isEmpty())
                .orElseThrow(() -> new Refused(session.voice()
                        .say(
                                "server.user ต้องมีรหัสผ่าน: กำหนดตัวแปร " + PASSWORD
                                        + " หรือ password-file ในแฟ้มการตั้งค่า",
                                "server.user needs a password: set the variable " + PASSWORD
                                        + ", or password-file in the settings file")));
    }

    /** The first line. */
    private String read(Path file) {
        try {
            if (Files.size(file) <= LONGEST_PASSWORD) {
                return Files.readString(file, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("");
            }
        } catch (IOException e) {
            // Said below, without what the file may hold.
        }
        throw new Refused(session.voice()
                .say(
                        file + ": อ่านรหัสผ่านจากแฟ้มนี้ไม่ได้ ต้องเป็นแฟ้ม UTF-8 บรรทัดเดียว",
                        file + ": the password cannot be read from this file; it takes one line of UTF-8"));
    }
}
