package se.skolkvalitet.kit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.kit.text.Nearest.Named;

class NearestTest {
    private static final List<Named> OFFICES = List.of(
            new Named("umea", "Umeå"),
            new Named("solna", "Solna"),
            new Named("sala", "Sala"),
            new Named("got", "Göteborg"),
            new Named("lulea", "Luleå"));

    @Test
    void swappedLettersAreOneChange() {
        assertThat(codes("solan")).startsWith("solna");
    }

    @Test
    void aNameLeadsToItsCodeWithoutItsDotsAndInAnyCase() {
        assertThat(codes("GOTEBORG")).startsWith("got");
    }

    @Test
    void thereAreAtMostThreeAndTheNearestComeFirst() {
        assertThat(codes("sulna")).containsExactly("solna", "lulea", "sala");
    }

    @Test
    void withAsFewChangesTheyComeInTheOrderOfTheirCodes() {
        assertThat(Nearest.to("19", List.of(new Named("29", "Two"), new Named("18", "One"))))
                .extracting(Named::code)
                .containsExactly("18", "29");
    }

    @Test
    void nothingIsNearWhereNothingIsKnown() {
        assertThat(Nearest.to("solna", List.of())).isEmpty();
    }

    @Test
    void nothingIsNearToWhatIsLongerThanAnyCodeOrName() {
        assertThat(codes("solna".repeat(100))).isEmpty();
    }

    private static List<String> codes(String text) {
        return Nearest.to(text, OFFICES).stream().map(Named::code).toList();
    }
}
