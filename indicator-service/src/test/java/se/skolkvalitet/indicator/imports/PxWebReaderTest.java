package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static se.skolkvalitet.indicator.imports.ReadStatistics.measure;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.test.Contracts;

/** Tables and figures are made up, in the form of the databases' answers. */
class PxWebReaderTest {
    private static final Measure PASSED = measure("passed", "TAB1/A1", "percent", "share", "school-year");
    private static final Measure PUPILS = measure("pupils", "TAB1/A2", "number", "count", "calendar-year");

    private static final String VALUES = "[71.5, 70, 73, 41, 20, 21, null, null, null, 100, 50, 50]";

    /** Two contents, two regions, three sexes, one year: twelve cells. */
    private static final String DATASET = """
            {"version": "2.0", "class": "dataset", "label": "Made up", "source": "nobody",
             "updated": "2026-01-02T03:04:05Z",
             "role": {"time": ["Tid"], "geo": ["Region"], "metric": ["ContentsCode"]},
             "id": ["Region", "ContentsCode", "Kon", "Huvudman", "Tid"], "size": [2, 2, 3, 1, 1],
             "dimension": {
               "Region": {"label": "region", "category": {"index": {"00": 0, "0180": 1}, "label": {"00": "Riket"}}},
               "ContentsCode": {"category": {"index": ["A1", "A2"], "unit": {"A1": {"label": "%%"}}}},
               "Kon": {"category": {"index": {"2": 1, "1+2": 0, "1": 2}}},
               "Huvudman": {"category": {"label": {"S": "samtliga"}}},
               "Tid": {"category": {"index": {"2024": 0}}}},
             "extension": {"px": {"tableid": "TAB1", "decimals": 1}},
             "value": %s,
             "status": {"6": "..", "7": ".", "0": "p"}}
            """;

    private static final String DENSE = DATASET.formatted(VALUES);

    @Test
    void aCellIsTheFigureOfItsCategories() {
        ReadStatistics read = read(DENSE);

        assertThat(read.faults()).isEmpty();
        assertThat(read.lines()).isEqualTo(12);
        assertThat(read.staged())
                .extracting(one -> "%d %s %s %s %s %s %s"
                        .formatted(
                                one.line(),
                                one.observation().area(),
                                one.observation().measure(),
                                one.observation().period().value(),
                                one.observation().group().sex(),
                                one.observation().figure().status().value(),
                                one.observation().raw()))
                .containsExactly(
                        "1 00 passed 2024/25 T normal 71.5; p",
                        "2 00 passed 2024/25 F normal 70",
                        "3 00 passed 2024/25 M normal 73",
                        "4 00 pupils 2024 T normal 41",
                        "5 00 pupils 2024 F normal 20",
                        "6 00 pupils 2024 M normal 21",
                        "7 0180 passed 2024/25 T withheld ..",
                        "8 0180 passed 2024/25 F missing .",
                        "9 0180 passed 2024/25 M missing null",
                        "10 0180 pupils 2024 T normal 100",
                        "11 0180 pupils 2024 F normal 50",
                        "12 0180 pupils 2024 M normal 50");
        assertThat(read.observations().get(0)).satisfies(first -> {
            assertThat(first.level()).isEqualTo(Level.NATION);
            assertThat(first.figure()).isEqualTo(Figure.of(new BigDecimal("71.5")));
            assertThat(first.group()).isEqualTo(Group.all("grundskola"));
        });
    }

    @Test
    void aSparseDatasetSaysTheSame() {
        String sparse = DATASET.formatted("""
                {"11": 50, "0": 71.5, "1": 70, "2": 73, "3": 41, "4": 20, "5": 21, "6": null, "9": 100, "10": 50}""");

        assertThat(read(sparse).staged())
                .containsExactlyInAnyOrderElementsOf(read(DENSE).staged());
    }

    @Test
    void valuesThatComeBeforeWhatIsSaidOfThemAreRead() {
        String value = "\"value\": " + VALUES + ",";
        String valuesFirst = "{" + value + DENSE.strip().substring(1).replace(value, "");

        assertThat(read(valuesFirst).staged()).isEqualTo(read(DENSE).staged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"..\"", "[null,null,null,null,null,null,\"..\",\"..\",\"..\"]"})
    void statusesMayBeOneForAllOrOneForEach(String status) {
        String file = DENSE.replace("{\"6\": \"..\", \"7\": \".\", \"0\": \"p\"}", status);

        assertThat(read(file).observations())
                .filteredOn(one -> one.figure().value() == null)
                .hasSize(3)
                .allMatch(one -> one.figure().status() == ObservationStatus.WITHHELD);
    }

    @ParameterizedTest
    @CsvSource({"1,M", "2,F", "1+2,T", "T,T", "M,M", "K,F"})
    void sexesAreToldInEitherWay(String code, String sex) {
        String file = DENSE.replace("\"1+2\": 0", "\"%s\": 0".formatted(code))
                .replace("{\"2\": 1", code.equals("2") ? "{\"9\": 1" : "{\"2\": 1")
                .replace(", \"1\": 2}", code.equals("1") ? ", \"9\": 2}" : ", \"1\": 2}");

        assertThat(read(file).staged())
                .filteredOn(one -> one.line() == 1)
                .singleElement()
                .returns(sex, one -> one.observation().group().sex());
    }

    @Test
    void withoutADimensionOfSexesFiguresAreOfAll() {
        String file = DENSE.replace("\"Kon\", ", "")
                .replace("[2, 2, 3, 1, 1]", "[2, 2, 1, 1]")
                .replace(VALUES, "[1, 2, 3, 4]");

        assertThat(read(file).observations())
                .hasSize(4)
                .allMatch(one -> one.group().sex().equals("T"));
    }

    @Test
    void regionAndContentsAreKnownByTheirNamesWhereTheirRolesAreNotTold() {
        String file = DENSE.replace(", \"geo\": [\"Region\"], \"metric\": [\"ContentsCode\"]", "");

        assertThat(read(file).staged()).isEqualTo(read(DENSE).staged());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "0180": 1}      | "01801": 1}   | 7 Region pattern       | 6
        "0180": 1}      | "2X": 1}      | 7 Region pattern       | 6
        "A2"]           | "A3"]         | 4 ContentsCode unknown-measure | 6
        "1": 2}         | "3": 2}       | 3 Kon one-of           | 4
        {"2024": 0}     | {"2024K1": 0} | 1 Tid period           | 12
        [71.5           | [100.5        | 1 value range          | 1
        41,             | -41,          | 4 value range          | 1
        41,             | "41",         | 4 value number         | 1
        41,             | [41],         | 4 value number         | 1
        41,             | 1e99,         | 4 value range          | 1
        """)
    void namesWhatIsWrongWithACell(String sound, String broken, String first, int faults) {
        ReadStatistics read = read(DENSE.replace(sound, broken));

        assertThat(read.faultsInShort()).hasSize(faults).first().isEqualTo(first);
        assertThat(read.observations()).hasSize(12 - faults);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "tableid": "TAB1", |                | it does not name its table in extension.px.tableid
        "class": "dataset" | "class": "collection" | its class is not 'dataset'
        "size": [2, 2, 3, 1, 1], |          | its id and size do not name dimensions
        "size": [2, 2, 3   | "size": [2, 2, 4 | the dimension 'Kon' does not have the 4 categories that its size says
        "00": 0, "0180": 1 | "00": 0, "0180": 2 | the index of 'Region' has gaps
        "00": 0, "0180": 1 | "00": 0, "0180": "1" | an index of 'Region' is no number
        "time": ["Tid"], |                  | The dataset has no dimension with the role 'time'.
        "geo": ["Region"]  | "geo": ["Region", "Huvudman"] | The dataset has two dimensions of geo, 'Huvudman' is the second.
        ["Region", "Cont   | ["Plats", "Cont | the dimension 'Plats' does not have the 2 categories
        71.5, 70,          | 71.5,          | The dataset has 12 cells, but 11 values.
        71.5, 70,          | 71.5, 70, 70,  | The dataset has 12 cells, but a value for '12'.
        [71.5, 70, 73, 41, 20, 21, null, null, null, 100, 50, 50] | {"12": 1} | The dataset has 12 cells, but a value for '12'.
        [71.5, 70, 73, 41, 20, 21, null, null, null, 100, 50, 50] | {"x": 1} | The dataset has 12 cells, but a value for 'x'.
        [71.5, 70, 73, 41, 20, 21, null, null, null, 100, 50, 50] | null | The dataset has no values.
        "6": ".."          | "-1": ".."     | The status of cell -1 is of no value of the dataset.
        """)
    void aFileThatIsNoWholeDatasetIsRefusedWithTheReason(String sound, String broken, String reason) {
        String file = DENSE.replace(sound, broken == null ? "" : broken);

        assertThatThrownBy(() -> read(file)).isInstanceOf(JobFailed.class).hasMessageContaining(reason);
    }

    @Test
    void aDimensionOfOtherKindsMustBeOfOneCategory() {
        String file = DENSE.replace("[2, 2, 3, 1, 1]", "[2, 2, 3, 2, 1]")
                .replace("{\"label\": {\"S\": \"samtliga\"}}", "{\"index\": [\"S\", \"F\"]}");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("The dimension 'Huvudman' is none of time, region, contents or sex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7"})
    void aFileThatIsNoDatasetIsRefused(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(JobFailed.class).hasMessageContaining("it is no object");
    }

    @Test
    void aSecondDatasetInAFileIsRefused() {
        assertThatThrownBy(() -> read(DENSE + DENSE))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("after it comes another");
    }

    @Test
    void aDatasetOfMoreCellsThanAnyIsRefused() {
        String file = DENSE.replace("{\"2024\": 0}", codes(0, 90_000))
                .replace("{\"00\": 0, \"0180\": 1}", codes(0, 1000))
                .replace("[2, 2, 3, 1, 1]", "[1000, 2, 3, 1, 90000]");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("The dataset has more than 10000000 cells");
    }

    @Test
    void theMadeUpDatasetsAreJsonStat() throws IOException {
        Path schema = Contracts.projectRoot().resolve("../shared/data/schemas/jsonstat/dataset.json");
        assumeTrue(Files.exists(schema));
        var dataset = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schema));

        assertThat(dataset.validate(DENSE, InputFormat.JSON)).isEmpty();
        assertThat(dataset.validate(DATASET.formatted("{\"0\": 1.5}"), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void memoryDoesNotGrowWithTheFile() {
        int years = 100;
        int values = 9000 * years;
        String head = DENSE.substring(0, DENSE.indexOf("\"value\""))
                .replace("[2, 2, 3, 1, 1]", "[9000, 1, 1, 1, %d]".formatted(years))
                .replace("{\"00\": 0, \"0180\": 1}", codes(1000, 10_000))
                .replace("[\"A1\", \"A2\"]", "[\"A2\"]")
                .replace("{\"2\": 1, \"1+2\": 0, \"1\": 2}", "[\"T\"]")
                .replace("{\"2024\": 0}", codes(2000, 2000 + years));
        Supplier<InputStream> file = FlatMemory.file(
                values + 1, number -> number == 0 ? head + "\"value\":[0" : number == values ? "]}" : "," + number);

        assertThat(ReadStatistics.count(new PxWebReader(), file, PUPILS)).isEqualTo(values);
    }

    private static String codes(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(code -> "\"" + code + "\"")
                .toList()
                .toString();
    }

    private static ReadStatistics read(String file) {
        return ReadStatistics.of(new PxWebReader(), file, PASSED, PUPILS);
    }
}
