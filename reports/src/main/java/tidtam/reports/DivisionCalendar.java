package tidtam.reports;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyContainer;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationResult;
import org.jspecify.annotations.Nullable;
import tidtam.facts.Duty;
import tidtam.facts.Evaluation;
import tidtam.facts.Measure;
import tidtam.facts.MeasureId;
import tidtam.facts.Obligation;
import tidtam.facts.ObligationState;
import tidtam.facts.PlannedMeasure;

/**
 * The calendar file (iCalendar, RFC 5545) of one division: an all-day event for each obligation that no dated report serves and that is
 * due on the as-of date or later. The previous file of the division gives each event its sequence number, which grows when the date
 * moves. What that file has and the plan no longer asks for stays in it, cancelled, until its day has passed, because a calendar that
 * took the event from it lets go of it only so.
 */
public final class DivisionCalendar {
    private static final String PRODUCT = "-//Tidtam//Obligations//TH";
    private static final String NAME = "X-WR-CALNAME";
    private static final int SHORT_TITLE = 40;
    private static final int TITLE = 200;

    private static final Comparator<VEvent> BY_DAY =
            Comparator.comparing(DivisionCalendar::day).thenComparing(DivisionCalendar::uid);

    private final Evaluation evaluation;
    private final Optional<String> division;
    private final Wording wording;
    private final ObligationIds ids;
    private final Map<MeasureId, PlannedMeasure> concerned = new HashMap<>();

    private DivisionCalendar(Evaluation evaluation, Optional<String> division, Wording wording) {
        this.evaluation = evaluation;
        this.division = division;
        this.wording = wording;
        this.ids = new ObligationIds(evaluation);
        for (PlannedMeasure planned : evaluation.plan().measures()) {
            List<String> owners = owners(planned, evaluation.divisions());
            if (division.map(owners::contains).orElse(owners.isEmpty())) {
                concerned.put(planned.measure().id(), planned);
            }
        }
    }

    /** Every division of the plan, sorted: the agency's own and those its cells name. */
    public static List<String> divisions(Evaluation evaluation) {
        Set<String> all = new TreeSet<>(evaluation.divisions());
        evaluation.plan().measures().forEach(planned -> all.addAll(owners(planned, List.of())));
        return List.copyOf(all);
    }

    /**
     * The calendar of one division.
     *
     * @param division empty for the measures that no division answers for
     * @param previous the division's calendar as it was written before, where it was
     * @return empty where nothing is ahead and nothing that was written before still is
     * @throws NotACalendarException where {@code previous} is damaged, or was not written by this class
     */
    public static Optional<byte[]> of(
            Evaluation evaluation, Optional<String> division, Optional<byte[]> previous, Wording wording)
            throws NotACalendarException {
        Map<String, VEvent> before = previous.isPresent() ? events(read(previous.get())) : Map.of();
        DivisionCalendar calendar = new DivisionCalendar(evaluation, division, wording);
        List<VEvent> events = calendar.events(before);
        return events.isEmpty() ? Optional.empty() : Optional.of(file(events, calendar.name()));
    }

    /**
     * The calendar of a division that the plan no longer has, with what is still ahead cancelled.
     *
     * @return empty where there is nothing to cancel, as in a file that was not written by this class
     * @throws NotACalendarException where the file was written by this class and is damaged
     */
    public static Optional<byte[]> ofNoDivisionNow(Evaluation evaluation, byte[] previous, Wording wording)
            throws NotACalendarException {
        String text = new String(previous, StandardCharsets.UTF_8);
        if (!ours(text)) {
            return Optional.empty();
        }
        Calendar old = read(previous);
        Map<String, VEvent> before = events(old);
        DivisionCalendar calendar = new DivisionCalendar(evaluation, Optional.empty(), wording);
        calendar.concerned.clear();
        List<VEvent> events = calendar.events(before);
        return before.values().containsAll(events)
                ? Optional.empty()
                : Optional.of(file(
                        events, old.getProperty(NAME).map(Property::getValue).orElse("")));
    }

    private static List<String> owners(PlannedMeasure planned, List<String> all) {
        return planned.responsible().map(responsible -> responsible.among(all)).orElse(List.of());
    }

    private List<VEvent> events(Map<String, VEvent> before) {
        Map<String, VEvent> events = new TreeMap<>();
        for (ObligationState state : evaluation.obligations()) {
            PlannedMeasure planned = concerned.get(state.measure());
            if (planned != null && ahead(state)) {
                String id = ids.of(state.obligation());
                events.put(id, event(planned.measure(), state, sequence(state.due(), before.get(id))));
            }
        }
        before.forEach((id, event) -> {
            if (!events.containsKey(id) && !day(event).isBefore(evaluation.asOf())) {
                events.put(id, gone(id) && !cancelled(event) ? cancel(event) : event);
            }
        });
        return events.values().stream().sorted(BY_DAY).toList();
    }

    private boolean ahead(ObligationState state) {
        return PlanFigures.ahead(state, evaluation);
    }

    /** Of another plan, of a round not looked at, or of a sheet that was not read nothing is known. */
    private boolean gone(String id) {
        boolean whole = evaluation.round().number() == 0 && evaluation.plan().complete();
        return ids.known(id) || (whole && ids.ofThisPlan(id));
    }

    private static int sequence(LocalDate due, @Nullable VEvent before) {
        if (before == null) {
            return 0;
        }
        boolean same = day(before).equals(due) && !cancelled(before);
        return sequence(before) + (same ? 0 : 1);
    }

    private VEvent event(Measure measure, ObligationState state, int sequence) {
        Obligation obligation = state.obligation();
        String summary = summary(measure, obligation);
        VEvent event = new VEvent(false);
        add(event, new Uid(ids.of(obligation)));
        add(event, stamp());
        add(event, new Sequence(sequence));
        add(event, ImmutableStatus.VEVENT_CONFIRMED);
        add(event, new DtStart<>(state.due()));
        add(event, new DtEnd<>(state.due().plusDays(1)));
        add(event, new Summary(summary));
        add(event, new Description(description(measure, state)));
        add(event, new Categories(new TextList("ITA", wording.name(obligation.kind()))));
        add(event, ImmutableTransp.TRANSPARENT);
        alarm(event, obligation.brief() ? 3 : 14, summary);
        alarm(event, 1, summary);
        return event;
    }

    private static void alarm(VEvent event, int daysBefore, String text) {
        VAlarm alarm = new VAlarm(Period.ofDays(-daysBefore));
        add(alarm, ImmutableAction.DISPLAY);
        add(alarm, new Description(text));
        event.add(alarm);
    }

    private VEvent cancel(VEvent before) {
        VEvent event = new VEvent(false);
        for (Property property : before.<Property>getProperties()) {
            add(
                    event,
                    switch (property.getName()) {
                        case Property.DTSTAMP -> stamp();
                        case Property.SEQUENCE -> new Sequence(sequence(before) + 1);
                        case Property.STATUS -> ImmutableStatus.VEVENT_CANCELLED;
                        default -> property;
                    });
        }
        return event;
    }

    /** The check's day, not the clock's: the same check writes the same file. */
    private DtStamp stamp() {
        return new DtStamp(evaluation.asOf().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private String summary(Measure measure, Obligation obligation) {
        String named = measure.code().map(wording::quote).orElseGet(() -> title(measure, SHORT_TITLE));
        Duty duty = obligation.duty();
        return switch (duty.kind()) {
            case WITHIN_DAYS ->
                wording.fill(
                        "calendar.summary.event",
                        Map.of(
                                "measure", named,
                                "duty", wording.duty(duty),
                                "event", obligation.period().start()));
            case BY_FIXED_DATE, FISCAL_YEAR_END ->
                wording.fill("calendar.summary.date", Map.of("measure", named, "duty", wording.duty(duty)));
            default -> wording.fill("calendar.summary.period", Map.of("measure", named, "period", obligation.period()));
        };
    }

    private String description(Measure measure, ObligationState state) {
        Duty duty = state.obligation().duty();
        List<String> lines = new ArrayList<>();
        String code =
                measure.code().map(wording::quote).map(known -> known + " ").orElse("");
        lines.add(code + title(measure, TITLE));
        lines.add(wording.fill(
                "calendar.report",
                Map.of("duty", wording.duty(duty), "period", state.obligation().period())));
        lines.add(wording.fill("calendar.due", Map.of("due", state.due())));
        lines.add(wording.fill(
                "calendar.stated",
                Map.of(
                        "cell", duty.statedIn().cell(),
                        "text", duty.statedIn().quote())));
        if (state.obligation().guessed()) {
            lines.add(wording.line("calendar.guessed"));
        }
        lines.add(wording.line("calendar.log"));
        return String.join("\n", lines);
    }

    private static String title(Measure measure, int columns) {
        return Clean.shorten(Clean.line(measure.title()), columns);
    }

    private String name() {
        return wording.fill(
                "calendar.name",
                Map.of(
                        "division",
                        division.orElseGet(() -> wording.line("calendar.noDivision")),
                        "agency",
                        evaluation.plan().title().agency().orElseGet(() -> wording.line("word.unknown"))));
    }

    private static byte[] file(List<VEvent> events, String name) {
        Calendar calendar = new Calendar();
        add(calendar, new ProdId(PRODUCT));
        add(calendar, ImmutableVersion.VERSION_2_0);
        add(calendar, ImmutableCalScale.GREGORIAN);
        add(calendar, new XProperty(NAME, name));
        events.forEach(calendar::add);
        ValidationResult validated = calendar.validate();
        if (validated.hasErrors()) {
            throw new IllegalStateException(validated.toString());
        }
        return ContentLines.folded(calendar.toString());
    }

    private static Calendar read(byte[] file) throws NotACalendarException {
        String text = new String(file, StandardCharsets.UTF_8);
        if (!ours(text)) {
            throw new NotACalendarException("no calendar of this program");
        }
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException | RuntimeException e) {
            throw new NotACalendarException(e);
        }
    }

    private static Map<String, VEvent> events(Calendar calendar) throws NotACalendarException {
        try {
            Map<String, VEvent> events = new TreeMap<>();
            for (CalendarComponent component : calendar.<CalendarComponent>getComponents()) {
                VEvent event = (VEvent) component;
                day(event);
                sequence(event);
                events.put(uid(event), event);
            }
            return events;
        } catch (RuntimeException e) {
            throw new NotACalendarException(e);
        }
    }

    private static boolean ours(String text) {
        return text.lines().anyMatch(line -> line.equals("PRODID:" + PRODUCT));
    }

    private static LocalDate day(VEvent event) {
        return event.<DtStart<LocalDate>>getProperty(Property.DTSTART)
                .orElseThrow()
                .getDate();
    }

    private static String uid(VEvent event) {
        return event.<Uid>getProperty(Property.UID).orElseThrow().getValue();
    }

    private static int sequence(VEvent event) {
        return event.<Sequence>getProperty(Property.SEQUENCE).orElseThrow().getSequenceNo();
    }

    private static boolean cancelled(VEvent event) {
        return event.getProperty(Property.STATUS)
                .map(status -> status.equals(ImmutableStatus.VEVENT_CANCELLED))
                .orElse(false);
    }

    private static void add(PropertyContainer container, Property property) {
        container.add(property);
    }
}
