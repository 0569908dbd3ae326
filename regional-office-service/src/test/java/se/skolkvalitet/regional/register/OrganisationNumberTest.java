package se.skolkvalitet.regional.register;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.text.InvalidValue;

class OrganisationNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"2120000142", "2021004185", "5560360793"})
    void takesNumbersWithARightCheckDigit(String number) {
        assertThatCode(() -> new OrganisationNumber(number)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2120000143", "2120000152", "1220000142"})
    void refusesAWrongDigitAndSwappedDigits(String number) {
        assertThatThrownBy(() -> new OrganisationNumber(number)).isInstanceOfSatisfying(InvalidValue.class, refused -> {
            org.assertj.core.api.Assertions.assertThat(refused.rule()).isEqualTo("check-digit");
        });
    }

    @Test
    void refusesAHyphen() {
        assertThatThrownBy(() -> new OrganisationNumber("212000-0142")).isInstanceOf(InvalidValue.class);
    }
}
