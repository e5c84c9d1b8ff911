package tidtam.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tidtam.facts.CellRef;
import tidtam.facts.CellText;
import tidtam.facts.MeasureId;
import tidtam.reports.ReadingJson;
import tidtam.spreadsheets.text.CompletionReader;
import tidtam.spreadsheets.text.DutyReader;
import tidtam.spreadsheets.text.ResponsibleReader;

/** {@code tidtam read}: how single cell texts are understood. */
final class ReadCommand implements Command {
    private static final MeasureId MEASURE = new MeasureId(1);
    private static final CellRef CELL = new CellRef("", 0, 0);
    private static final List<String> COLUMNS = List.of("deadline", "completion", "division");

    @Override
    public Words.Form form(Voice voice) {
        return new Words.Form(
                "read",
                voice.say(
                        "อ่านข้อความในช่อง บรรทัดละหนึ่งช่อง แล้วบอกเป็น JSON ว่าเข้าใจอย่างไร",
                        "Reads one cell text per line and prints one JSON object per line: how it is understood."),
                List.of(
                        new Words.Described(
                                "deadline|completion|division", voice.say("คอลัมน์ของข้อความ", "the texts' column")),
                        new Words.Described(
                                "[FILE|-]",
                                voice.say(
                                        "แฟ้มข้อความ UTF-8 (ปกติ - คือ standard input)",
                                        "a UTF-8 file (usually -, standard input)"))),
                List.of());
    }

    @Override
    public int run(Words words, Session session) {
        Voice voice = session.voice();
        String column = Words.known("read", words.operands().get(0), COLUMNS, voice);
        String file = words.operands().size() > 1 ? words.operands().get(1) : "-";
        try (BufferedReader lines = open(file, session)) {
            StringBuilder answer = new StringBuilder();
            String line = lines.readLine();
            while (line != null && !session.out().left()) {
                answer.append(understood(column, line.startsWith("\uFEFF") ? line.substring(1) : line))
                        .append('\n');
                if (!lines.ready() || answer.length() > 1 << 16) {
                    session.out().print(answer.toString());
                    answer.setLength(0);
                }
                line = lines.readLine();
            }
            session.out().print(answer.toString());
            return Exit.CLEAN;
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Refused(voice.say(file + ": ไม่พบแฟ้ม", file + ": there is no such file"));
        } catch (IOException e) {
            throw new Refused(voice.say(file + ": อ่านไม่ได้", file + ": it cannot be read"));
        }
    }

    private static BufferedReader open(String file, Session session) throws IOException {
        InputStream in = file.equals("-") ? session.surroundings().in() : Files.newInputStream(Path.of(file));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private static String understood(String column, String text) {
        CellText cell = CellText.of(CELL, text);
        return switch (column) {
            case "deadline" ->
                ReadingJson.deadline(
                        text, DutyReader.duties(MEASURE, Optional.of(cell), Optional.empty(), OptionalInt.empty()));
            case "completion" -> ReadingJson.completion(text, CompletionReader.completion(MEASURE, cell));
            default -> ReadingJson.division(text, ResponsibleReader.responsible(MEASURE, cell, List.of()));
        };
    }
}
