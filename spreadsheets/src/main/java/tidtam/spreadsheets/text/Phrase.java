package tidtam.spreadsheets.text;

import java.util.List;
import java.util.OptionalInt;
import tidtam.facts.Kind;

/** A piece of a deadline: tokens {@code from..to} and what they say. */
sealed interface Phrase {
    int from();

    int to();

    /**
     * {@code ทุกไตรมาส}, {@code ปีละ ๒ ครั้ง}, {@code รอบ ๖ เดือน}.
     *
     * @param weight how firmly the words say that something recurs
     * @param when the words that make it conditional, as the place of their first token; -1 without
     */
    record Recurrence(int from, int to, Cadence cadence, Weight weight, int when) implements Phrase {}

    /** How firmly words say that something recurs. */
    enum Weight {
        /** Every, so many times per. */
        EVERY,
        /** A round or an instalment, which may also be what a report covers. */
        ROUND,
        /** A monthly report, a yearly plan: only where nothing else is said. */
        ATTRIBUTE
    }

    /**
     * {@code ภายใน ๑๕ วัน}.
     *
     * @param openEnded whether nothing says from when the days count
     */
    record Length(int from, int to, int days, boolean working, boolean guessed, boolean openEnded) implements Phrase {}

    /** {@code ภายใน ๑๕ วันนับแต่วันสิ้นไตรมาส}, {@code วันที่ ๑๐ ของเดือนถัดไป}: a day after each period's end. */
    record PeriodDay(int from, int to, int day, Kind kind, boolean ownKind) implements Phrase {}

    /**
     * {@code ภายในเดือนเมษายน และเดือนตุลาคม ของทุกปี}: days or months named.
     *
     * @param day of each month named, where it is said once for all; 0 without
     * @param before whether the day named is the first that is too late
     */
    record Due(int from, int to, List<StatedDate> dates, int day, boolean yearly, Anchor anchor, boolean before)
            implements Phrase {}

    /** What makes a date a due date. */
    enum Anchor {
        WITHIN,
        /** "In", "done in", "from … to". */
        IN,
        /** Nothing: it may be what a report covers. */
        NONE
    }

    /** {@code สิ้นปีงบประมาณ}, and so many days after it. */
    record YearEnd(int from, int to, OptionalInt days, List<StatedDate> dates) implements Phrase {}

    /** {@code อย่างสม่ำเสมอ}, {@code ตลอดปีงบประมาณ}. */
    record Always(int from, int to) implements Phrase {}
}
