package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.text.InvalidValue;

class PlannedEducationsValueTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
        64,6      | EXISTS                                          | 64.6 | null | null | normal
        -24       | EXISTS                                          | -24  | null | null | normal
        1 234     | EXISTS                                          | 1234 | null | null | normal
        203       | EXISTS                                          | 203  | null | null | normal
        cirka 270 | EXISTS                                          | 270  | 265  | 275  | rounded
        cirka 0   | EXISTS                                          | 0    | 0    | 5    | rounded
        ~100      | ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE      | 100  | 60   | 100  | rounded
        ..        | OMITTED_DUE_TO_BASED_ON_FEW_PUPILS              | null | null | null | withheld
        .         | MISSING                                         | null | null | null | missing
        null      | MISSING                                         | null | null | null | missing
        *         | TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION | null | null | null | not-applicable
        """)
    void readsEveryValueTypeOfTheSource(
            String text, String type, BigDecimal value, BigDecimal low, BigDecimal high, String status) {
        assertThat(PlannedEducationsValue.read(text, type))
                .isEqualTo(new Figure(value, low, high, Codes.parse(ObservationStatus.class, status)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
        ..     | EXISTS
        null   | EXISTS
        12,x   | EXISTS
        1,2,3  | EXISTS
        64,6   | OMITTED_DUE_TO_BASED_ON_FEW_PUPILS
        ~      | ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE
        ~40    | ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE
        100    | ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE
        5      | SOMETHING_NEW
        """)
    void refusesAFigureThatContradictsItsType(String text, String type) {
        assertThatThrownBy(() -> PlannedEducationsValue.read(text, type)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100000000", "999999999999999999999999999999", "0,1234567"})
    void refusesWhatNoSchoolCanHave(String text) {
        assertThatThrownBy(() -> PlannedEducationsValue.read(text, "EXISTS"))
                .isInstanceOf(InvalidValue.class)
                .extracting("rule")
                .isEqualTo("range");
    }

    @Test
    void refusesAMillionDigitsAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(
                        () -> PlannedEducationsValue.read("7".repeat(3_900_000), "EXISTS"))
                .isInstanceOf(InvalidValue.class));
    }
}
