package se.skolkvalitet.indicator.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.protection.Family;
import se.skolkvalitet.indicator.protection.Family.Division;
import se.skolkvalitet.indicator.protection.Family.Sum;

class FamiliesTest {
    private static final String MEASURES = """
            {"code": "gr.pupils", "unit": "number", "kind": "count"},
            {"code": "gr.passed", "unit": "number", "kind": "count"},
            {"code": "gr.absent", "unit": "number", "kind": "count"},
            {"code": "gr.tested", "unit": "number", "kind": "count", "grades": [6, 9]},
            {"code": "gr.merit", "unit": "points", "kind": "average"},
            {"code": "gr.safe", "unit": "percent", "kind": "share"},
            {"code": "gr.staff", "unit": "number", "kind": "count", "protects": "nobody"}
            """;

    @Test
    void partsAndWholesOfAllSexesAreOneFamily() throws IOException {
        assertThat(sums("share(gr.passed, gr.pupils)"))
                .containsExactly(
                        "gr.passed a F, gr.passed a M, gr.passed a T, gr.pupils a F, gr.pupils a M, gr.pupils a T");
    }

    @Test
    void indicatorsOfTheSameCountsAreOneFamilyAndOthersAreNot() throws IOException {
        assertThat(sums("share(gr.passed, gr.pupils)", "sum(gr.pupils)", "sum(gr.absent)"))
                .containsExactly(
                        "gr.absent a F, gr.absent a M, gr.absent a T",
                        "gr.passed a F, gr.passed a M, gr.passed a T, gr.pupils a F, gr.pupils a M, gr.pupils a T");
    }

    @Test
    void whatOneValueIsMadeOfIsOneFamily() throws IOException {
        assertThat(sums("share(gr.passed, gr.pupils) - share(gr.absent, gr.pupils)"))
                .hasSize(1);
    }

    @Test
    void aGapIsOfTheFiguresOfBothSexes() throws IOException {
        assertThat(sums("gap(share(gr.passed, gr.pupils), [sex F], [sex M])"))
                .containsExactly("gr.passed a F, gr.passed a M, gr.pupils a F, gr.pupils a M");
    }

    @Test
    void allGradesTogetherAreOneFamilyWithAll() throws IOException {
        assertThat(sums("sum(gr.tested)", "sum(gr.tested[grade 6])", "sum(gr.tested[grade 9])"))
                .hasSize(1);
        assertThat(wholes("sum(gr.tested)", "sum(gr.tested[grade 6])", "sum(gr.tested[grade 9])"))
                .contains(
                        "gr.tested a T = gr.tested a 6 T, gr.tested a 9 T",
                        "gr.tested a F = gr.tested a 6 F, gr.tested a 9 F",
                        "gr.tested a 6 T = gr.tested a 6 F, gr.tested a 6 M");
    }

    @Test
    void someGradesAreNoWhole() throws IOException {
        assertThat(sums("sum(gr.tested)", "sum(gr.tested[grade 6])")).hasSize(2);
        assertThat(wholes("sum(gr.tested)", "sum(gr.tested[grade 6])"))
                .doesNotContain("gr.tested a T = gr.tested a 6 T");
    }

    @Test
    void aMeanIsNoFamilyWithItsWeights() throws IOException {
        assertThat(sums("mean(gr.merit weight gr.pupils)"))
                .hasSize(1)
                .first()
                .asString()
                .doesNotContain("gr.pupils a F,");
    }

    @Test
    void figuresOfNobodyAreNone() throws IOException {
        assertThat(sums("sum(gr.staff)")).isEmpty();
        assertThat(sums("ratio(gr.pupils, gr.staff)")).containsExactly("gr.pupils a F, gr.pupils a M, gr.pupils a T");
    }

    @Test
    void whatOnlyTheSourceTellsOfAreasIsNoSum() throws IOException {
        assertThat(sums("reported(gr.merit)")).isEmpty();
    }

    @Test
    void countsThatAreOnlyReportedAreProtectedToo() throws IOException {
        assertThat(sums("reported(gr.absent)")).containsExactly("gr.absent a F, gr.absent a M, gr.absent a T");
        assertThat(wholes("reported(gr.absent)")).containsExactly("gr.absent a T = gr.absent a F, gr.absent a M");
        assertThat(sums("reported(gr.absent)", "sum(gr.absent[sex T])"))
                .containsExactly("gr.absent a (reported) F, gr.absent a (reported) M, gr.absent a (reported) T,"
                        + " gr.absent a T");
    }

    @Test
    void aMeanOfSharesKnowsThatItIsOne() throws IOException {
        assertThat(families("mean(gr.safe weight gr.pupils)").families())
                .allMatch(family -> family.sums().stream().allMatch(sum -> sum.ofShares() && sum.ofPupils()));
        assertThat(families("mean(gr.merit weight gr.pupils)").families())
                .noneMatch(family -> family.sums().stream().anyMatch(Sum::ofShares));
    }

    @Test
    void aSumLessAnotherTellsHowManyAreLeft() throws IOException {
        assertThat(differences("sum(gr.pupils) - sum(gr.absent)"))
                .containsExactlyInAnyOrder(
                        "gr.pupils a T - gr.absent a T",
                        "gr.pupils a F - gr.absent a F",
                        "gr.pupils a M - gr.absent a M");
        assertThat(differences("sum(gr.pupils) + sum(gr.tested) - (sum(gr.absent) - sum(gr.passed))"))
                .hasSize(3)
                .contains("gr.pupils a T, gr.tested a T, gr.passed a T - gr.absent a T");
        assertThat(differences("sum(gr.pupils) - sum(gr.absent) - sum(gr.passed)"))
                .hasSize(3)
                .contains("gr.pupils a T - gr.absent a T, gr.passed a T");
        assertThat(differences("sum(gr.pupils[sex T]) - sum(gr.pupils[sex F])"))
                .containsExactly("gr.pupils a T - gr.pupils a F");
    }

    @Test
    void girlsLessBoysAreNobody() throws IOException {
        assertThat(differences("sum(gr.pupils[sex F]) - sum(gr.pupils[sex M])")).isEmpty();
        assertThat(differences("sum(gr.tested[grade 9]) - sum(gr.tested[grade 6])"))
                .isEmpty();
    }

    @Test
    void whatIsLeftOfStaffIsNobodysAndOfSharesNothing() throws IOException {
        assertThat(differences("sum(gr.pupils) - sum(gr.staff)")).isEmpty();
        assertThat(differences("share(gr.passed, gr.pupils) - share(gr.absent, gr.pupils)"))
                .isEmpty();
        assertThat(differences("2 * sum(gr.pupils) - sum(gr.absent)")).isEmpty();
    }

    @Test
    void aShareHasARestAndARatioHasNone() throws IOException {
        assertThat(divisions("share(gr.passed + gr.absent, gr.pupils)"))
                .contains("gr.passed a T, gr.absent a T / gr.pupils a T, and the rest");
        assertThat(divisions("ratio(gr.passed, gr.pupils per 1000)")).contains("gr.passed a T / gr.pupils a T");
        assertThat(divisions("ratio(gr.staff, gr.pupils)")).isEmpty();
    }

    @Test
    void aFamilyThatIsMadeOfTheSameHasTheSameKeyInEachEdition() throws IOException {
        String key = keys("share(gr.passed, gr.pupils)").get(0);

        assertThat(keys("share(gr.passed, gr.pupils)", "sum(gr.absent)")).contains(key);
        // Its proof tells which values tell its figures.
        assertThat(keys("share(gr.passed, gr.pupils)", "sum(gr.pupils)")).doesNotContain(key);
        assertThat(keys("ratio(gr.passed, gr.pupils)")).doesNotContain(key);
        assertThat(keys("share(gr.passed, gr.pupils)", "share(gr.absent, gr.pupils)"))
                .doesNotContain(key);
    }

    @Test
    void howMuchUnitsDifferTellsNothingOfTheirAreas() throws IOException {
        assertThat(families("share(gr.passed, gr.pupils)", "spread(share(gr.passed, gr.pupils) weight gr.pupils)")
                        .families())
                .singleElement()
                .satisfies(family -> assertThat(family.values())
                        .extracting(Family.Value::indicator)
                        .containsOnly("I0"));
    }

    @Test
    void valuesKnowTheirFamily() throws IOException {
        Families families = families("share(gr.passed, gr.pupils)", "sum(gr.staff)");

        assertThat(families.keys("I0", "a"))
                .containsExactly(families.families().get(0).key());
        assertThat(families.keys("I1", "a")).isEmpty();
    }

    private static List<String> sums(String... formulas) throws IOException {
        return families(formulas).families().stream()
                .map(family -> family.sums().stream().map(Sum::name).sorted().collect(Collectors.joining(", ")))
                .sorted()
                .toList();
    }

    private static List<String> keys(String... formulas) throws IOException {
        return families(formulas).families().stream().map(Family::key).toList();
    }

    private static List<String> divisions(String formula) throws IOException {
        return families(formula).families().stream()
                .flatMap(family -> {
                    Map<Integer, String> names = names(family);
                    return family.divisions().stream().map(division -> text(division, names));
                })
                .toList();
    }

    private static List<String> wholes(String... formulas) throws IOException {
        return families(formulas).families().stream()
                .flatMap(family -> {
                    Map<Integer, String> names = names(family);
                    return family.wholes().stream().map(whole -> "%s = %s"
                            .formatted(
                                    names.get(whole.step()),
                                    whole.parts().stream()
                                            .map(names::get)
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
                })
                .toList();
    }

    private static List<String> differences(String formula) throws IOException {
        return families(formula).families().stream()
                .flatMap(family -> {
                    Map<Integer, String> names = names(family);
                    return family.differences().stream().map(difference -> "%s - %s"
                            .formatted(text(difference.of(), names), text(difference.less(), names)));
                })
                .toList();
    }

    private static String text(List<Integer> steps, Map<Integer, String> names) {
        return steps.stream().map(names::get).collect(Collectors.joining(", "));
    }

    private static Map<Integer, String> names(Family family) {
        return family.sums().stream().collect(Collectors.toMap(Sum::step, Sum::name));
    }

    private static String text(Division division, Map<Integer, String> names) {
        return "%s / %s%s"
                .formatted(
                        text(division.part(), names),
                        text(division.whole(), names),
                        division.isShare() ? ", and the rest" : "");
    }

    private static Families families(String... formulas) throws IOException {
        StringBuilder indicators = new StringBuilder();
        for (int i = 0; i < formulas.length; i++) {
            indicators
                    .append(i == 0 ? "" : ", ")
                    .append(
                            "{\"code\": \"I%d\", \"schoolForms\": [\"a\"], \"unit\": \"%s\", \"decimals\": 1, \"formula\": \"%s\"}"
                                    .formatted(i, formulas[i].startsWith("share") ? "percent" : "ratio", formulas[i]));
        }
        Edition edition = new ObjectMapper()
                .readValue(
                        "{\"number\": 1, \"measures\": [%s], \"indicators\": [%s]}".formatted(MEASURES, indicators),
                        Edition.class);
        return Families.of(Planner.of(edition));
    }
}
