package tidtam.app.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import tidtam.facts.Severity;
import tidtam.reports.CheckResult;
import tidtam.reports.Language;
import tidtam.reports.Wording;
import tidtam.reports.history.ChainHead;

/** What the desk asks of the program around it: the clock, checks, the reports of a run. Many threads may ask. */
public interface Office {
    /** The time where the agencies are. */
    ZonedDateTime now();

    /** In which words findings are told. */
    Wording wording(Language language);

    /**
     * A run evaluated again from what was kept of it, with what was remembered then: the same findings. The last few asked for are at hand.
     *
     * @return empty where there is no run of that number, or it cannot be evaluated by this program: {@link #whyNot} says why
     */
    Optional<CheckResult> result(long run);

    /** Why a run cannot be evaluated again, in a sentence. */
    String whyNot(long run, Language language);

    /** A file that can be had of a run. */
    record Report(String name, String mediaType) {}

    /** The reports of a run, in the order of their forms. */
    List<Report> reports(long run, Language language);

    /** Writes one of them. */
    void write(long run, Language language, String name, OutputStream out) throws IOException;

    /** A check that is under way. */
    interface Checking {
        /** How far it has come, in a sentence. */
        String progress(Language language);

        /** Whether it has ended. */
        boolean ended();

        /** The run that it gave. */
        Optional<Long> run();

        /** What kept it from giving one, or what a person should know of it, sentence by sentence. */
        List<String> told(Language language);
    }

    /**
     * Takes a workbook into the folder of plans and checks that folder.
     *
     * @param name its file's name, already made safe
     * @throws IOException where it cannot be put there
     */
    Checking upload(String name, byte[] workbook, String who) throws IOException;

    /** Checks the folder of plans as it stands. */
    Checking check(String who);

    /** The longest that a waiver of a finding of this weight may be, in days, both ends counted. */
    int longestWaiver(Severity severity);

    /** Heads of the chain that were noted elsewhere than in the database. */
    default List<ChainHead> notedHeads() {
        return List.of();
    }

    /** Whether no one works on a day. */
    boolean dayOff(LocalDate day);
}
