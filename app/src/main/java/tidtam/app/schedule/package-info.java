/**
 * What is done by itself: when jobs are due, that each runs once for each time, on which files, and how that goes.
 *
 * <p>Start with {@link tidtam.app.schedule.Jobs}, which runs {@link tidtam.app.schedule.Job}s at the times of a {@link
 * tidtam.app.schedule.Timetable}. {@link tidtam.app.schedule.WatchedFolder} gives the workbooks that nobody is writing; {@link
 * tidtam.app.schedule.HealthBoard} tells a monitor how the jobs stand.
 *
 * <p>The times that a job still has to run for are kept in the database, so that a restart, a crash or a second program neither loses nor
 * doubles a run. This package knows no settings, no holidays and no clock: it is given all three.
 */
@NullMarked
package tidtam.app.schedule;

import org.jspecify.annotations.NullMarked;
