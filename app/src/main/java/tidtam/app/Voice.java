package tidtam.app;

import tidtam.reports.Language;

/** Speaks the language the user chose. */
record Voice(Language language) {
    /** One of two sentences that say the same. */
    String say(String thai, String english) {
        return language == Language.TH ? thai : english;
    }
}
