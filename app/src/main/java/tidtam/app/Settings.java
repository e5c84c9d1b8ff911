package tidtam.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.cli.Option;
import tidtam.facts.Folded;
import tidtam.facts.Round;
import tidtam.reports.Language;
import tidtam.spreadsheets.text.DateReader;

/** The settings that every command which evaluates takes, read from its words. */
final class Settings {
    private static final Pattern ROUND = Pattern.compile("(\\d{4})(?:/([12]))?");
    private static final int EARLIEST_YEAR = 2500;
    private static final int LATEST_YEAR = 2700;

    private Settings() {}

    static List<Option> options(Voice voice) {
        return List.of(
                Words.valued(
                        "as-of",
                        "DATE",
                        voice.say(
                                "ตรวจ ณ วันที่ เช่น 2566-04-30 ๓๐/๔/๒๕๖๖ '๓๐ เมษายน ๒๕๖๖' (ปกติวันนี้)",
                                "the day to check for, such as 2566-04-30 or 2023-04-30 (usually today)")),
                Words.valued(
                        "round",
                        "2566/1",
                        voice.say(
                                "ปีงบประมาณและรอบ หรือทั้งปี เช่น 2566 (ปกติตามหัวตาราง มิฉะนั้นตามวันที่ตรวจ)",
                                "fiscal year and round, or a whole year such as 2566 (usually the workbook's title, else the date's)")),
                rules(voice),
                config(voice));
    }

    /** The option that names the settings file. */
    static Option config(Voice voice) {
        return Words.valued(
                "config",
                "FILE",
                voice.say(
                        "แฟ้มการตั้งค่าของหน่วยงาน ดูตัวอย่างใน tidtam.example.yaml",
                        "the agency's settings file; see tidtam.example.yaml"));
    }

    /** The language that the settings file asks for, where one is named and says so. */
    static Optional<Language> language(Words words) {
        Optional<String> file = words.find("--config");
        return file.isEmpty() ? Optional.empty() : SettingsYaml.language(file.get());
    }

    /** The option that names the agency's own rules. */
    static Option rules(Voice voice) {
        return Words.valued(
                "rules",
                "DIR",
                voice.say("โฟลเดอร์กฎและค่ากำหนดของหน่วยงาน", "a folder of the agency's own rules and limits"));
    }

    static Check.Settings of(Words words, Command.Session session) {
        Voice voice = session.voice();
        return new Check.Settings(
                words.find("--as-of").map(text -> asOf(text, voice)).orElseGet(session.surroundings()::today),
                words.find("--round").map(text -> round(text, voice)));
    }

    private static LocalDate asOf(String text, Voice voice) {
        return DateReader.day(text)
                .orElseThrow(() -> new Refused(voice.say(
                        "--as-of อ่านวันที่ '" + text + "' ไม่ได้ ใช้แบบ 2566-04-30 หรือ ๓๐/๔/๒๕๖๖",
                        "--as-of cannot read the date '" + text + "'; write 2566-04-30 or 2023-04-30")));
    }

    private static Round round(String text, Voice voice) {
        return findRound(text)
                .orElseThrow(() -> new Refused(voice.say(
                        "--round อ่าน '" + text + "' ไม่ได้ ใช้ปีงบประมาณ พ.ศ. และรอบ เช่น 2566/1 หรือ 2566",
                        "--round cannot read '" + text
                                + "'; write the Buddhist fiscal year and the round, such as 2566/1, or 2566")));
    }

    /** The round a text such as {@code 2566/1} or {@code ๒๕๖๖} names; empty where it names none. */
    static Optional<Round> findRound(String text) {
        Matcher round = ROUND.matcher(Folded.of(text));
        if (round.matches()) {
            int year = Integer.parseInt(round.group(1));
            if (year >= EARLIEST_YEAR && year <= LATEST_YEAR) {
                return Optional.of(new Round(year, round.group(2) == null ? 0 : Integer.parseInt(round.group(2))));
            }
        }
        return Optional.empty();
    }
}
