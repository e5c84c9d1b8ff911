/** Timetables over a real calendar, jobs with a real database, a folder that someone writes to. */
@NullMarked
package tidtam.app.schedule;

import org.jspecify.annotations.NullMarked;
