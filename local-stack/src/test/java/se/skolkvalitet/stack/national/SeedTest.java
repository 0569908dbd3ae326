package se.skolkvalitet.stack.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.skolkvalitet.stack.national.Country.Municipality;
import se.skolkvalitet.stack.national.Unit.Organiser;

/** Each kind of draw by itself follows the seed: that files differ as wholes tells only that one of them does. */
class SeedTest {
    private static final NationalSize ONE = new NationalSize(7, 2, NationalSize.MOST_MEASURES);
    private static final NationalSize OTHER = new NationalSize(8, 2, NationalSize.MOST_MEASURES);
    private static final double LEAST = 1e-9;

    private static final List<Unit> SCHOOLS = IntStream.rangeClosed(1, 100)
            .mapToObj(number -> new Unit(
                    number,
                    UnitKind.COMPULSORY,
                    new Organiser("9900000000", "Påhittade kommunen 1", "Kommunal"),
                    new Municipality("0180", "01", true, 0.1, 59, 18)))
            .toList();

    @Test
    void whatASchoolIs() {
        assertThat(SCHOOLS).allSatisfy(unit -> {
            assertThat(school(unit, ONE).level(0))
                    .isNotCloseTo(school(unit, OTHER).level(0), within(LEAST));
            assertThat(school(unit, ONE).cohort(0))
                    .isNotCloseTo(school(unit, OTHER).cohort(0), within(LEAST));
        });
    }

    @Test
    void howASchoolMovesFromYearToYear() {
        assertThat(SCHOOLS).allSatisfy(unit -> assertThat(growth(school(unit, ONE)))
                .isNotCloseTo(growth(school(unit, OTHER)), within(LEAST)));
    }

    @Test
    void theFiguresOfASchoolThatIsTheSame() {
        assertThat(List.of(Statistic.values()))
                .filteredOn(statistic -> statistic.shape() != Statistic.Shape.TOTAL)
                .allSatisfy(statistic -> assertThat(figures(statistic, ONE)).isNotEqualTo(figures(statistic, OTHER)));
    }

    @Test
    void whoRunsWhatAndWhere() {
        assertThat(register(ONE, "Kommunal")).isNotEqualTo(register(OTHER, "Kommunal"));
        assertThat(register(ONE, "Statlig")).isNotEqualTo(register(OTHER, "Statlig"));
        assertThat(register(ONE, "Fristående")).isNotEqualTo(register(OTHER, "Fristående"));
    }

    @Test
    void theSpotInItsCountyWhereAUnitStands(@TempDir Path folder) throws IOException {
        List<JsonNode> one = units(folder.resolve("one"), ONE);
        List<JsonNode> other = units(folder.resolve("other"), OTHER);

        // The register begins with the largest municipality, whatever the seed.
        assertThat(IntStream.range(0, SCHOOLS.size())).allSatisfy(i -> {
            assertThat(one.get(i).path("geographicalAreaCode"))
                    .isEqualTo(other.get(i).path("geographicalAreaCode"));
            assertThat(one.get(i).path("wgs84_Lat")).isNotEqualTo(other.get(i).path("wgs84_Lat"));
            assertThat(one.get(i).path("wgs84_Long")).isNotEqualTo(other.get(i).path("wgs84_Long"));
        });
    }

    private static School school(Unit unit, NationalSize size) {
        return School.of(unit, size);
    }

    private static double growth(School school) {
        return school.cohort(1) / school.cohort(0);
    }

    private static List<List<Figure>> figures(Statistic statistic, NationalSize size) {
        return SCHOOLS.stream()
                .map(unit -> List.of(Figures.of(unit, school(unit, ONE), statistic, size)))
                .toList();
    }

    private static List<String> register(NationalSize size, String type) {
        List<String> told = new ArrayList<>();
        Register.forEachUnit(size.seed(), unit -> {
            if (unit.organiser().type().equals(type)) {
                told.add(unit.kind() + " " + unit.municipality().code());
            }
        });
        return told;
    }

    private static List<JsonNode> units(Path folder, NationalSize size) throws IOException {
        National.write(folder, size);
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> units = new ArrayList<>();
        for (String line :
                Files.readAllLines(folder.resolve("school-units.ndjson")).subList(0, SCHOOLS.size())) {
            units.add(mapper.readTree(line));
        }
        return units;
    }
}
