package tidtam.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tidtam.app.outbox.SmtpTransport;
import tidtam.facts.EmailAddress;
import tidtam.reports.warning.Contacts;

/**
 * How warnings are written: to whom, how often, how many, and through which server.
 *
 * @param from the sender; there is one wherever there is a server
 * @param fallBack the clerk's office, which gets what has no usable address
 * @param clerk the clerk of the agency, who gets a copy of what is overdue for as long as the escalation says
 * @param auditor gets all of it, week by week
 * @param domains to which a mail may go, as {@link EmailAddress#domain()} gives them; empty where it may go to any
 * @param repeatDays after how many days what is still open is written about again
 * @param heartbeatDays after how many days a mail says that nothing is open; 0 for never
 * @param sentOnDaysOff whether mails also go out on days off
 * @param mostMails more in one run, and none goes out
 * @param mostNewlyFlagged in percent of an agency's divisions; more that have errors and had none before, and no mail goes out
 * @param mostAttachedMegabytes to one mail
 * @param data the folder of the database and the outbox
 */
record WarningSettings(
        Optional<EmailAddress> from,
        Optional<EmailAddress> fallBack,
        Optional<EmailAddress> clerk,
        Optional<EmailAddress> auditor,
        SortedSet<String> domains,
        int repeatDays,
        int heartbeatDays,
        boolean sentOnDaysOff,
        int mostMails,
        int mostNewlyFlagged,
        int mostAttachedMegabytes,
        Path data,
        Optional<Server> server) {

    /**
     * The server that takes mails. Its password stands in the environment or in a file, never here.
     *
     * @param user absent where it asks for none
     * @param passwordFile not read yet
     */
    record Server(
            String host,
            int port,
            SmtpTransport.Security security,
            Optional<String> user,
            Optional<Path> passwordFile,
            int timeoutSeconds) {}

    /** As it is where no settings file is named. */
    static WarningSettings usual() {
        return new WarningSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeSet<>(),
                7,
                0,
                false,
                200,
                70,
                10,
                Path.of("tidtam-data"),
                Optional.empty());
    }

    /** Whom the agency has written to. */
    Contacts contacts() {
        return new Contacts(fallBack, auditor, this::allows);
    }

    /** Whether a mail may go to this address. */
    boolean allows(EmailAddress address) {
        return domains.isEmpty() || domains.contains(address.domain());
    }
}
