package tidtam.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidtam.facts.CellProblem;
import tidtam.facts.CellRef;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.Finding;
import tidtam.facts.Kind;
import tidtam.facts.Limits;
import tidtam.facts.Measure;
import tidtam.facts.Period;
import tidtam.facts.Reason;
import tidtam.facts.ReportedFinding;
import tidtam.facts.Responsible;
import tidtam.facts.Round;
import tidtam.facts.RuleInfo;
import tidtam.facts.Waiver;

/**
 * Values become words, in one language, at the last moment. Every text it gives is one clean line. A missing template, text or value is an
 * exception, never an empty text. Immutable; may be shared by threads.
 */
public final class Wording {
    /** The value that chooses between a rule's sentences. */
    private static final String VARIANT = "variant";
    /** What a rule rests on, among its messages. */
    private static final String BASIS = ".basis";
    /** How much of a cell's text a sentence quotes, in columns. */
    static final int QUOTE = 120;
    /** How much of a waiver's reason is told, in columns. */
    private static final int REASON = 400;
    /** How many members of a list a sentence names. */
    private static final int LISTED = 24;

    private final Language language;
    private final Digits digits;
    private final Map<String, String> messages;
    private final Texts texts;
    private final DateWords dates;

    /**
     * @param messages each rule's sentence by rule id, or by rule id and variant ({@code date-impossible.likely}) for findings that have a
     *     value {@code variant}; {@code {name}} stands for the finding's value of that name. By rule id and {@code .basis}, what it rests
     *     on, where the rule itself says so in another language
     */
    public Wording(Language language, Map<String, String> messages) {
        this(language, messages, Digits.THAI);
    }

    /** The same for an agency that chooses its digits. What is quoted keeps its own. */
    public Wording(Language language, Map<String, String> messages, Digits digits) {
        this.language = language;
        this.digits = digits;
        this.messages = messages.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, message -> digits.text(message.getValue())));
        this.texts = new Texts(language, digits);
        this.dates = new DateWords(language, digits, texts);
    }

    public Language language() {
        return language;
    }

    /** What a finding says, from its rule's template and its values. */
    public String sentence(Finding finding) {
        String variant =
                finding.values().find(VARIANT).map(value -> "." + value).orElse("");
        return Template.fill(
                template(finding.rule() + variant),
                name -> value(finding.values()
                        .find(name)
                        .orElseThrow(() -> new IllegalStateException(finding.rule() + " has no value " + name))));
    }

    /** The same, and under which waiver it stands, or stood until it ended. */
    public String sentence(ReportedFinding reported) {
        String said = sentence(reported.finding());
        return reported.waiver()
                .map(waiver -> said + " " + waiver(reported.waived() ? "waiver.holds" : "waiver.ended", waiver))
                .orElse(said);
    }

    /** How a finding weighs; one that is waived does not. */
    public String weight(ReportedFinding reported) {
        return reported.waived()
                ? fill("waiver.weight", Map.of("severity", reported.severity()))
                : name(reported.severity());
    }

    /** A waiver that holds and matches no finding, and what to do about it. */
    public String idle(Waiver waiver) {
        return waiver("waiver.idle", waiver);
    }

    private String waiver(String key, Waiver waiver) {
        return Template.fill(texts.line(key), name -> switch (name) {
            case "to" -> date(waiver.to());
            case "approver" -> quote(waiver.approver());
            case "reason" -> quote(waiver.reason(), REASON);
            case "record" -> number(waiver.record());
            default -> throw new IllegalStateException(key + " has no value " + name);
        });
    }

    /** A rule's sentences with their placeholders: its own, then those of its variants; at least one. */
    public List<String> templates(String rule) {
        List<String> templates = messages.entrySet().stream()
                .filter(message ->
                        message.getKey().equals(rule) || message.getKey().startsWith(rule + "."))
                .filter(message -> !message.getKey().endsWith(BASIS))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        return templates.isEmpty() ? List.of(template(rule)) : templates;
    }

    /** The law, standard or convention that a rule rests on. */
    public String basis(RuleInfo rule) {
        return Clean.line(messages.getOrDefault(rule.id() + BASIS, digits.text(rule.basis())));
    }

    private String template(String id) {
        String template = messages.get(id);
        if (template == null || template.isBlank()) {
            throw new IllegalStateException("no message for " + id + " in " + language.code());
        }
        return template;
    }

    /** The name of a constant of the facts or the reports, such as รายไตรมาส. */
    public String name(Enum<?> constant) {
        return texts.line(Texts.key(constant));
    }

    /** A rule's id, marked where it is the agency's own. */
    String rule(String id, RuleInfo.Origin origin) {
        return origin == RuleInfo.Origin.AGENCY ? id + " (" + name(origin) + ")" : id;
    }

    /** The format in which a spreadsheet program shows a date. */
    String dayFormat() {
        return texts.line("paper.dayFormat." + digits);
    }

    /** The format in which a spreadsheet program shows a whole number. */
    String numberFormat() {
        return texts.line("paper.numberFormat." + digits);
    }

    public String number(long number) {
        return dates.number(number);
    }

    public String date(LocalDate date) {
        return dates.date(date);
    }

    public String period(Period period) {
        return dates.period(period);
    }

    /** A month of a year, as short as a table's heading. */
    String month(YearMonth month) {
        return dates.month(month);
    }

    /** A period without the days of a quarter or half-year, such as ไตรมาสที่ ๒/๒๕๖๖. */
    String shortPeriod(Period period) {
        return dates.shortPeriod(period);
    }

    public String round(Round round) {
        return dates.round(round);
    }

    /** A day, or a range of days. */
    public String range(LocalDate from, LocalDate to) {
        return dates.range(from, to);
    }

    /** A measure's row, code and title on one line, the title shortened to so many columns. */
    public String measure(Measure measure, int titleColumns) {
        String row = fill("table.measure", Map.of("row", measure.id().row()));
        String code = measure.code().map(known -> "  " + quote(known)).orElse("");
        return row + code + "  " + Clean.shorten(Clean.line(measure.title()), titleColumns);
    }

    /** The divisions a measure concerns, as its cell names them. */
    public String divisions(Responsible responsible) {
        return responsible.everyDivision()
                ? texts.line("table.everyDivision")
                : list(responsible.divisions().stream()
                        .map(division -> quote(division.name()))
                        .toList());
    }

    /** Divisions as a list; in a word where all of the plan are among them. */
    public String divisions(List<String> names, Evaluation evaluation) {
        boolean every = FindingGroup.everyDivision(names, evaluation);
        return list(Stream.concat(
                        every ? Stream.of(texts.line("table.everyDivision")) : Stream.of(),
                        names.stream()
                                .filter(name ->
                                        !every || !evaluation.divisions().contains(name))
                                .map(this::quote))
                .toList());
    }

    /** A file's path on one clean line, whole. */
    public String path(String path) {
        return Clean.line(path);
    }

    /** A cell's text on one clean line, shortened to a length that fits in a sentence. */
    public String quote(String text) {
        return quote(text, QUOTE);
    }

    /** The same, shortened to so many columns. */
    public String quote(String text, int columns) {
        return Clean.shorten(Clean.line(text), columns);
    }

    /** What a duty asks, such as ภายใน ๑๕ วันทำการ. */
    public String duty(Duty duty) {
        String asked = requirement(duty.kind(), duty.limits());
        return duty.condition()
                .map(condition -> fill("duty.condition", Map.of("duty", asked, "condition", condition)))
                .orElse(asked);
    }

    /** A kind and its limits in words. */
    public String requirement(Kind kind, Limits limits) {
        StringBuilder words = new StringBuilder();
        if (limits.days().isPresent()) {
            String unit = limits.workingDays() ? "duty.workingDays." : "duty.days.";
            words.append(texts.find(unit + kind.name())
                    .map(line ->
                            Template.fill(line, name -> number(limits.days().getAsInt())))
                    .orElseGet(() -> name(kind)));
        } else {
            words.append(name(kind));
        }
        limits.day().ifPresent(day -> words.append(' ').append(fill("duty.day", Map.of("day", day))));
        if (!limits.months().isEmpty()) {
            List<String> months = limits.months().stream().map(dates::month).toList();
            words.append(' ').append(fill("duty.months", Map.of("months", months)));
        }
        limits.date().ifPresent(date -> words.append(' ').append(fill("duty.date", Map.of("date", date))));
        return words.toString();
    }

    /** Why a rule ended for a subject as it did. */
    public String reason(Reason reason) {
        return Template.fill(texts.line("reason." + reason.code().name()), name -> detail(reason));
    }

    /** What could not be read, or was left out, and where. */
    public String problem(CellProblem problem) {
        String where = problem.cell().map(CellRef::toString).orElse(problem.sheet());
        String text = switch (problem.code()) {
            case COLUMN_MISSING -> texts.find("Column." + problem.text()).orElse(problem.text());
            case HOLIDAYS_UNKNOWN -> dates.digits(problem.text());
            default -> problem.text();
        };
        return fill("problem." + problem.code().name(), Map.of("where", where, "text", text));
    }

    /** Why an input could not be evaluated, and what to do about it. */
    public String unreadable(Checked.Why why) {
        return name(why);
    }

    /** One of the reports' own texts, filled. */
    public String fill(String key, Map<String, ?> values) {
        return Template.fill(texts.line(key), name -> {
            Object value = values.get(name);
            if (value == null) {
                throw new IllegalStateException(key + " has no value " + name);
            }
            return value(value);
        });
    }

    /** One of the reports' own texts. */
    public String line(String key) {
        return texts.line(key);
    }

    /** Words joined as a sentence lists them; a word for none where there is none. */
    public String list(List<String> words) {
        if (words.size() < 2) {
            return words.isEmpty() ? texts.line("list.none") : words.get(0);
        }
        List<String> shown = words;
        String last = words.get(words.size() - 1);
        if (words.size() > LISTED) {
            shown = words.subList(0, LISTED + 1);
            last = fill("list.more", Map.of("count", words.size() - LISTED));
        }
        String first = String.join(texts.line("list.comma") + " ", shown.subList(0, shown.size() - 1));
        return first + " " + texts.line("list.and") + " " + last;
    }

    private String value(Object value) {
        if (value instanceof String text) {
            return quote(text);
        } else if (value instanceof Integer number) {
            return number(number);
        } else if (value instanceof LocalDate date) {
            return date(date);
        } else if (value instanceof Period period) {
            return period(period);
        } else if (value instanceof CellRef cell) {
            return quote(cell.toString());
        } else if (value instanceof Enum<?> constant) {
            return name(constant);
        } else if (value instanceof List<?> many) {
            return list(words(many));
        }
        throw new IllegalArgumentException("a value of " + value.getClass());
    }

    /** Each member in words; three or more numbers in a row are one range. */
    private List<String> words(List<?> many) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < many.size(); i++) {
            int last = i;
            while (last + 1 < many.size()
                    && many.get(last) instanceof Integer one
                    && many.get(last + 1) instanceof Integer next
                    && next == one + 1) {
                last++;
            }
            if (last - i >= 2) {
                words.add(value(many.get(i)) + "–" + value(many.get(last)));
                i = last;
            } else {
                words.add(value(many.get(i)));
            }
        }
        return words;
    }

    /** A reason's detail is a constant's name, a year or free text, as its code says. */
    private String detail(Reason reason) {
        String detail = reason.detail();
        Optional<String> known = switch (reason.code()) {
            case NOTHING_TO_CHECK -> texts.find("Need." + detail);
            case NO_COLUMN -> texts.find("Column." + detail);
            case NO_PERIODS -> texts.find("Kind." + detail);
            case NOT_COUNTED ->
                texts.find("Uncounted.Why." + detail).or(() -> texts.find("Unreported.Instead." + detail));
            case NO_HOLIDAYS, NO_FRAMEWORK -> Optional.of(dates.digits(quote(detail)));
            default -> Optional.empty();
        };
        return known.orElseGet(() -> detail.isBlank() ? texts.line("word.unknown") : quote(detail));
    }
}
