/**
 * Starts everything: the command line, the files and the clock.
 *
 * <p>Start with {@link tidtam.app.Check}, the whole path from a workbook's bytes to what was found; then {@link tidtam.app.CheckFiles},
 * which does it for files and folders, and {@link tidtam.app.Tidtam}, which turns words into exit codes. What a run rests on besides the
 * workbook is gathered in {@code Rules}: the built-in rules, the settings file ({@code SettingsYaml}) and the folder of added rules and
 * limits ({@code RuleFolder}), each loaded only where the user names it.
 *
 * <p>{@code tidtam warn} goes on from there: {@code WarningRun} decides what is told to whom, {@code WarningMails} writes the mails, and
 * {@link tidtam.app.outbox} keeps them until they have arrived. {@link tidtam.app.schedule} knows when what is done by itself.
 *
 * <p>Where a settings file names an office, a run is recorded by {@code Memory} in {@link tidtam.app.history}, which knows what became of each
 * finding and what was decided about it, and can be evaluated again by {@code Replay}. {@code ServeCommand} puts together what runs by itself:
 * {@link tidtam.app.schedule} says when {@code PlansCheck} checks and warns, and {@link tidtam.app.desk} shows it all in the browser, through
 * {@code DeskOffice}.
 *
 * <p>Only this package touches disk, clock, environment and standard streams, and only its sub-packages the database and the network; everything
 * they call gets these as values, so that the same input gives the same output. The command line is read by commons-cli, because picocli's
 * class files are of a format the class-data archive skips.
 */
@NullMarked
package tidtam.app;

import org.jspecify.annotations.NullMarked;
