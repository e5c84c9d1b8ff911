package tidtam.reports.xlsx;

/** A colour that a sheet puts on the cells of a column by their values. Dark text on a light ground (contrast AA). */
public enum Colour {
    RED("7A1712", "F9D5D3"),
    AMBER("5C3A00", "FDE9C4"),
    BLUE("123A5E", "DCEAF7"),
    VIOLET("45206B", "E9DFF5");

    final String text;
    final String ground;

    Colour(String text, String ground) {
        this.text = text;
        this.ground = ground;
    }
}
