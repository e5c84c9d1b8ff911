package tidtam.app;

import java.util.Optional;
import tidtam.reports.Language;

/** One command: the words it takes, and what it does. */
interface Command {
    /** Its name and its words, described in the user's language. */
    Words.Form form(Voice voice);

    /**
     * Carries it out.
     *
     * @return the exit code
     * @throws Refused where the user has to mend something
     */
    int run(Words words, Session session);

    /** Where a command runs, and how it speaks. */
    record Session(Surroundings surroundings, Voice voice, Output out) {
        /** The same in another language, if one is given. */
        Session speaking(Optional<Language> other) {
            return other.map(Voice::new)
                    .map(voice -> new Session(surroundings, voice, new Output(surroundings.out(), voice)))
                    .orElse(this);
        }

        /** Tells a person something in one line; what steers a terminal, as a file name may, is left out. */
        void tell(String message) {
            surroundings.err().println("tidtam: " + message.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " "));
        }
    }
}
