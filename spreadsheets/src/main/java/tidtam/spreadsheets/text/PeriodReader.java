package tidtam.spreadsheets.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tidtam.facts.CellText;
import tidtam.facts.Period;
import tidtam.facts.Precision;
import tidtam.facts.Round;
import tidtam.spreadsheets.text.StatedDate.Part;

/** Reads which period of the fiscal year a text names: a month, a quarter, a half-year, the year, or a range. */
public final class PeriodReader {
    private static final String YEAR =
            "(?:/|,|\\(|ของ)*(?:ประจา)?(?:ปีงบประมาณ|ปีงบ|ปี)?(?:พ\\.?ศ\\.?)?(\\d{4}|\\d{2})?\\)?$";
    private static final Pattern HALF = Pattern.compile("^(?:งวด(?:ที่)?)?(?:"
            + "รอบ(?:การรายงาน|การประเมิน)?(?:6เดือน)?(?:ที่)?([12])(?!\\d)"
            + "|(?:รอบ)?(?:การรายงาน)?(?:ที่)?(?:6|หก)เดือน(แรก|หลัง)"
            + "|ครึ่งปี(?:งบประมาณ)?(แรก|หลัง)"
            + "|รอบ(6|12)เดือน)" + YEAR);
    private static final Pattern WHOLE_YEAR =
            Pattern.compile("^(?:งวด)?(?:ประจา)?(ทั้งปี|ตลอดปี|ปี)?(?:งบประมาณ)?(?:พ\\.?ศ\\.?)?(\\d{4})?$");

    private PeriodReader() {}

    /**
     * The one period a text names; empty where it names none, or several. A single day stands for its month.
     *
     * @param fiscalYear Buddhist; places a period that names no year
     */
    public static Optional<Period> period(CellText text, OptionalInt fiscalYear) {
        Tokens tokens = Tokens.of(text);
        String letters = tokens.text().letters();
        Matcher half = HALF.matcher(letters);
        if (half.find()) {
            boolean second = "2".equals(half.group(1))
                    || "หลัง".equals(half.group(2))
                    || "หลัง".equals(half.group(3))
                    || "12".equals(half.group(4));
            return round(half.group(5), fiscalYear, second ? 2 : 1);
        }
        Matcher year = WHOLE_YEAR.matcher(letters);
        boolean whole = !letters.isEmpty() && year.find() && (year.group(2) != null || !"ปี".equals(year.group(1)));
        return whole ? round(year.group(2), fiscalYear, 0) : dates(tokens, fiscalYear);
    }

    private static Optional<Period> round(
            @org.jspecify.annotations.Nullable String written, OptionalInt fiscalYear, int number) {
        OptionalInt year = fiscalYear;
        if (written != null) {
            int christian = Years.christian(Integer.parseInt(written), written.length());
            if (christian == Years.IMPOSSIBLE || Years.guessed(Integer.parseInt(written), written.length())) {
                return Optional.empty();
            }
            year = OptionalInt.of(Years.buddhist(LocalDate.of(christian, 1, 1)));
        }
        if (year.isEmpty()) {
            return Optional.empty();
        }
        Round round = new Round(year.getAsInt(), number);
        return Optional.of(new Period(round.from(), round.to()));
    }

    private static Optional<Period> dates(Tokens tokens, OptionalInt fiscalYear) {
        List<StatedDate> dates = DateGrammar.dates(tokens);
        if (dates.size() != 1 || !nothingBeside(tokens, dates.get(0))) {
            return Optional.empty();
        }
        StatedDate date = dates.get(0);
        Part first = date.first();
        Part last = date.last();
        if (last.year() == Years.NONE && first.year() == Years.NONE) {
            first = placed(first, fiscalYear);
            last = placed(last, fiscalYear);
        } else if (last.year() == Years.NONE) {
            last = last.withYear(last.month() < first.month() ? first.year() + 1 : first.year());
        } else if (first.year() == Years.NONE) {
            first = first.withYear(first.month() > last.month() ? last.year() - 1 : last.year());
        }
        if (!exists(first) || !exists(last)) {
            return Optional.empty();
        }
        boolean days = date.precision() == Precision.DAY && date.range();
        LocalDate from = LocalDate.of(first.year(), first.month(), days ? first.day() : 1);
        LocalDate to = days && last.day() > 0
                ? LocalDate.of(last.year(), last.month(), last.day())
                : YearMonth.of(last.year(), last.month()).atEndOfMonth();
        return to.isBefore(from) ? Optional.empty() : Optional.of(new Period(from, to));
    }

    /** A month without a year, in the fiscal year. */
    private static Part placed(Part part, OptionalInt fiscalYear) {
        if (fiscalYear.isEmpty() || part.month() < 1) {
            return part;
        }
        int year = Years.fromBuddhist(fiscalYear.getAsInt());
        return part.withYear(part.month() >= 10 ? year - 1 : year);
    }

    private static boolean exists(Part part) {
        return part.year() > 0 && Years.exists(part.year(), part.month(), Math.max(1, part.day()));
    }

    private static boolean nothingBeside(Tokens tokens, StatedDate date) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean beside = i < date.from() || i >= date.to();
            boolean filler = tokens.is(i, Word.INSTALMENT, Word.ROUND, Word.DATE)
                    || tokens.is(i, Word.IN, Word.FROM, Word.REGULAR)
                    || tokens.is(i, Word.MARK, Word.OF)
                    || tokens.unit(i, Unit.MONTH);
            if (beside && !filler) {
                return false;
            }
        }
        return true;
    }
}
