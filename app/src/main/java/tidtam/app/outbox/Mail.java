package tidtam.app.outbox;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tidtam.app.store.Octets;
import tidtam.facts.EmailAddress;
import tidtam.facts.Sha256;
import tidtam.reports.warning.Letter;
import tidtam.reports.warning.Recipients;

/**
 * A mail as it is sent: MIME (RFC 2045–2049, 2231) in seven bits, so that every server takes it. The same mail gives the same octets.
 *
 * @param id its Message-ID, without angle brackets
 * @param thread the Message-ID of the first mail to the same recipients; empty in that one
 * @param sender the name that is shown beside {@code from}
 * @param replyTo who reads the answers
 * @param at when it was written
 */
public record Mail(
        String id,
        Optional<String> thread,
        EmailAddress from,
        String sender,
        Optional<EmailAddress> replyTo,
        Recipients recipients,
        Letter letter,
        List<Attachment> attachments,
        ZonedDateTime at) {
    private static final String UTF_8 = "UTF-8";
    private static final int BOUNDARY_BYTES = 12;
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    /** A file in a mail. */
    public record Attachment(String name, String type, Octets content) {}

    /** The mail's octets. */
    public byte[] bytes() {
        try {
            MimeMessage message = new Identified(id);
            message.setFrom(new InternetAddress(from.sent(), line(sender), UTF_8));
            if (replyTo.isPresent()) {
                message.setReplyTo(addresses(replyTo.stream()));
            }
            message.setRecipients(Message.RecipientType.TO, addresses(recipients.to().stream()));
            message.setRecipients(Message.RecipientType.CC, addresses(recipients.copies().stream()));
            message.setSubject(line(letter.subject()), UTF_8);
            // Not by the library, whose dates are those of the machine's zone.
            message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at));
            message.setHeader("Auto-Submitted", "auto-generated");
            if (thread.isPresent()) {
                message.setHeader("In-Reply-To", "<" + thread.get() + ">");
                message.setHeader("References", "<" + thread.get() + ">");
            }
            message.setContent(content());
            message.saveChanges();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            message.writeTo(out);
            return out.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail cannot be written", e);
        } catch (IOException e) {
            throw new UncheckedIOException("memory throws no such thing", e);
        }
    }

    private MimeMultipart content() throws MessagingException {
        MimeMultipart words = new Parts("alternative", id);
        words.addBodyPart(text(letter.plain(), "text/plain"));
        words.addBodyPart(text(letter.html(), "text/html"));
        if (attachments.isEmpty()) {
            return words;
        }
        MimeMultipart whole = new Parts("mixed", id);
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(words);
        whole.addBodyPart(first);
        for (Attachment attachment : attachments) {
            whole.addBodyPart(file(attachment));
        }
        return whole;
    }

    private static MimeBodyPart text(String text, String type) throws MessagingException {
        return part(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), type + "; charset=" + UTF_8);
    }

    private static MimeBodyPart file(Attachment attachment) throws MessagingException {
        ContentType type = new ContentType(attachment.type());
        type.setParameterList(named("name", attachment.name(), Optional.ofNullable(type.getParameterList())));
        MimeBodyPart part = part(attachment.content().bytes(), type.toString());
        part.setHeader(
                "Content-Disposition",
                new ContentDisposition("attachment", named("filename", attachment.name(), Optional.empty()))
                        .toString());
        return part;
    }

    private static ParameterList named(String parameter, String name, Optional<ParameterList> others) {
        ParameterList parameters = others.orElseGet(ParameterList::new);
        parameters.set(parameter, line(name), UTF_8);
        return parameters;
    }

    /** A line break in a name would start a header. */
    private static String line(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    private static MimeBodyPart part(byte[] content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress[] addresses(Stream<EmailAddress> addresses) {
        return addresses.map(address -> address(address.sent())).toArray(InternetAddress[]::new);
    }

    static InternetAddress address(String sent) {
        InternetAddress address = new InternetAddress();
        address.setAddress(sent);
        return address;
    }

    /** The library would make boundaries of the clock. */
    private static final class Parts extends MimeMultipart {
        Parts(String subtype, String id) throws MessagingException {
            ContentType type = new ContentType("multipart", subtype, new ParameterList());
            type.setParameter("boundary", "=_" + Sha256.of(subtype + id, BOUNDARY_BYTES));
            contentType = type.toString();
        }
    }

    /** The library would make a Message-ID of its own. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
