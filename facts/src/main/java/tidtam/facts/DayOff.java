package tidtam.facts;

/** Why no one works on a day. */
public enum DayOff {
    /** It is a working day, or the date is not a single day. */
    NONE,
    SATURDAY,
    SUNDAY,
    /** A public holiday of the table. */
    HOLIDAY
}
