package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidtam.facts.CellText;
import tidtam.facts.Completion;
import tidtam.facts.Duty;

/** Every text is read to its end, whatever stands in it, and every reading quotes a part of it. */
class AnyTextTest {
    private static final int LONGEST_CELL = 32_767;

    @Provide
    Arbitrary<String> soups() {
        List<String> words = new ArrayList<>(List.of(
                "0",
                "1",
                "7",
                "15",
                "31",
                "32",
                "66",
                "2566",
                "25656",
                "99999",
                "3000000000",
                "-",
                "/",
                ".",
                ",",
                "(",
                ")",
                "....",
                "__",
                " ",
                "\n",
                "%",
                "มกราคม",
                "ก.พ.",
                "มค",
                "หนึ่ง",
                "สิบ",
                "ร้อย",
                "เว็บไซต์",
                "วันจันทร์",
                "กองคลัง",
                "และ",
                "เดือน",
                "ไตรมาส",
                "ปี",
                "ปีงบประมาณ",
                "วัน",
                "วันทำการ",
                "สัปดาห์",
                "ภาคเรียน",
                "ชั่วโมง",
                "ครึ่งปี",
                "ๆ",
                "\u0E48",
                "&nbsp;",
                "\uD83D"));
        for (Word word : Word.values()) {
            words.addAll(List.of(word.spellings().strip().split("\\s+", -1)));
        }
        return Arbitraries.of(words).list().ofMaxSize(14).map(list -> String.join("", list));
    }

    @Property(tries = 4000)
    void reads_any_soup_of_words_and_numbers(@ForAll("soups") String soup) {
        assertQuotes(soup);
    }

    @Property
    void reads_any_characters(@ForAll String text) {
        assertQuotes(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                ".",
                "1",
                "๑",
                "1 ",
                "1.",
                "1-",
                "1/",
                "(",
                "-",
                "_",
                "ทุก",
                "ทุก 1 ",
                "1 ม.ค. - ",
                "มกราคม ",
                "มกราคม, ",
                "หนึ่ง",
                "ภายใน ",
                "วันที่ 1, ",
                "รอบ 6 เดือน ",
                "ไตรมาส 1, ",
                "กอง",
                "และ",
                "เ",
                "\u0E48",
                "\u0E4D",
                "&",
                "<br>",
                "ร",
                "ไม่มี",
                "วันจันทร์ ",
                "รายงาน"
            })
    void reads_the_longest_cell_of_one_thing_repeated(String unit) {
        assertQuotes(unit.repeat(LONGEST_CELL / unit.length()));
    }

    private static void assertQuotes(String text) {
        CellText cell = Reads.cell(text);
        for (Duty duty : Reads.duties(text)) {
            assertThat(text).contains(duty.statedIn().quote());
        }
        Completion completion = Reads.completion(text);
        completion.dates().forEach(date -> assertThat(date.text().quote()).isNotBlank());
        completion.claims().forEach(claim -> assertThat(claim.text().quote()).isNotBlank());
        Reads.dates(text)
                .impossible()
                .forEach(date -> assertThat(date.text().quote()).isNotBlank());
        assertThat(ResponsibleReader.responsible(Reads.MEASURE, cell, List.of()).divisions())
                .allSatisfy(division -> assertThat(division.text().quote()).isNotBlank());
        PublicationReader.publication(Reads.MEASURE, Optional.of(cell), Optional.of(cell))
                .ifPresent(publication ->
                        assertThat(text).contains(publication.statedIn().quote()));
    }
}
