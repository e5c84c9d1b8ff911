package tidtam.reports.warning;

/** The words of a mail: its subject, and one text in two forms. */
public record Letter(String subject, String plain, String html) {}
