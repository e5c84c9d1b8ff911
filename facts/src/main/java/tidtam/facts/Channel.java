package tidtam.facts;

/** Where a completion says something was published. */
public enum Channel {
    WEBSITE,
    FACEBOOK,
    LINE,
    YOUTUBE,
    /** Any other page or network on line. */
    ONLINE,
    NOTICE_BOARD,
    /** Village loudspeakers, radio, sound cars. */
    LOUDSPEAKER,
    PRINT,
    MEETING
}
