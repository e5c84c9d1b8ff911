package tidtam.reports;

import java.util.Optional;

/** A language that reports are written in. */
public enum Language {
    TH("th"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The ISO 639-1 code, such as {@code th}. */
    public String code() {
        return code;
    }

    /** The language of a code; empty where reports know none. */
    public static Optional<Language> find(String code) {
        return TH.code.equals(code) ? Optional.of(TH) : EN.code.equals(code) ? Optional.of(EN) : Optional.empty();
    }
}
