package tidtam.spreadsheets.text;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tidtam.facts.CellText;
import tidtam.facts.Channel;

/** Reads where a text says something was published or sent. */
public final class ChannelReader {
    private static final Channel[] CHANNELS = Channel.values();
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|www\\.)[^\\s<>\"]+");
    private static final Pattern STOP = Pattern.compile("[.,;:)\\]]+$");

    private ChannelReader() {}

    /** The channels a text names. */
    public static SortedSet<Channel> channels(CellText text) {
        return Collections.unmodifiableSortedSet(channels(Tokens.of(text)));
    }

    static SortedSet<Channel> channels(Tokens tokens) {
        TreeSet<Channel> channels = new TreeSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.is(i, Word.CHANNEL)) {
                channels.add(CHANNELS[tokens.value(i)]);
            }
        }
        return channels;
    }

    /** The first address on the web that a text holds. */
    public static Optional<String> link(String text) {
        Matcher address = ADDRESS.matcher(text);
        return address.find() ? Optional.of(STOP.matcher(address.group()).replaceFirst("")) : Optional.empty();
    }
}
