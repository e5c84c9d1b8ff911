package tidtam.spreadsheets;

import tidtam.spreadsheets.form.FormContents;
import tidtam.spreadsheets.form.FormWriter;

/** What came of carrying a workbook into the working form. */
public sealed interface Carried {
    /**
     * What the working form is to hold.
     *
     * @param measures how many measures were carried
     */
    record Form(FormContents contents, int measures) implements Carried {
        /** The form's bytes, an {@code .xlsx}; equal for equal contents. */
        public byte[] workbook() {
            return FormWriter.write(contents);
        }

        /** How many cells a person has to look at. */
        public int forReview() {
            return contents.forReview();
        }

        /** How many texts had no place in the form, and are listed in a sheet of their own. */
        public int others() {
            return contents.others().size();
        }
    }

    /** The workbook is a working form already. */
    record Already() implements Carried {}

    /** Nothing could be read. */
    record Unreadable(Reading.Why why) implements Carried {}
}
