package se.skolkvalitet.regional.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.regional.testsupport.Register;

/** The school forms and grades that a line of the register tells. */
class RegisteredUnitTest {
    private static final String FORMS = "[{\"code\":\"gr\"},{\"code\":\"fsk\"}]";

    private final List<LineFault> found = new ArrayList<>();

    @Test
    void gradesAreOfTheirFormInOrderAndOnce() {
        RegisteredUnit unit = read("""
                [{"code":"gr","schoolYears":["9","7"," 8 ","7"]},{"code":"fsk","schoolYears":["0"]}]""");

        assertThat(unit.grades())
                .containsExactly(
                        new FormGrades(SchoolForm.FORSKOLEKLASS, List.of(0)),
                        new FormGrades(SchoolForm.GRUNDSKOLA, List.of(7, 8, 9)));
    }

    @Test
    void aGradeMayBeANumber() {
        RegisteredUnit unit = read("""
                [{"code":"gyan","schoolYears":[13,0]}]""");

        assertThat(unit.grades()).containsExactly(new FormGrades(SchoolForm.ANPASSAD_GYMNASIESKOLA, List.of(0, 13)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"schoolYears\":null", ",\"schoolYears\":[]"})
    void nobodyHasToldTheGradesOfAFormWithoutAny(String schoolYears) {
        RegisteredUnit unit = read("[{\"code\":\"gy\"%s}]".formatted(schoolYears));

        assertThat(unit.schoolForms()).containsOnlyKeys(SchoolForm.GYMNASIESKOLA);
        assertThat(unit.grades()).isEmpty();
    }

    @Test
    void elementsOfTheSameFormArePutTogether() {
        RegisteredUnit unit = read("""
                [{"code":"vuxgy","schoolYears":["2","1"]},{"code":"vuxgr"},{"code":"vuxgr","schoolYears":["3","1"]}]""");

        assertThat(unit.schoolForms()).containsOnlyKeys(SchoolForm.KOMVUX);
        assertThat(unit.grades()).containsExactly(new FormGrades(SchoolForm.KOMVUX, List.of(1, 2, 3)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "7"          | typeOfSchooling[1].schoolYears    | type
            7            | typeOfSchooling[1].schoolYears    | type
            {"0":"7"}    | typeOfSchooling[1].schoolYears    | type
            ["7","14"]   | typeOfSchooling[1].schoolYears[1] | range
            ["-1"]       | typeOfSchooling[1].schoolYears[0] | range
            [14]         | typeOfSchooling[1].schoolYears[0] | range
            [7.5]        | typeOfSchooling[1].schoolYears[0] | integer
            ["VII"]      | typeOfSchooling[1].schoolYears[0] | integer
            ["7-9"]      | typeOfSchooling[1].schoolYears[0] | integer
            [""]         | typeOfSchooling[1].schoolYears[0] | required
            ["8",null]   | typeOfSchooling[1].schoolYears[1] | required
            [true]       | typeOfSchooling[1].schoolYears[0] | type
            [["7"]]      | typeOfSchooling[1].schoolYears[0] | type
            """)
    void whatIsNoGradeIsAFaultWithItsPlace(String schoolYears, String field, String rule) {
        RegisteredUnit unit = read("[{\"code\":\"fsk\"},{\"code\":\"gr\",\"schoolYears\":%s}]".formatted(schoolYears));

        assertThat(unit).isNull();
        assertThat(found).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.rule()).isEqualTo(rule);
        });
    }

    @Test
    void everyGradeThatIsNoneIsTold() {
        read("[{\"code\":\"gr\",\"schoolYears\":[\"1\",\"x\",\"99\"]}]");

        assertThat(found)
                .extracting(LineFault::field)
                .containsExactly("typeOfSchooling[0].schoolYears[1]", "typeOfSchooling[0].schoolYears[2]");
    }

    private RegisteredUnit read(String forms) {
        String line = Register.unit("20000900", Register.organiser(900), "0180").replace(FORMS, forms);
        LineFaults faults = new LineFaults(found::addAll);
        try {
            RegisteredUnit unit =
                    RegisteredUnit.read(1, new ObjectMapper().readTree(line), LocalDate.of(2025, 10, 15), faults);
            faults.flush();
            return unit;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
