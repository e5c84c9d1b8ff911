package tidtam.reports.xlsx;

/** A colour that a sheet puts on the cells of a column by their values. Dark text on a light ground (contrast AA). */
public enum Colour {
    RED("7A1712", "F9D5D3"),
    AMBER("5C3A00", "FDE9C4"),
    BLUE("123A5E", "DCEAF7"),
    VIOLET("45206B", "E9DFF5");

    private final String xml;

    Colour(String text, String ground) {
        this.xml = "<dxf><font><color rgb=\"FF" + text
                + "\"/></font><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF" + ground
                + "\"/><bgColor rgb=\"FF" + ground + "\"/></patternFill></fill></dxf>";
    }

    String xml() {
        return xml;
    }
}
