package tidtam.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
    @ParameterizedTest
    @CsvSource({
        "abc,3",
        "ที่,1",
        "น้ำ,2",
        "กำหนด,5",
        "เจ้าหน้าที่,7",
        "ผู้,1",
        "ก็,1",
        "ํ,0",
        "๒๕๖๖,4",
        "฿,1",
        "中文,4",
        "ﾊ,1",
        "全,2",
        "😀,2",
        "🇹🇭,4",
        "é,1",
        "…,1",
        "–,1",
        "“,1"
    })
    void counts_columns(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }
}
