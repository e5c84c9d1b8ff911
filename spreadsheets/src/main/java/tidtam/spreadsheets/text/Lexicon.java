package tidtam.spreadsheets.text;

import java.util.Arrays;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import tidtam.facts.Channel;

/** Every spelling the grammar knows, as a tree over letters. A spelling with {@code ำ} is known in each form that scanners give it. */
final class Lexicon {
    /** A spelling's meaning. */
    record Entry(Word word, int value, boolean alone) {}

    private static final String[] MONTHS = {
        "มกราคม มกรา ม.ค. ม.ค มค. |มค มกรคม มกาคม มกราคน january |jan",
        "กุมภาพันธ์ กุมภาพันธุ์ กุมภาพัน กุมภาพันธ กุมพาพันธ์ กุมภา ก.พ. ก.พ กพ. |กพ february |feb",
        "มีนาคม มีนา มี.ค. มี.ค มีค. |มีค มีนคม มินาคม march |mar",
        "เมษายน เมษา เม.ย. เม.ย เมย. |เมย เมษายณ เมษยน april |apr",
        "พฤษภาคม พฤษภา พ.ค. พ.ค พค. |พค พฤกษภาคม พฤศภาคม |may",
        "มิถุนายน มิถุนา มิ.ย. มิ.ย มิย. |มิย มิถุนายณ มิถนายน june |jun",
        "กรกฎาคม กรกฎา กรกฏาคม กรกฏา กรกฎคม กรกฏคม ก.ค. ก.ค กค. |กค july |jul",
        "สิงหาคม สิงหา ส.ค. ส.ค สค. |สค สิงหาคน august |aug",
        "กันยายน กันยา ก.ย. ก.ย กย. |กย กันยายณ september |sep",
        "ตุลาคม ตุลา ต.ค. ต.ค ตค. |ตค ตุลคม october |oct",
        "พฤศจิกายน พฤษจิกายน พฤศจิกา พฤศจิ พฤษจิกา พฤศิจกายน พฤศจิการยน พ.ย. พ.ย พย. |พย november |nov",
        "ธันวาคม ธันวา ธ.ค. ธ.ค ธค. |ธค ธันวคม ธนวาคม december |dec"
    };

    private static final String[] WEEKDAYS = {
        "วันจันทร์ จันทร์",
        "วันอังคาร อังคาร",
        "วันพุธ",
        "วันพฤหัสบดี วันพฤหัส พฤหัสบดี พฤหัสฯ",
        "วันศุกร์ ศุกร์",
        "วันเสาร์ เสาร์",
        "วันอาทิตย์"
    };

    private static final String[] NUMERALS = {
        "", "หนึ่ง เอ็ด", "สอง ยี่", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"
    };

    private static final String[] UNITS = {
        "นาที",
        "ชั่วโมง ชม.",
        "วัน",
        "วันทำการ วันทำงาน วันราชการ",
        "สัปดาห์ สัปดาห อาทิตย์",
        "เดือน",
        "ไตรมาส ไตรมาศ ไตรมาสท์",
        "ครึ่งปีงบประมาณ ครึ่งปี",
        "ปีปฏิทิน ปีการศึกษา ปี",
        "ปีงบประมาณ ปีงบ",
        "ภาคเรียน ภาคการศึกษา เทอม"
    };

    private static final String[] CHANNELS = {
        "เว็บไซต์ เว็บไซด์ เว็บไซท์ เวบไซต์ เวบไซด์ เว็ปไซต์ เว็ปไซด์ เว็บเพจ website www",
        "เฟสบุ๊ก เฟซบุ๊ก เฟสบุ๊ค เฟซบุ๊ค เฟสบุค เฟซบุค เฟสบุ๊ค เฟส facebook |fb",
        "ไลน์ |line lineoa",
        "ยูทูบ ยูทูป youtube",
        "ออนไลน์ เพจ โซเชียล อินสตาแกรม ติ๊กต็อก อินเทอร์เน็ต อินเตอร์เน็ต online social tiktok instagram",
        "ป้ายประชาสัมพันธ์ บอร์ด ปิดประกาศ ป้ายประกาศ ป้ายไวนิล",
        "เสียงตามสาย หอกระจายข่าว วิทยุ รถประชาสัมพันธ์ รถแห่ รถกระจายเสียง",
        "แผ่นพับ วารสาร จดหมายข่าว หนังสือพิมพ์ สิ่งพิมพ์ ใบปลิว โปสเตอร์ เอกสารเผยแพร่",
        "ที่ประชุม ประชุมประชาคม เวทีประชาคม ประชุมหมู่บ้าน ประชุมชี้แจง"
    };

    private static final Node ROOT = tree();

    private Lexicon() {}

    /** A node of the tree; {@link #entry} where a spelling ends. */
    static final class Node {
        private char[] letters = {};
        private Node[] nodes = {};
        private @Nullable Entry entry;

        @Nullable
        Entry entry() {
            return entry;
        }

        @Nullable
        Node next(char letter) {
            for (int i = 0; i < letters.length; i++) {
                if (letters[i] == letter) {
                    return nodes[i];
                }
            }
            return null;
        }

        private Node grow(char letter) {
            Node known = next(letter);
            if (known != null) {
                return known;
            }
            int size = letters.length;
            letters = Arrays.copyOf(letters, size + 1);
            nodes = Arrays.copyOf(nodes, size + 1);
            letters[size] = letter;
            nodes[size] = new Node();
            return nodes[size];
        }
    }

    /** What a token that names a channel has as its value. */
    static int channel(Channel channel) {
        return Arrays.asList(Channel.values()).indexOf(channel);
    }

    static Node root() {
        return ROOT;
    }

    private static Node tree() {
        Node root = new Node();
        for (Word word : Word.values()) {
            add(root, word, 0, word.spellings());
        }
        addAll(root, Word.MONTH, 1, MONTHS);
        addAll(root, Word.WEEKDAY, 1, WEEKDAYS);
        addAll(root, Word.NUMERAL, 0, NUMERALS);
        add(root, Word.NUMERAL, 100, "ร้อย");
        addAll(root, Word.UNIT, 0, UNITS);
        if (CHANNELS.length != Channel.values().length) {
            throw new IllegalStateException("a channel without spellings");
        }
        addAll(root, Word.CHANNEL, 0, CHANNELS);
        return root;
    }

    private static void addAll(Node root, Word word, int first, String[] spellings) {
        for (int i = 0; i < spellings.length; i++) {
            add(root, word, first + i, spellings[i]);
        }
    }

    private static void add(Node root, Word word, int value, String spellings) {
        StringTokenizer each = new StringTokenizer(spellings);
        while (each.hasMoreTokens()) {
            String spelling = each.nextToken();
            boolean alone = spelling.startsWith("|");
            String letters = alone ? spelling.substring(1) : spelling;
            Entry entry = new Entry(word, value, alone);
            put(root, letters.replace('ำ', 'า'), entry);
            if (letters.indexOf('ำ') >= 0) {
                put(root, letters.replace("ำ", "้า"), entry);
            }
        }
    }

    private static void put(Node root, String letters, Entry entry) {
        Node node = root;
        for (int i = 0; i < letters.length(); i++) {
            node = node.grow(letters.charAt(i));
        }
        if (node.entry != null && !node.entry.equals(entry)) {
            throw new IllegalStateException(letters + " is both " + node.entry + " and " + entry);
        }
        node.entry = entry;
    }
}
