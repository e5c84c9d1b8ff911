package tidtam.spreadsheets.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidtam.facts.Publication;

class PublicationReaderTest {
    @Test
    void requires_publication_where_the_steps_or_the_deadline_say_so() {
        assertThat(read("๑. จัดทำ ๒. เผยแพร่ลงเว็บไซต์", "")).contains("เผยแพร่ลงเว็บไซต์");
        assertThat(read("จัดทำ", "ประชาสัมพันธ์ลงในเว็บไซต์ทุกวัน")).contains("ประชาสัมพันธ์ลงในเว็บไซต์ทุกวัน");
        assertThat(read("นำข้อมูลขึ้นบนเว็บ ไซด์ของหน่วยงาน", "")).isPresent();
    }

    @Test
    void does_not_take_public_relations_or_a_channel_for_publication() {
        assertThat(read("ประชาสัมพันธ์ผ่านช่องทางต่าง ๆ", "รายงานผู้บริหาร")).isEmpty();
        assertThat(read("จัดช่องทางติดต่อ เช่น เว็บไซต์หน่วยงาน", "")).isEmpty();
        assertThat(read("ไม่เผยแพร่ข้อมูลส่วนบุคคล", "")).isEmpty();
    }

    private static Optional<String> read(String steps, String deadline) {
        return PublicationReader.publication(
                        Reads.MEASURE, Optional.of(Reads.cell(steps)), Optional.of(Reads.cell(deadline)))
                .map(Publication::statedIn)
                .map(text -> text.quote());
    }
}
