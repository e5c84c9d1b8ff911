package tidtam.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tidtam.reports.Checked;

/**
 * The workbooks behind the paths a user gave: a file is itself, a folder is every .xlsx and .xls directly in it. Folders are not searched
 * deeper, so that a check covers what its user sees there.
 *
 * @param files in the order given, those of a folder by name; each once
 * @param refused paths that lead to no workbook at all
 * @param lockFiles passed over in folders: they appear while someone has a workbook open
 */
record Inputs(List<Path> files, List<Checked.Unreadable> refused, List<Path> lockFiles) {
    static Inputs of(List<String> paths) {
        Inputs inputs = new Inputs(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (String path : paths) {
            if (seen.put(path, true) == null) {
                inputs.add(path);
            }
        }
        return inputs;
    }

    private void add(String given) {
        Path path;
        try {
            path = Path.of(given);
        } catch (InvalidPathException e) {
            refuse(given, Checked.Why.NOT_FOUND);
            return;
        }
        if (Files.isDirectory(path)) {
            addFolder(path);
        } else if (lockFile(path)) {
            refuse(given, Checked.Why.LOCK_FILE);
        } else {
            files.add(path);
        }
    }

    private void addFolder(Path folder) {
        List<Path> found;
        try (Stream<Path> entries = Files.list(folder)) {
            found = entries.filter(Inputs::named)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (AccessDeniedException e) {
            refuse(folder.toString(), Checked.Why.NO_PERMISSION);
            return;
        } catch (IOException e) {
            refuse(folder.toString(), Checked.Why.DAMAGED);
            return;
        }
        List<Path> workbooks = found.stream().filter(path -> !lockFile(path)).toList();
        files.addAll(workbooks);
        found.stream().filter(Inputs::lockFile).forEach(lockFiles::add);
        if (workbooks.isEmpty()) {
            refuse(folder.toString(), Checked.Why.FOLDER_WITHOUT_WORKBOOK);
        }
    }

    private void refuse(String path, Checked.Why why) {
        refused.add(new Checked.Unreadable(path, Optional.empty(), why));
    }

    private static boolean named(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xls");
    }

    private static boolean lockFile(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith("~$");
    }
}
