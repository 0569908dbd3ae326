package se.skolkvalitet.indicator.framework;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.framework.Edition.Measure;

class EditionTest {
    @Test
    void aMeasureTellsItsGradesInOrder() throws JsonProcessingException {
        Measure measure = measure("{\"schoolForms\":[\"sameskola\",\"grundskola\"],\"grades\":[9,6]}");

        assertThat(measure.schoolForms()).containsExactly("grundskola", "sameskola");
        assertThat(measure.grades()).containsExactly(6, 9);
    }

    @Test
    void aMeasureFromBeforeGradesWereToldHasNone() throws JsonProcessingException {
        Measure measure = measure("{\"grades\":null}");

        assertThat(measure.schoolForms()).isEmpty();
        assertThat(measure.grades()).isEmpty();
    }

    @Test
    void anEditionFromBeforeABackgroundWasToldHasNone() throws JsonProcessingException {
        Edition edition = new ObjectMapper()
                .readValue("{\"number\":1,\"indicators\":[{\"code\":\"A\",\"expectedBy\":null}]}", Edition.class);

        assertThat(edition.peers()).isEmpty();
        assertThat(edition.indicators().get(0).expectedBy()).isEmpty();
    }

    private static Measure measure(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json, Measure.class);
    }
}
