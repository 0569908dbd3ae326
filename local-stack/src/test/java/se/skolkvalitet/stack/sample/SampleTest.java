package se.skolkvalitet.stack.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() {
        Sample.write(folder.resolve("one"), 7);
    }

    @Test
    void theSameSeedGivesTheSameFiles() throws IOException {
        Sample.write(folder.resolve("two"), 7);
        Sample.write(folder.resolve("three"), 8);

        assertThat(read("two")).isEqualTo(read("one"));
        assertThat(read("three")).isNotEqualTo(read("one"));
    }

    @Test
    void hasEveryShapeThatTheSourceHas() throws IOException {
        assertThat(read("one"))
                .contains("\"value\":\"~100\",\"valueType\":\"ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE\"")
                .contains("\"value\":\"..\",\"valueType\":\"OMITTED_DUE_TO_BASED_ON_FEW_PUPILS\"")
                .contains("\"value\":\"*\",\"valueType\":\"TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION\"")
                .contains("\"value\":\".\",\"valueType\":\"MISSING\"")
                .contains("\"value\":null,\"valueType\":\"MISSING\",\"timePeriod\":null")
                .contains("\"value\":\"cirka ")
                .containsPattern("\"value\":\"\\d+,\\d\",\"valueType\":\"EXISTS\",\"timePeriod\":\"2021/22\"");
    }

    @Test
    void has60OrganisersAnd200Units() throws IOException {
        List<String> units = Files.readAllLines(folder.resolve("one/school-units.ndjson"));

        assertThat(units).hasSize(200);
        assertThat(units.stream().map(line -> line.replaceAll(".*organisationRegistryNumber\":\"(\\d+)\".*", "$1")))
                .satisfies(numbers -> assertThat(numbers.stream().distinct()).hasSize(60));
    }

    @Test
    void hasAllUnitsOfItsCountryInEachOfTheCounties() throws IOException {
        List<String> units = Files.readAllLines(folder.resolve("one/school-units.ndjson"));

        assertThat(units.stream().map(line -> line.replaceAll(".*geographicalAreaCode\":\"(\\d\\d).*", "$1")))
                .satisfies(counties -> assertThat(counties.stream().distinct()).hasSize(21));
        assertThat(folder.resolve("one/covers.txt")).hasContent("00");
    }

    @Test
    void saysWhichGradesAUnitHasInEachForm() throws IOException {
        assertThat(Files.readString(folder.resolve("one/school-units.ndjson")))
                .contains("\"code\":\"fsk\",\"displayName\":\"Förskoleklassen\",\"schoolYears\":[\"0\"]")
                .contains("\"schoolYears\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\"]")
                .contains("\"schoolYears\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]")
                .contains("\"schoolYears\":[\"7\",\"8\",\"9\"]");
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("statistics-gr.ndjson"));
    }
}
