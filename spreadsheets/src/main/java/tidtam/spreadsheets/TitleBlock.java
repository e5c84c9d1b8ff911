package tidtam.spreadsheets;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tidtam.facts.Folded;
import tidtam.facts.PlanTitle;

/** What the lines above the table say: whose plan it is, of which fiscal year and round. */
final class TitleBlock {
    private static final Pattern YEAR = FoldedPattern.of("ปีงบประมาณ(?:พ\\.?ศ\\.?|ค\\.?ศ\\.?|:)?(\\d+)");
    private static final Pattern LOOSE_YEAR =
            FoldedPattern.of("(?:ประจำปี|ปี|พ\\.?ศ\\.?)(?:พ\\.?ศ\\.?|ค\\.?ศ\\.?)?(\\d{4})(?!\\d)");
    private static final Pattern LOOKS_BACK = FoldedPattern.of("จากการ|ผลการประเมิน|การวิเคราะห์ผล|ที่ผ่านมา");
    private static final Pattern HALF = FoldedPattern.of("(ตุลาคม|ต\\.ค|เมษายน|เม\\.?ย)\\.?(?:พ\\.?ศ\\.?)?(\\d{2,4})?"
            + "(?:-|–|—|ถึง|~)+(?:วันที่)?(?:\\d{1,2})?(?:เดือน)?"
            + "(มีนาคม|มี\\.ค|กันยายน|ก\\.ย)\\.?(?:พ\\.?ศ\\.?)?(\\d{2,4})?");
    private static final Pattern SECOND = FoldedPattern.of(
            "รอบ(?:ที่|การรายงาน)*(?:2(?!\\d)|12เดือน|สอง)|6เดือนหลัง|6เดือน\\(?หลัง|ครั้งที่2(?!\\d)|ครึ่งปีหลัง|ครึ่งหลัง|ปลายปี|รอบสิบสองเดือน");
    private static final Pattern FIRST = FoldedPattern.of(
            "รอบ(?:ที่|การรายงาน)*(?:1(?!\\d)|6เดือน|หนึ่ง|หกเดือน)|6เดือนแรก|ครั้งที่1(?!\\d)|ครึ่งปีแรก|ครึ่งแรก");
    private static final List<String> AGENCIES = Stream.of(
                    "องค์การบริหารส่วนตำบล",
                    "องค์การบริหารส่วนจังหวัด",
                    "องค์การบริหารส่วน",
                    "เทศบาลนคร",
                    "เทศบาลเมือง",
                    "เทศบาลตำบล",
                    "เทศบาล",
                    "กรุงเทพมหานคร",
                    "เมืองพัทยา",
                    "ที่ทำการปกครอง",
                    "มหาวิทยาลัย",
                    "วิทยาลัย",
                    "โรงเรียน",
                    "โรงพยาบาล",
                    "สถานีตำรวจ",
                    "สำนักงาน",
                    "กระทรวง",
                    "สถาบัน",
                    "องค์การ",
                    "การไฟฟ้า",
                    "การประปา",
                    "กองทุน",
                    "ธนาคาร",
                    "อบต.",
                    "อบจ.",
                    "ทต.",
                    "ทม.",
                    "ทน.",
                    "รพ.",
                    "กรม",
                    "ศูนย์")
            .map(Folded::of)
            .toList();
    private static final String PROVINCE = Folded.of("จังหวัด");
    private static final String OF = Folded.of("ของ");
    private static final Pattern LABEL = FoldedPattern.of("^(?:ชื่อ)?(?:หน่วยงาน|ส่วนราชการ|อปท\\.?)(?:ที่รายงาน)?:");
    private static final Pattern AFTER_NAME = FoldedPattern.of("ประจำปี|ปีงบประมาณ|ดังนี้|\\(|,");
    private static final Pattern AFTER_NAME_AND_SPACE =
            FoldedPattern.of("รอบ|ได้|ตาม|มาตรการ|แผน|รายงาน|เพื่อ|ระหว่าง|ณวันที่|อำเภอ|จังหวัด|อ\\.|จ\\.");
    private static final int LONGEST_NAME = 90;

    private TitleBlock() {}

    /** The title that lines of text state, first line first. */
    static PlanTitle read(List<String> lines) {
        List<FoldedText> folded = lines.stream().map(FoldedText::of).toList();
        OptionalInt year = OptionalInt.empty();
        OptionalInt round = OptionalInt.empty();
        for (FoldedText line : folded) {
            Matcher half = HALF.matcher(line.folded());
            while (half.find() && year.isEmpty()) {
                Optional<Half> read = half(half);
                year = read.map(Half::fiscalYear).orElse(year);
                round = read.map(r -> OptionalInt.of(r.round())).orElse(round);
            }
        }
        if (year.isEmpty()) {
            year = year(folded);
        }
        if (round.isEmpty()) {
            round = round(folded);
        }
        if (round.isEmpty() && folded.stream().anyMatch(TitleBlock::wholeYear)) {
            round = OptionalInt.of(0);
        }
        return PlanTitle.of(agency(folded), year, round);
    }

    /** Whether a line names October to September as the months of the plan. */
    private static boolean wholeYear(FoldedText line) {
        return HALF.matcher(line.folded())
                .results()
                .anyMatch(months -> months.group(1).startsWith(Folded.of("ต"))
                        && months.group(3).startsWith(Folded.of("ก")));
    }

    private record Half(int round, OptionalInt fiscalYear) {}

    /** October to March is round 1, April to September round 2; October to September says the year alone. */
    private static Optional<Half> half(Matcher found) {
        boolean fromOctober = found.group(1).startsWith(Folded.of("ต"));
        boolean toMarch = found.group(3).startsWith(Folded.of("ม"));
        if (fromOctober != toMarch) {
            return Optional.empty();
        }
        OptionalInt last = buddhist(Optional.ofNullable(found.group(4)).orElse(""));
        OptionalInt first = buddhist(Optional.ofNullable(found.group(2)).orElse(""));
        OptionalInt year = last.isPresent() || first.isEmpty()
                ? last
                : OptionalInt.of(fromOctober ? first.getAsInt() + 1 : first.getAsInt());
        return Optional.of(new Half(fromOctober ? 1 : 2, year));
    }

    /** The fiscal year of the first line that does not look back at another year's result; else the latest year named. */
    private static OptionalInt year(List<FoldedText> lines) {
        for (Pattern pattern : List.of(YEAR, LOOSE_YEAR)) {
            OptionalInt latest = OptionalInt.empty();
            for (FoldedText line : lines) {
                boolean back = LOOKS_BACK.matcher(line.folded()).find();
                Matcher found = pattern.matcher(line.folded());
                while (found.find()) {
                    OptionalInt year = buddhist(found.group(1));
                    if (year.isPresent() && !back) {
                        return year;
                    }
                    if (year.isPresent() && year.getAsInt() > latest.orElse(0)) {
                        latest = year;
                    }
                }
            }
            if (latest.isPresent()) {
                return latest;
            }
        }
        return OptionalInt.empty();
    }

    /** The Buddhist year that two or four digits are; empty where they are none. */
    static OptionalInt buddhist(String digits) {
        int year = digits.length() == 2 || digits.length() == 4 ? Integer.parseInt(digits) : 0;
        if (digits.length() == 2 && year >= 50) {
            return OptionalInt.of(2500 + year);
        }
        if (year >= 2000 && year < 2100) {
            return OptionalInt.of(year + 543);
        }
        return year >= 2500 && year < 2700 ? OptionalInt.of(year) : OptionalInt.empty();
    }

    private static OptionalInt round(List<FoldedText> lines) {
        for (FoldedText line : lines) {
            if (SECOND.matcher(line.folded()).find()) {
                return OptionalInt.of(2);
            }
            if (FIRST.matcher(line.folded()).find()) {
                return OptionalInt.of(1);
            }
        }
        return OptionalInt.empty();
    }

    /** A line that says whose plan it is; else one that begins with an agency's kind; else one that names it in passing. */
    private static Optional<String> agency(List<FoldedText> lines) {
        for (FoldedText line : lines) {
            Matcher label = LABEL.matcher(line.folded());
            if (label.find() && label.end() < line.length()) {
                return Optional.of(name(line, label.end(), kindAt(line, label.end())));
            }
        }
        for (FoldedText line : lines) {
            int kind = kindAt(line, 0);
            if (kind > 0 && kind < line.length()) {
                return Optional.of(name(line, 0, kind));
            }
        }
        for (FoldedText line : lines) {
            for (int at = 1; at < line.length(); at++) {
                boolean word = line.gapBefore(at) || line.folded().startsWith(OF, at - OF.length());
                int kind = word ? kindAt(line, at) : 0;
                if (kind > 0 && at + kind < line.length()) {
                    return Optional.of(name(line, at, kind));
                }
            }
        }
        return lines.stream()
                .filter(line -> line.folded().startsWith(PROVINCE) && line.length() > PROVINCE.length())
                .map(line -> name(line, 0, PROVINCE.length()))
                .findFirst();
    }

    /** The length of the kind of agency that begins at a position; 0 where none does. */
    private static int kindAt(FoldedText line, int at) {
        return AGENCIES.stream()
                .filter(kind -> line.folded().startsWith(kind, at))
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    }

    private static String name(FoldedText line, int from, int kind) {
        int end = Math.min(line.length(), from + LONGEST_NAME);
        Matcher after = AFTER_NAME.matcher(line.folded()).region(from + kind, end);
        end = after.find() ? after.start() : end;
        Matcher apart = AFTER_NAME_AND_SPACE.matcher(line.folded()).region(from + kind, end);
        while (apart.find()) {
            if (line.gapBefore(apart.start())) {
                end = apart.start();
                break;
            }
        }
        return IssueText.oneLine(line.rawBetween(from, end));
    }
}
