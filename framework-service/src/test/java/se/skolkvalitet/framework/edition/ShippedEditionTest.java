package se.skolkvalitet.framework.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the edition that is shipped promises beside what publication checks of every edition. */
class ShippedEditionTest {
    private static final Pattern MEASURE = Pattern.compile("[a-z]+\\.[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> SOURCES = Set.of(
            "skolverket-planned-educations-gr",
            "skolverket-planned-educations-gran",
            "skolverket-planned-educations-fsk",
            "skolverket-planned-educations-gy",
            "skolverket-planned-educations-gyan",
            "skolverket-salsa",
            "skolverket-school-survey",
            "kolada",
            "kolada-ou");

    private JsonNode edition;

    @BeforeEach
    void read() throws IOException {
        edition = ShippedEdition.read();
    }

    @Test
    void hasSixtyIndicatorsOrMore() {
        assertThat(parts("indicators").toList()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void everySchoolFormHasASubGoalInEachArea() {
        Map<String, String> formOfGoal = new HashMap<>();
        parts("goals").forEach(goal -> formOfGoal.put(text(goal, "code"), text(goal, "schoolForm")));

        Map<String, List<String>> areas = parts("subGoals")
                .collect(Collectors.groupingBy(
                        subGoal -> formOfGoal.get(text(subGoal, "goal")),
                        Collectors.mapping(subGoal -> text(subGoal, "area"), Collectors.toList())));

        assertThat(areas).hasSize(SchoolForm.values().length);
        assertThat(areas.values())
                .allSatisfy(one -> assertThat(one).containsExactly("equity", "quality", "development-and-learning"));
    }

    @Test
    void everySubGoalIsWrittenForItsOwnSchoolForm() {
        for (String field : List.of("name", "description", "notFollowed")) {
            for (String language : List.of("sv", "en")) {
                assertThat(parts("subGoals")
                                .filter(subGoal -> subGoal.has(field))
                                .map(subGoal -> text(subGoal.get(field), language)))
                        .as("%s in %s", field, language)
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void everyMeasureIsFilledByADataSetOfItsOwnersOwnKey() {
        List<JsonNode> told = parts("measures")
                .flatMap(measure -> Stream.concat(Stream.of(measure), Stream.ofNullable(measure.get("areas"))))
                .toList();

        assertThat(told).extracting(one -> text(one, "source")).isSubsetOf(SOURCES);
        assertThat(told)
                .extracting(one -> text(one, "source") + " " + text(one, "sourceKey"))
                .doesNotHaveDuplicates();
    }

    /** Kolada tells the sexes, which the nation's figures of Planned educations do not. */
    @Test
    void whatAGapOfBothSexesIsMadeOfIsKoladasForMunicipalitiesAndTheNation() {
        Map<String, JsonNode> measures =
                parts("measures").collect(Collectors.toMap(measure -> text(measure, "code"), Function.identity()));

        assertThat(parts("indicators")
                        .filter(indicator -> text(indicator, "formula").contains("[sex F]"))
                        .flatMap(indicator -> measures(text(indicator, "formula")).stream())
                        .map(measures::get))
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(measure -> {
                    JsonNode areas = measure.path("areas");
                    assertThat(areas.path("source").asText(text(measure, "source")))
                            .isEqualTo("kolada");
                    assertThat(areas.path("levels"))
                            .extracting(JsonNode::asText)
                            .isIn(List.of(), List.of("municipality", "nation"));
                });
    }

    @Test
    void theSourcesNameForThePreschoolClassIsNotTakenForPreschool() {
        assertThat(parts("measures")
                        .filter(measure -> text(measure, "source").endsWith("-fsk")
                                || text(measure, "sourceKey").startsWith("custodiansfsk/")))
                .isNotEmpty()
                .allSatisfy(measure -> assertThat(measure.get("schoolForms"))
                        .extracting(JsonNode::asText)
                        .containsExactly("forskoleklass"));
    }

    @Test
    void aQuotaIsAShareInEverySchoolForm() {
        assertThat(parts("measures")
                        .filter(measure -> text(measure, "sourceKey").endsWith("Quota")))
                .filteredOn(measure -> !text(measure, "sourceKey").equals("studentsPerTeacherQuota"))
                .isNotEmpty()
                .allSatisfy(measure -> assertThat(text(measure, "kind")).isEqualTo("share"));
    }

    /** Kolada tells the year in which the school year ends; as a calendar year it would be of the autumn after. */
    @ParameterizedTest
    @CsvSource({
        "gr.area-passed-9-settled, gr.all-subjects-passed-9",
        "gr.area-swedish-3, gr.merit-rating-9",
        "gy.area-exam-4-academic, gy.exam-3",
        "gy.unit-grade-points, gy.exam-3"
    })
    void resultsOfASpringAreOfItsSchoolYearWhoeverTellsThem(String ofKolada, String ofPlannedEducations) {
        Map<String, String> periodKinds = parts("measures")
                .collect(Collectors.toMap(measure -> text(measure, "code"), measure -> text(measure, "periodKind")));

        assertThat(periodKinds.get(ofKolada)).isEqualTo("school-year").isEqualTo(periodKinds.get(ofPlannedEducations));
    }

    /** A share of what is counted with it, or the source's own; never units against the population of an area. */
    @Test
    void noPercentageCanPassAHundred() {
        Map<String, String> units = parts("measures")
                .collect(Collectors.toMap(measure -> text(measure, "code"), measure -> text(measure, "unit")));

        assertThat(parts("indicators")
                        .filter(indicator -> text(indicator, "unit").equals("percent")))
                .allSatisfy(indicator -> {
                    String formula = text(indicator, "formula");
                    assertThat(formula).doesNotContain("ratio(");
                    if (formula.startsWith("share(")) {
                        List<String> counted = measures(formula);
                        assertThat(counted.subList(1, counted.size())).contains(counted.get(0));
                    } else {
                        assertThat(units.get(measures(formula).get(0))).isEqualTo("percent");
                    }
                });
    }

    @Test
    void equityInGrundskolaIsFollowedByGapsSpreadAndSalsa() {
        List<String> formulas = formulasOf("GR-L");

        assertThat(formulas)
                .anyMatch(formula -> formula.startsWith("gap("))
                .anyMatch(formula -> formula.startsWith("spread("))
                .anyMatch(formula -> formula.contains("salsa"))
                .allMatch(formula -> Stream.of("gap(", "spread(", "difference(", "mean(gr.salsa-")
                        .anyMatch(formula::startsWith));
    }

    @Test
    void theBackgroundOfGrundskolaIsThatOfSalsaAndNoResult() {
        List<String> background = edition.at("/peers/0/background")
                .valueStream()
                .map(JsonNode::asText)
                .toList();

        assertThat(parts("indicators").filter(indicator -> background.contains(text(indicator, "code"))))
                .hasSize(3)
                .allSatisfy(indicator -> {
                    assertThat(text(indicator, "direction")).isEqualTo("neutral");
                    assertThat(text(indicator, "formula")).startsWith("mean(gr.salsa-");
                    assertThat(indicator.at("/description/sv").asText()).contains("inget resultat");
                    assertThat(indicator.at("/description/en").asText()).contains("no result");
                });
    }

    @Test
    void safetyAndCalmAreFollowedByTheSchoolSurveyWhereItIsMade() {
        Map<String, String> keys = parts("measures")
                .filter(measure -> text(measure, "source").equals("skolverket-school-survey"))
                .collect(Collectors.toMap(measure -> text(measure, "code"), measure -> text(measure, "sourceKey")));

        for (String subGoal : List.of("FKL-K", "GR-K", "GRAN-K", "GY-K")) {
            Set<String> asked = new HashSet<>();
            formulasOf(subGoal).forEach(formula -> measures(formula)
                    .forEach(code -> asked.add(keys.getOrDefault(code, "").replaceFirst(".*/", ""))));
            assertThat(asked).as(subGoal).contains("securityMetrics", "workingEnvironmentMetrics");
        }
    }

    @Test
    void everySuccessFactorHasQuestionsLevelsAndReferences() {
        assertThat(parts("successFactors").toList())
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(factor -> {
                    assertThat(factor.get("questions")).hasSizeGreaterThanOrEqualTo(3);
                    assertThat(factor.get("levels")).hasSize(4);
                    assertThat(factor.get("references")).hasSizeGreaterThan(1);
                });
    }

    @Test
    void saysThatItsTextsAreIllustrative() {
        assertThat(edition.at("/note/sv").asText()).contains("exempel");
        assertThat(edition.at("/note/en").asText()).contains("illustrative");
    }

    private List<String> formulasOf(String subGoal) {
        return parts("indicators")
                .filter(indicator -> indicator.get("subGoals").valueStream().anyMatch(one -> one.asText()
                        .equals(subGoal)))
                .map(indicator -> text(indicator, "formula"))
                .toList();
    }

    private static List<String> measures(String formula) {
        return MEASURE.matcher(formula).results().map(match -> match.group()).toList();
    }

    private Stream<JsonNode> parts(String list) {
        return StreamSupport.stream(edition.path(list).spliterator(), false);
    }

    private static String text(JsonNode part, String field) {
        return part.path(field).asText();
    }
}
