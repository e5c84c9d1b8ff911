/**
 * Starts everything: the command line, the files and the clock.
 *
 * <p>Start with {@link tidtam.app.Check}, the whole path from a workbook's bytes to what was found; then {@link tidtam.app.CheckFiles},
 * which does it for files and folders, and {@link tidtam.app.Tidtam}, which turns words into exit codes. What a run rests on besides the
 * workbook is gathered in {@code Rules}: the built-in rules, the settings file ({@code SettingsYaml}) and the folder of added rules and
 * limits ({@code RuleFolder}), each loaded only where the user names it.
 *
 * <p>Only this package touches disk, clock, environment and standard streams; everything it calls gets them as values, so that the same
 * input gives the same output. The command line is read by commons-cli, because picocli's class files are of a format the class-data archive skips.
 */
@NullMarked
package tidtam.app;

import org.jspecify.annotations.NullMarked;
