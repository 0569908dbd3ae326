package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static se.skolkvalitet.indicator.imports.ReadStatistics.measure;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.test.Contracts;

/** Figures are made up, but for those of the recorded answers. */
class KoladaReaderTest {
    private static final Measure MERIT = measure("merit", "N15505", "points", "average", "school-year");
    private static final Measure PASSED = measure("passed", "N15419", "percent", "share", "school-year");
    private static final Measure CHILDREN = measure("children", "N11800", "number", "count", "calendar-year");
    private static final Measure TWO_FORMS = new Measure(
            "two",
            null,
            "number",
            "average",
            "a-source",
            "N2",
            null,
            Set.of("grundskola", "sameskola"),
            Set.of(),
            "school-year",
            null);

    /** A made-up row of a municipality. */
    private static String row(String kpi, String municipality, String period, String values) {
        return "{\"values\":[%s],\"kpi\":%s,\"period\":%s,\"municipality\":%s}"
                .formatted(values, kpi, period, municipality);
    }

    private static String value(String gender, String value) {
        return "{\"gender\":%s,\"count\":1,\"status\":\"\",\"value\":%s,\"isdeleted\":false}".formatted(gender, value);
    }

    private static String answer(String... rows) {
        return "{\"values\":[%s],\"next_url\":null,\"previous_url\":null,\"count\":%d}"
                .formatted(String.join(",", rows), rows.length);
    }

    @Test
    void eachSexIsAnObservationOfTheSchoolYearThatEndsInKoladasYear() {
        ReadStatistics read = read(answer(row(
                "\"N15505\"",
                "\"0180\"",
                "2024",
                value("\"T\"", "231.5") + "," + value("\"K\"", "240") + "," + value("\"M\"", "223.1"))));

        assertThat(read.faults()).isEmpty();
        assertThat(read.observations())
                .extracting(
                        Observation::level,
                        Observation::area,
                        Observation::measure,
                        one -> one.period().value(),
                        one -> one.group().sex(),
                        one -> one.figure().value(),
                        Observation::raw)
                .containsExactly(tuple("T", "231.5"), tuple("F", "240"), tuple("M", "223.1"));
    }

    private static org.assertj.core.groups.Tuple tuple(String sex, String number) {
        return org.assertj.core.groups.Tuple.tuple(
                Level.MUNICIPALITY, "0180", "merit", "2023/24", sex, new BigDecimal(number), number);
    }

    @Test
    void aCalendarYearIsKoladasYear() {
        assertThat(read(answer(row("\"N11800\"", "\"0180\"", "2024", value("\"T\"", "41"))))
                        .observations())
                .singleElement()
                .returns(new Period("2024"), Observation::period);
    }

    @ParameterizedTest
    @CsvSource({"0000,NATION,00", "0001,COUNTY,01", "0025,COUNTY,25", "0114,MUNICIPALITY,0114"})
    void aPlaceIsTheNationACountyOrAMunicipality(String id, Level level, String area) {
        assertThat(read(answer(row("\"N15505\"", "\"" + id + "\"", "2024", value("\"T\"", "1"))))
                        .observations())
                .singleElement()
                .returns(level, Observation::level)
                .returns(area, Observation::area);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "null", textBlock = """
        {"gender":"T","value":null,"status":"Privat"}                    | Privat
        {"gender":"T","value":null}                                      | null
        {"gender":"T"}                                                   | null
        """)
    void whatIsNullIsMissingAndItsStatusIsKept(String value, String raw) {
        assertThat(read(answer(row("\"N15505\"", "\"0180\"", "2024", value))).observations())
                .singleElement()
                .returns(Figure.none(ObservationStatus.MISSING), Observation::figure)
                .returns(raw, Observation::raw);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"gender":"T","value":1.5,"status":"","isdeleted":true}          | isdeleted
        {"gender":"T","value":1.5,"status":"Gammal","isdeleted":true}    | Gammal; isdeleted
        {"gender":"T","value":null,"isdeleted":true}                     | isdeleted
        """)
    void whatIsDeletedIsWithdrawnAndItsNumberIsNotKept(String value, String raw) {
        assertThat(read(answer(row("\"N15505\"", "\"0180\"", "2024", value))).observations())
                .singleElement()
                .returns(Figure.none(ObservationStatus.WITHDRAWN), Observation::figure)
                .returns(raw, Observation::raw);
    }

    @Test
    void aStatusBesideANumberIsKeptWithIt() {
        String value = "{\"gender\":\"T\",\"value\":1.5,\"status\":\"Prognos\"}";

        assertThat(read(answer(row("\"N15505\"", "\"0180\"", "2024", value))).observations())
                .singleElement()
                .returns("1.5; Prognos", Observation::raw);
    }

    @ParameterizedTest
    @CsvSource({"72.6027397260274,72.602740", "1.0,1.0", "1e2,1E+2", "0.1234565,0.123457"})
    void moreThanSixDecimalsAreRounded(String written, BigDecimal value) {
        assertThat(read(answer(row("\"N15505\"", "\"0180\"", "2024", value("\"T\"", written))))
                        .observations())
                .singleElement()
                .returns(value, one -> one.figure().value())
                .returns(written, Observation::raw);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "N99999" | "0180"   | 2024  | "T" | 1        | kpi              | unknown-measure
        null     | "0180"   | 2024  | "T" | 1        | kpi              | unknown-measure
        ["N1"]   | "0180"   | 2024  | "T" | 1        | kpi              | unknown-measure
        "N2"     | "0180"   | 2024  | "T" | 1        | kpi              | school-form
        "N15505" | "G12345" | 2024  | "T" | 1        | municipality     | pattern
        "N15505" | 180      | 2024  | "T" | 1        | municipality     | pattern
        "N15505" | null     | 2024  | "T" | 1        | municipality     | pattern
        "N15505" | "0180"   | 24    | "T" | 1        | period           | period
        "N15505" | "0180"   | 1024  | "T" | 1        | period           | period
        "N15505" | "0180"   | null  | "T" | 1        | period           | period
        "N15505" | "0180"   | {}    | "T" | 1        | period           | period
        "N15505" | "0180"   | 2024  | "F" | 1        | values[0].gender | one-of
        "N15505" | "0180"   | 2024  | 1   | 1        | values[0].gender | one-of
        "N15505" | "0180"   | 2024  | "T" | "1"      | values[0].value  | number
        "N15505" | "0180"   | 2024  | "T" | true     | values[0].value  | number
        "N15505" | "0180"   | 2024  | "T" | 1e8      | values[0].value  | range
        "N15505" | "0180"   | 2024  | "T" | 1e-99999 | values[0].value  | range
        "N15419" | "0180"   | 2024  | "T" | 100.5    | values[0].value  | range
        "N11800" | "0180"   | 2024  | "T" | -1       | values[0].value  | range
        "N15505" | "0180"   | 2024  | "T" | 1,"status":"\\u0000" | values[0].status | pattern
        """)
    void namesWhatIsWrongWithARow(
            String kpi, String municipality, String period, String gender, String value, String field, String rule) {
        String sound = row("\"N15505\"", "\"0180\"", "2023", value("\"T\"", "1"));
        String broken = row(kpi, municipality, period, "{\"gender\":%s,\"value\":%s}".formatted(gender, value));

        ReadStatistics read = read(answer(sound, broken, sound));

        assertThat(read.faults())
                .singleElement()
                .returns(2L, LineFault::line)
                .returns(field, LineFault::field)
                .returns(rule, LineFault::rule);
        assertThat(read.staged()).extracting(ReadStatistics.Staged::line).containsExactly(1L, 3L);
    }

    @Test
    void aRowThatIsNoObjectIsAFault() {
        assertThat(read(answer("[1,[2]]", "7", "null")).faultsInShort())
                .containsExactly("1  json", "2  json", "3  json");
    }

    @Test
    void aRowWithValuesWithoutEndIsAFaultAndNotKept() {
        String values = (value("\"T\"", "1") + ",").repeat(1000) + value("\"T\"", "1");

        assertThat(read(answer(row("\"N15505\"", "\"0180\"", "2024", values))).faultsInShort())
                .containsExactly("1 values too-long");
    }

    @Test
    void oneFaultInARowLeavesOutAllOfIt() {
        String values = value("\"T\"", "1") + "," + value("\"X\"", "1") + "," + value("\"M\"", "\"\"");

        ReadStatistics read = read(answer(row("\"N15505\"", "\"0180\"", "2024", values)));

        assertThat(read.observations()).isEmpty();
        assertThat(read.faultsInShort()).containsExactly("1 values[1].gender one-of", "1 values[2].value number");
    }

    @Test
    void severalAnswersAreReadOneAfterAnother() {
        String one = answer(row("\"N15505\"", "\"0180\"", "2024", value("\"T\"", "1")));

        ReadStatistics read = read(one + "\n" + answer() + "\r\n" + one.replace("0180", "0114"));

        assertThat(read.staged()).extracting(ReadStatistics.Staged::line).containsExactly(1L, 2L);
        assertThat(read.lines()).isEqualTo(2);
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(read("\ufeff" + answer(row("\"N15505\"", "\"0180\"", "2024", value("\"T\"", "1"))))
                        .observations())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"values\":[]}", "{\"values\":[]}\n{\"values\":[]}", " \n"})
    void aFileWithoutRowsSaysNothing(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(JobFailed.class).hasMessage("The file has no rows.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{}", "{\"values\":{}}", "{\"detail\":\"Not Found\"}"})
    void aFileThatIsNoAnswerIsRefused(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("is not an answer of Kolada's API v3");
    }

    @Test
    void aFileThatBreaksOffIsRefusedWithThePlace() {
        assertThatThrownBy(() -> read("{\"values\":[\n{\"kpi\":"))
                .isInstanceOf(JobFailed.class)
                .hasMessage("The file is not JSON (line 2, column 8).");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() {
        byte[] file = "{\"title\":\"K\u00f6n\",\"values\":[]}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> ReadStatistics.of(KoladaReader.ofAreas(), file, MERIT))
                .isInstanceOf(JobFailed.class)
                .hasMessageStartingWith("The file is not JSON");
    }

    @Test
    void aRowOfAnOrganisationalUnitIsOfTheSchoolUnitThatIsKnownByItsId() {
        String known = answer(row("\"N15505\"", "\"V15E018000101\"", "2024", value("\"T\"", "1")));
        String unknown = known.replace("V15E018000101", "V15E018000102");

        ReadStatistics read = ReadStatistics.of(
                KoladaReader.ofUnits(), (known + unknown + known).replace("\"municipality\"", "\"ou\""), MERIT);

        assertThat(read.faultsInShort()).containsExactly("2 ou unmapped-unit");
        assertThat(read.observations()).hasSize(2).allSatisfy(one -> assertThat(one)
                .returns(Level.SCHOOL_UNIT, Observation::level)
                .returns("10000001", Observation::area));
    }

    @Test
    void readsTheRecordedAnswers() throws IOException {
        Path folder = Contracts.projectRoot().resolve("../shared/data/kolada-v3");
        assumeTrue(Files.isDirectory(folder));
        Measure income = measure("income", "N00003", "number", "average", "calendar-year");
        Measure people = measure("people", "N01951", "number", "count", "calendar-year");
        Measure[] measures = {income, people};

        ReadStatistics bySex = ReadStatistics.of(
                KoladaReader.ofAreas(), Files.readAllBytes(folder.resolve("data-4d88b7.json")), measures);
        ReadStatistics byYear = ReadStatistics.of(
                KoladaReader.ofAreas(), Files.readAllBytes(folder.resolve("data-e969c0.json")), measures);

        assertThat(bySex.faults()).isEmpty();
        assertThat(bySex.observations())
                .extracting(one -> one.group().sex() + " " + one.raw())
                .containsExactly("F 82526.0", "M 85509.0", "T 168035.0");
        assertThat(byYear.faults()).isEmpty();
        assertThat(byYear.observations())
                .contains(new Observation(
                        Level.MUNICIPALITY,
                        "0580",
                        "income",
                        new Period("2023"),
                        Group.all("grundskola"),
                        Figure.of(new BigDecimal("34965.484696")),
                        "34965.484696"));
    }

    @Test
    void memoryDoesNotGrowWithTheFile() {
        int rows = 200_000;
        Supplier<InputStream> file = FlatMemory.file(rows + 2, number -> {
            if (number == 0) {
                return "{\"values\":[";
            }
            String one = row("\"N15505\"", "\"0180\"", "2024", value("\"T\"", String.valueOf(number)));
            return number == rows + 1 ? "]}" : number == rows ? one : one + ",";
        });

        assertThat(ReadStatistics.count(KoladaReader.ofAreas(), file, MERIT)).isEqualTo(rows);
    }

    private static ReadStatistics read(String file) {
        return ReadStatistics.of(KoladaReader.ofAreas(), file, MERIT, PASSED, CHILDREN, TWO_FORMS);
    }
}
