package se.skolkvalitet.framework.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.text.CodeModule;

/** What publication says of the background that an edition names, by the edition that is shipped with a fault in it. */
class BackgroundChecksTest {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().registerModules(new CodeModule(), new JavaTimeModule());
    private static final String BOYS = "GR-BACKGROUND-BOYS";

    private ObjectNode edition;

    @BeforeEach
    void read() throws IOException {
        edition = ShippedEdition.read();
    }

    @Test
    void aBackgroundOfTheSameFormAndKindOfPeriodHasNoFault() {
        expect("GR-PASSED-6", BOYS);

        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GR-NO-SUCH, dangling-reference",
        "FKL-GUARDIANS-SAFETY, school-form",
        "GR-GAP-SAFE-8, period-kind",
        "GR-PUPILS, total",
        "GR-PASSED-6, own-background"
    })
    void anExpectationByWhatCannotBeItsBackgroundIsAFault(String background, String rule) {
        int index = expect("GR-PASSED-6", BOYS, background);

        assertThat(faults()).containsExactly("indicators[%d].expectedBy[1] %s".formatted(index, rule));
    }

    @Test
    void aBackgroundThatIsNamedTwiceIsAFault() {
        int index = expect("GR-PASSED-6", BOYS, BOYS);

        assertThat(faults()).containsExactly("indicators[%d].expectedBy[1] duplicate".formatted(index));
    }

    @Test
    void aTotalHasNoExpectedValue() {
        int index = expect("GR-PUPILS", BOYS);

        assertThat(faults()).containsExactly("indicators[%d].expectedBy total".formatted(index));
    }

    @Test
    void anExpectationNeedsItsBackgroundInEachOfItsSchoolForms() {
        int index = expect("GR-PASSED-6", BOYS);
        ((ObjectNode) edition.at("/indicators/" + index))
                .withArray("schoolForms")
                .add("sameskola");

        assertThat(faults()).contains("indicators[%d].expectedBy[0] school-form".formatted(index));
    }

    @ParameterizedTest
    @CsvSource({
        "GR-NO-SUCH, dangling-reference",
        "FKL-GUARDIANS-SAFETY, school-form",
        "GR-GAP-SAFE-8, period-kind",
        "GR-PUPILS, total",
        "GR-BACKGROUND-BOYS, duplicate"
    })
    void organisersAreNotAlikeByWhatCannotBeTheirBackground(String background, String rule) {
        peers("grundskola", BOYS, background);

        assertThat(faults()).containsExactly("peers[1].schoolForm duplicate", "peers[1].background[1] " + rule);
    }

    @Test
    void aSchoolFormHasOneBackground() {
        peers("grundskola", BOYS);

        assertThat(faults()).containsExactly("peers[1].schoolForm duplicate");
    }

    @Test
    void aFormulaThatCannotBeReadIsItsOwnFaultAndNotThatOfWhoNamesIt() {
        int index = indexOf(BOYS);
        ((ObjectNode) edition.at("/indicators/" + index)).put("formula", "mean(");

        assertThat(faults()).containsExactly("indicators[%d].formula formula".formatted(index));
    }

    @ParameterizedTest
    @CsvSource({
        "GR-NO-SUCH, dangling-reference",
        "GR-SALSA-MERIT, unit",
        "GR-PASSED-9, own-deviation",
        "GR-GAP-SAFE-8, period-kind"
    })
    void aDeviationIsToldInTheSameUnitFormAndPeriodByAnotherIndicator(String deviation, String rule) {
        int index = indexOf("GR-PASSED-9");
        ((ObjectNode) edition.at("/indicators/" + index)).put("deviationIn", deviation);

        assertThat(faults()).containsExactly("indicators[%d].deviationIn %s".formatted(index, rule));
    }

    @Test
    void aDeviationIsToldInEachOfTheSchoolForms() {
        int index = indexOf("FKL-GUARDIANS-SAFETY");
        ((ObjectNode) edition.at("/indicators/" + index)).put("deviationIn", "GR-SALSA-MERIT");

        assertThat(faults()).contains("indicators[%d].deviationIn school-form".formatted(index));
    }

    /** @return the index of the indicator that is expected */
    private int expect(String indicator, String... background) {
        int index = indexOf(indicator);
        ArrayNode codes = ((ObjectNode) edition.at("/indicators/" + index)).putArray("expectedBy");
        List.of(background).forEach(codes::add);
        return index;
    }

    private void peers(String schoolForm, String... background) {
        ArrayNode codes = edition.withArray("peers")
                .addObject()
                .put("schoolForm", schoolForm)
                .putArray("background");
        List.of(background).forEach(codes::add);
    }

    private int indexOf(String indicator) {
        return edition.path("indicators").findValuesAsText("code").indexOf(indicator);
    }

    private List<String> faults() {
        try {
            Framework framework = MAPPER.treeToValue(edition, Framework.class);
            List<FieldError> faults = FrameworkChecks.faultsOf(framework, Set.of());
            return faults.stream()
                    .map(fault -> fault.field() + " " + fault.rule())
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
