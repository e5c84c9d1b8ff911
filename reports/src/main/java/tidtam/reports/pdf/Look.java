package tidtam.reports.pdf;

/**
 * How text looks.
 *
 * @param size in points
 * @param leading from one line to the next, in points; room for marks above marks needs one and a half sizes
 * @param colour red, green and blue, as in {@code 0xRRGGBB}
 */
public record Look(boolean bold, float size, float leading, int colour) {
    private static final float LEADING = 1.55f;

    /** Black text. */
    public static Look of(float size) {
        return new Look(false, size, size * LEADING, 0);
    }

    public Look strong() {
        return new Look(true, size, leading, colour);
    }

    public Look coloured(int another) {
        return new Look(bold, size, leading, another);
    }

    Typeface typeface() {
        return bold ? Typeface.BOLD : Typeface.REGULAR;
    }
}
