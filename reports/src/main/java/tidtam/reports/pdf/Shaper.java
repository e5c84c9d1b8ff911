package tidtam.reports.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Text as a Thai font wants it set: ำ in its two parts, the narrow and low forms that letters like ป and ญ ask for, and every mark where its
 * letter or the mark below has its place for it. It does what the font's own tables say (OpenType features ccmp, mark and mkmk of the script
 * thai) and no more of OpenType than such a font uses.
 */
final class Shaper {
    private static final int MARK = 3;

    private final Typeface typeface;
    private final ByteBuffer substitution;
    private final ByteBuffer position;
    private final ByteBuffer definition;
    private final List<Integer> composition;
    private final List<Integer> marks;
    private final List<Integer> marksOnMarks;

    Shaper(Typeface typeface) {
        this.typeface = typeface;
        substitution = typeface.table("GSUB");
        position = typeface.table("GPOS");
        definition = typeface.table("GDEF");
        composition = lookups(substitution, "ccmp");
        marks = lookups(position, "mark");
        marksOnMarks = lookups(position, "mkmk");
    }

    /** A glyph on its way to its place. */
    private static final class Item {
        int id;
        final String text;
        int on = -1;
        int dx;
        int dy;

        Item(int id, String text) {
            this.id = id;
            this.text = text;
        }
    }

    Shaped shape(String text) {
        List<Item> items = new ArrayList<>();
        text.codePoints().filter(Shaper::visible).forEach(c -> {
            int glyph = typeface.glyph(c);
            items.add(new Item(glyph, glyph == 0 ? typeface.character(0) : Character.toString(c)));
        });
        composition.forEach(lookup -> {
            for (int at = 0; at < items.size(); at++) {
                substitute(lookup, items, at);
            }
        });
        marks.forEach(lookup -> attach(lookup, items));
        marksOnMarks.forEach(lookup -> attach(lookup, items));
        return placed(text, items);
    }

    /** What joins or varies the characters around it has no look of its own. */
    private static boolean visible(int c) {
        int type = Character.getType(c);
        boolean varies = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
        return type != Character.FORMAT && type != Character.CONTROL && !varies;
    }

    private Shaped placed(String text, List<Item> items) {
        List<Glyph> glyphs = new ArrayList<>(items.size());
        StringBuilder said = new StringBuilder();
        boolean plain = true;
        int pen = 0;
        for (Item item : items) {
            int advance = typeface.advance(item.id);
            int x = item.on < 0 ? pen : glyphs.get(item.on).x() + item.dx;
            int y = item.on < 0 ? 0 : glyphs.get(item.on).y() + item.dy;
            glyphs.add(new Glyph(item.id, item.text, x, y, advance));
            plain &= x == pen && y == 0;
            pen += advance;
            said.append(item.text);
        }
        return new Shaped(text, glyphs, pen, plain && said.toString().equals(text));
    }

    /** The lookups of a feature, in the font's order. */
    private static List<Integer> lookups(ByteBuffer table, String feature) {
        int scripts = table.getChar(4);
        int language = 0;
        for (int i = 0; i < table.getChar(scripts); i++) {
            if (tag(table, scripts + 2 + 6 * i).equals("thai")) {
                int script = scripts + table.getChar(scripts + 6 + 6 * i);
                language = script + table.getChar(script);
            }
        }
        int features = table.getChar(6);
        List<Integer> lookups = new ArrayList<>();
        for (int i = 0; i < table.getChar(language + 4); i++) {
            int record = features + 2 + 6 * table.getChar(language + 6 + 2 * i);
            if (tag(table, record).equals(feature)) {
                int found = features + table.getChar(record + 4);
                for (int j = 0; j < table.getChar(found + 2); j++) {
                    lookups.add((int) table.getChar(found + 4 + 2 * j));
                }
            }
        }
        if (lookups.isEmpty()) {
            throw new IllegalStateException("the font has no " + feature + " for Thai");
        }
        return lookups;
    }

    private static String tag(ByteBuffer table, int at) {
        byte[] tag = new byte[4];
        table.get(at, tag);
        return new String(tag, StandardCharsets.US_ASCII);
    }

    private static int lookup(ByteBuffer table, int index) {
        int lookups = table.getChar(8);
        return lookups + table.getChar(lookups + 2 + 2 * index);
    }

    /** Tries the subtables of a lookup until one holds. */
    private static void firstThatHolds(ByteBuffer table, int lookup, IntPredicate subtable) {
        for (int i = 0; i < table.getChar(lookup + 4); i++) {
            if (subtable.test(lookup + table.getChar(lookup + 6 + 2 * i))) {
                return;
            }
        }
    }

    /** A glyph's place in a coverage table; -1 where it has none. */
    private static int covered(ByteBuffer table, int coverage, int glyph) {
        boolean ranges = table.getChar(coverage) == 2;
        for (int i = 0; i < table.getChar(coverage + 2); i++) {
            int at = coverage + 4 + (ranges ? 6 : 2) * i;
            int first = table.getChar(at);
            if (glyph >= first && glyph <= (ranges ? table.getChar(at + 2) : first)) {
                return ranges ? table.getChar(at + 4) + glyph - first : i;
            }
        }
        return -1;
    }

    private void substitute(int index, List<Item> items, int at) {
        int lookup = lookup(substitution, index);
        int type = substitution.getChar(lookup);
        firstThatHolds(substitution, lookup, subtable -> switch (type) {
            case 1 -> single(subtable, items, at);
            case 2 -> several(subtable, items, at);
            case 4 -> ligature(subtable, items, at);
            case 6 -> inContext(subtable, items, at);
            default -> throw new IllegalStateException("a substitution of type " + type);
        });
    }

    private int coveredFirst(int subtable, Item item) {
        return covered(substitution, subtable + substitution.getChar(subtable + 2), item.id);
    }

    private boolean single(int subtable, List<Item> items, int at) {
        Item item = items.get(at);
        int index = coveredFirst(subtable, item);
        if (index >= 0) {
            boolean listed = substitution.getChar(subtable) == 2;
            item.id = listed
                    ? substitution.getChar(subtable + 6 + 2 * index)
                    : (item.id + substitution.getShort(subtable + 4)) & 0xFFFF;
        }
        return index >= 0;
    }

    private boolean several(int subtable, List<Item> items, int at) {
        int index = coveredFirst(subtable, items.get(at));
        if (index >= 0) {
            int sequence = subtable + substitution.getChar(subtable + 6 + 2 * index);
            items.remove(at);
            for (int i = 0; i < substitution.getChar(sequence); i++) {
                int glyph = substitution.getChar(sequence + 2 + 2 * i);
                items.add(at + i, new Item(glyph, typeface.character(glyph)));
            }
        }
        return index >= 0;
    }

    private boolean ligature(int subtable, List<Item> items, int at) {
        int index = coveredFirst(subtable, items.get(at));
        if (index < 0) {
            return false;
        }
        int set = subtable + substitution.getChar(subtable + 6 + 2 * index);
        for (int i = 0; i < substitution.getChar(set); i++) {
            int ligature = set + substitution.getChar(set + 2 + 2 * i);
            int more = substitution.getChar(ligature + 2) - 1;
            boolean same = at + more < items.size();
            for (int j = 0; same && j < more; j++) {
                same = items.get(at + 1 + j).id == substitution.getChar(ligature + 4 + 2 * j);
            }
            if (same) {
                List<Item> joined = items.subList(at, at + more + 1);
                StringBuilder text = new StringBuilder();
                joined.forEach(item -> text.append(item.text));
                joined.clear();
                items.add(at, new Item(substitution.getChar(ligature), text.toString()));
                return true;
            }
        }
        return false;
    }

    /** Format 3: a coverage for each glyph before, here and after. */
    private boolean inContext(int subtable, List<Item> items, int at) {
        if (substitution.getChar(subtable) != 3) {
            throw new IllegalStateException("a context of format " + (int) substitution.getChar(subtable));
        }
        int before = subtable + 2;
        int here = before + 2 + 2 * substitution.getChar(before);
        int after = here + 2 + 2 * substitution.getChar(here);
        int records = after + 2 + 2 * substitution.getChar(after);
        if (!follows(subtable, before, items, at - 1, -1)
                || !follows(subtable, here, items, at, 1)
                || !follows(subtable, after, items, at + substitution.getChar(here), 1)) {
            return false;
        }
        for (int i = 0; i < substitution.getChar(records); i++) {
            substitute(
                    substitution.getChar(records + 4 + 4 * i), items, at + substitution.getChar(records + 2 + 4 * i));
        }
        return true;
    }

    private boolean follows(int subtable, int coverages, List<Item> items, int from, int step) {
        for (int i = 0; i < substitution.getChar(coverages); i++) {
            int at = from + i * step;
            int coverage = subtable + substitution.getChar(coverages + 2 + 2 * i);
            if (at < 0 || at >= items.size() || covered(substitution, coverage, items.get(at).id) < 0) {
                return false;
            }
        }
        return true;
    }

    private void attach(int index, List<Item> items) {
        int lookup = lookup(position, index);
        int type = position.getChar(lookup);
        int only = position.getChar(lookup + 2) >> 8;
        for (int at = 1; at < items.size(); at++) {
            int mark = at;
            int base = type == 4 ? letterBefore(items, at) : markBefore(items, at, only);
            if (base >= 0) {
                firstThatHolds(position, lookup, subtable -> attach(subtable, items, mark, base));
            }
        }
    }

    private boolean attach(int subtable, List<Item> items, int at, int on) {
        Item mark = items.get(at);
        int markIndex = covered(position, subtable + position.getChar(subtable + 2), mark.id);
        int baseIndex = covered(position, subtable + position.getChar(subtable + 4), items.get(on).id);
        if (markIndex < 0 || baseIndex < 0) {
            return false;
        }
        int classes = position.getChar(subtable + 6);
        int marked = subtable + position.getChar(subtable + 8);
        int bases = subtable + position.getChar(subtable + 10);
        int itsClass = position.getChar(marked + 2 + 4 * markIndex);
        int anchor = marked + position.getChar(marked + 4 + 4 * markIndex);
        int offset = position.getChar(bases + 2 + 2 * (baseIndex * classes + itsClass));
        if (offset == 0) {
            return false;
        }
        mark.on = on;
        mark.dx = position.getShort(bases + offset + 2) - position.getShort(anchor + 2);
        mark.dy = position.getShort(bases + offset + 4) - position.getShort(anchor + 4);
        return true;
    }

    private int letterBefore(List<Item> items, int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (kind(4, items.get(i)) != MARK) {
                return i;
            }
        }
        return -1;
    }

    private int markBefore(List<Item> items, int at, int only) {
        for (int i = at - 1; i >= 0 && kind(4, items.get(i)) == MARK; i--) {
            if (only == 0 || kind(10, items.get(i)) == only) {
                return i;
            }
        }
        return -1;
    }

    /** A glyph's class in one of the definition table's lists: what it is (4), or with which marks it stands (10). */
    private int kind(int list, Item item) {
        int at = definition.getChar(list);
        if (definition.getChar(at) == 1) {
            int index = item.id - definition.getChar(at + 2);
            return index >= 0 && index < definition.getChar(at + 4) ? definition.getChar(at + 6 + 2 * index) : 0;
        }
        for (int i = 0; i < definition.getChar(at + 2); i++) {
            int range = at + 4 + 6 * i;
            if (item.id >= definition.getChar(range) && item.id <= definition.getChar(range + 2)) {
                return definition.getChar(range + 4);
            }
        }
        return 0;
    }
}
