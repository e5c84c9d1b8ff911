package tidtam.spreadsheets.text;

import java.util.Arrays;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import tidtam.facts.Channel;

/** Every spelling the grammar knows, found by its first two letters. A spelling with {@code ำ} is known in each form that scanners give it. */
final class Lexicon {
    /**
     * A spelling and its meaning.
     *
     * @param alone whether it is that word only where no letter touches it
     */
    record Entry(String letters, Word word, int value, boolean alone) {}

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

    private static final int LETTER_BITS = 7;
    private static final int LETTERS = 1 << LETTER_BITS;
    private static final Entry[] NONE = {};
    private static final Entry[][] ENTRIES = entries();

    private Lexicon() {}

    /** What a token that names a channel has as its value. */
    static int channel(Channel channel) {
        return Arrays.asList(Channel.values()).indexOf(channel);
    }

    /** The spellings that may begin with two letters, the longest first; with 0 for the second, those of one letter. */
    static Entry[] beginning(char first, char second) {
        Entry[] entries = ENTRIES[place(first, second)];
        return entries == null ? NONE : entries;
    }

    private static int place(char first, char second) {
        return (first % LETTERS << LETTER_BITS) + second % LETTERS;
    }

    private static @Nullable Entry[][] entries() {
        @Nullable Entry[][] entries = new Entry[LETTERS * LETTERS][];
        for (Word word : Word.values()) {
            add(entries, word, 0, word.spellings());
        }
        addAll(entries, Word.MONTH, 1, MONTHS);
        addAll(entries, Word.WEEKDAY, 1, WEEKDAYS);
        addAll(entries, Word.NUMERAL, 0, NUMERALS);
        add(entries, Word.NUMERAL, 100, "ร้อย");
        addAll(entries, Word.UNIT, 0, UNITS);
        addAll(entries, Word.CHANNEL, 0, CHANNELS);
        return entries;
    }

    private static void addAll(@Nullable Entry[][] entries, Word word, int first, String[] spellings) {
        for (int i = 0; i < spellings.length; i++) {
            add(entries, word, first + i, spellings[i]);
        }
    }

    private static void add(@Nullable Entry[][] entries, Word word, int value, String spellings) {
        StringTokenizer each = new StringTokenizer(spellings);
        while (each.hasMoreTokens()) {
            String spelling = each.nextToken();
            boolean alone = spelling.startsWith("|");
            String letters = alone ? spelling.substring(1) : spelling;
            put(entries, new Entry(letters.replace('ำ', 'า'), word, value, alone));
            if (letters.indexOf('ำ') >= 0) {
                put(entries, new Entry(letters.replace("ำ", "้า"), word, value, alone));
            }
        }
    }

    private static void put(@Nullable Entry[][] entries, Entry entry) {
        String letters = entry.letters();
        int place = place(letters.charAt(0), letters.length() > 1 ? letters.charAt(1) : 0);
        Entry[] before = entries[place] == null ? NONE : entries[place];
        Entry[] after = Arrays.copyOf(before, before.length + 1);
        int at = before.length;
        while (at > 0 && before[at - 1].letters().length() < letters.length()) {
            after[at] = before[at - 1];
            at--;
        }
        after[at] = entry;
        entries[place] = after;
    }
}
