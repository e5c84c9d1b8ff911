package tidtam.reports;

import tidtam.facts.Severity;

/** How a piece of terminal text looks; ANSI escapes, or nothing where colours are not wanted. */
enum Style {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    ERROR("1;31"),
    WARNING("33"),
    INFO("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    static Style of(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case INFO -> INFO;
        };
    }

    String paint(String text, boolean colours) {
        return !colours || code.isEmpty() || text.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
