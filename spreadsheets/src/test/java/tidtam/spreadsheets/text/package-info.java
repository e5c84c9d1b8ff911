/** Tests of reading workbooks: what each class promises, on workbooks written by POI and on the sample. */
@NullMarked
package tidtam.spreadsheets.text;

import org.jspecify.annotations.NullMarked;
