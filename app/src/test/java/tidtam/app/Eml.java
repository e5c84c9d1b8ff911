package tidtam.app;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A mail as a mail program reads it. */
record Eml(MimeMessage message, List<Part> parts) {
    static Eml read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            List<Part> parts = new ArrayList<>();
            collect(message, parts);
            return new Eml(message, parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static void collect(Part part, List<Part> parts) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart one = many.getBodyPart(i);
                collect(one, parts);
            }
        } else {
            parts.add(part);
        }
    }

    /** A header as it is shown; empty where there is none. */
    String header(String name) {
        try {
            String value = message.getHeader(name, ", ");
            return value == null ? "" : value;
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    String subject() {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** The plain form of the text. */
    String text() {
        return parts.stream()
                .filter(part -> type(part).startsWith("text/plain"))
                .map(Eml::content)
                .findFirst()
                .orElseThrow()
                .replace("\r\n", "\n");
    }

    /** The names of the files that are attached. */
    List<String> files() {
        return parts.stream().map(Eml::name).filter(name -> !name.isEmpty()).toList();
    }

    /** A file's text. */
    String file(String name) {
        return parts.stream()
                .filter(part -> name(part).equals(name))
                .map(Eml::content)
                .findFirst()
                .orElseThrow();
    }

    private static String type(Part part) {
        try {
            return part.getContentType();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(Part part) {
        try {
            return part.getFileName() == null ? "" : part.getFileName();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String content(Part part) {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
