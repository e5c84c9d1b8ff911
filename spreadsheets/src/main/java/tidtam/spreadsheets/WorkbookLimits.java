package tidtam.spreadsheets;

/** How large a workbook may be. Far beyond any real plan, and small enough that a hostile file cannot exhaust the memory. */
final class WorkbookLimits {
    /** Bytes of the file. */
    static final int FILE = 32 << 20;
    /** Entries of the zip. */
    static final int ENTRIES = 5_000;
    /** Bytes of all parts together, inflated. */
    static final long INFLATED = 128L << 20;
    /** Bytes from one tag to the next: what a parser must hold at once. The longest cell Excel allows needs a tenth. */
    static final int BETWEEN_TAGS = 4 << 20;
    /** Nesting of XML elements. */
    static final int DEPTH = 100;
    /** Cells with text, all sheets together. */
    static final int CELLS = 400_000;
    /** Characters of all texts together. */
    static final int CHARACTERS = 40_000_000;
    /** Characters of one cell, as in Excel. The rest is cut off, and said. */
    static final int CELL_CHARACTERS = 32_767;
    /** Merged areas of one sheet. */
    static final int MERGES = 100_000;
    /** Columns that are looked at. */
    static final int COLUMNS = 512;

    private WorkbookLimits() {}
}
