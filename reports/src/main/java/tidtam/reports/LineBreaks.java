package tidtam.reports;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import tidtam.reports.pdf.Breaks;

/** Where clean lines may be broken on paper: at spaces and between Thai words. For one thread. */
final class LineBreaks implements Breaks {
    private final BreakIterator thaiWords = BreakIterator.getLineInstance(LineWrap.THAI);

    @Override
    public List<String> pieces(String line) {
        List<String> pieces = new ArrayList<>();
        List<String> words = LineWrap.words(line);
        for (int i = 0; i < words.size(); i++) {
            String space = i < words.size() - 1 ? " " : "";
            String word = words.get(i);
            int start = 0;
            if (LineWrap.thai(word)) {
                thaiWords.setText(word);
                for (int at = thaiWords.next(); at < word.length() && at > 0; at = thaiWords.next()) {
                    if (LineWrap.mayBreak(word, at)) {
                        pieces.add(word.substring(start, at));
                        start = at;
                    }
                }
            }
            pieces.add(word.substring(start) + space);
        }
        return pieces;
    }

    @Override
    public int next(String text, int from) {
        return Graphemes.next(text, from);
    }
}
