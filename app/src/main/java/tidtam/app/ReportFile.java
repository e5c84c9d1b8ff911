package tidtam.app;

/**
 * A file that a report consists of.
 *
 * @param name without a folder; no other file of the run has it
 * @param content written when its turn comes, perhaps beside others
 */
record ReportFile(String name, WholeFile.Content content) {}
