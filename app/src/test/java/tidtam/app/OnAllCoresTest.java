package tidtam.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnAllCoresTest {
    @Test
    void keeps_the_order_given() {
        List<Integer> many = IntStream.range(0, 100).boxed().toList();

        assertThat(OnAllCores.map(many, each -> each * 2))
                .isEqualTo(many.stream().map(each -> each * 2).toList());
    }

    @Test
    void throws_what_the_function_throws() {
        Refused refused = new Refused("no");

        assertThatThrownBy(() -> OnAllCores.map(List.of(1, 2, 3), each -> {
                    if (each == 2) {
                        throw refused;
                    }
                    return each;
                }))
                .isSameAs(refused);
    }
}
