package tidtam.reports.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A place that the list of contents beside the pages leads to.
 *
 * @param level 1 for the highest
 * @param page from 0
 */
record Bookmark(int level, String title, int page, float y) {

    /** Writes the bookmarks as a tree and gives its object's number. */
    static int write(List<Bookmark> bookmarks, List<Integer> pages, PdfFile file) throws IOException {
        int root = file.reserve();
        List<Integer> numbers = new ArrayList<>();
        int[] parent = new int[bookmarks.size()];
        List<List<Integer>> children = new ArrayList<>();
        List<Integer> roots = new ArrayList<>();
        Deque<Integer> path = new ArrayDeque<>();
        for (int i = 0; i < bookmarks.size(); i++) {
            numbers.add(file.reserve());
            children.add(new ArrayList<>());
            while (!path.isEmpty() && bookmarks.get(path.peek()).level >= bookmarks.get(i).level) {
                path.pop();
            }
            parent[i] = path.isEmpty() ? -1 : path.peek();
            (path.isEmpty() ? roots : children.get(path.peek())).add(i);
            path.push(i);
        }
        for (int i = 0; i < bookmarks.size(); i++) {
            Bookmark one = bookmarks.get(i);
            List<Integer> siblings = parent[i] < 0 ? roots : children.get(parent[i]);
            int place = siblings.indexOf(i);
            StringBuilder entry = new StringBuilder(
                    "<</Title" + PdfFile.text(one.title) + "/Parent " + (parent[i] < 0 ? root : numbers.get(parent[i]))
                            + " 0 R/Dest[" + pages.get(one.page) + " 0 R/XYZ null ");
            Page.append(entry, one.y);
            entry.append("null]");
            if (place > 0) {
                entry.append("/Prev ")
                        .append(numbers.get(siblings.get(place - 1)))
                        .append(" 0 R");
            }
            if (place < siblings.size() - 1) {
                entry.append("/Next ")
                        .append(numbers.get(siblings.get(place + 1)))
                        .append(" 0 R");
            }
            List<Integer> own = children.get(i);
            file.object(
                    numbers.get(i), entry + ends(own, numbers) + (own.isEmpty() ? "" : "/Count -" + own.size()) + ">>");
        }
        file.object(root, "<</Type/Outlines" + ends(roots, numbers) + "/Count " + roots.size() + ">>");
        return root;
    }

    private static String ends(List<Integer> some, List<Integer> numbers) {
        return some.isEmpty()
                ? ""
                : "/First " + numbers.get(some.get(0)) + " 0 R/Last " + numbers.get(some.get(some.size() - 1)) + " 0 R";
    }
}
