package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.skolkvalitet.indicator.imports.ReadStatistics.measure;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

/** Files and figures are made up, in the form of the exports. */
class SirisReaderTest {
    private static final Measure PASSED =
            measure("passed", "Andel (%) med godkänt i alla ämnen", "percent", "share", "school-year");
    private static final Measure PUPILS = measure("pupils", "Antal elever", "number", "count", "school-year");
    private static final Measure COST = measure("cost", "Kostnad per elev", "sek", "average", "calendar-year");
    private static final Measure TWO_FORMS = new Measure(
            "two",
            null,
            "number",
            "count",
            "a-source",
            "Lärare",
            null,
            Set.of("grundskola", "sameskola"),
            Set.of(),
            "school-year",
            null);

    private static final String FILE = """
            Påhittad tabell: slutbetyg årskurs 9, läsåret 2024/25
            Uttag 2025-10-03;;
            ;.. färre än tio elever

            Skola;Skolenhetskod;Kommunkod;Antal elever;Andel (%) med godkänt i alla ämnen;Anmärkning
            Ån;10000001;0180;1 234;71,5;x
            Ön;10000002;0180;..;~100;
            """;

    @Test
    void readsTheColumnsThatTheEditionKnows() {
        ReadStatistics read = read(FILE);

        assertThat(read.faults()).isEmpty();
        assertThat(read.lines()).isEqualTo(2);
        assertThat(read.staged())
                .extracting(one -> "%d %s %s %s %s"
                        .formatted(
                                one.line(),
                                one.observation().area(),
                                one.observation().measure(),
                                one.observation().period().value(),
                                one.observation().raw()))
                .containsExactly(
                        "6 10000001 pupils 2024/25 1 234",
                        "6 10000001 passed 2024/25 71,5",
                        "7 10000002 pupils 2024/25 ..",
                        "7 10000002 passed 2024/25 ~100");
        assertThat(read.observations().get(0))
                .returns(Level.SCHOOL_UNIT, Observation::level)
                .returns(Group.all("grundskola"), Observation::group)
                .returns(Figure.of(new BigDecimal("1234")), Observation::figure);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
        71,5       | 71.5  | null | null | NORMAL
        -24        | -24   | null | null | NORMAL
        12 345     | 12345 | null | null | NORMAL
        cirka 270  | 270   | 265  | 275  | ROUNDED
        ~100       | 100   | 60   | 100  | ROUNDED
        .          | null  | null | null | MISSING
        ''         | null  | null | null | MISSING
        ..         | null  | null | null | WITHHELD
        *          | null  | null | null | NOT_APPLICABLE
        """)
    void readsFiguresAndTheSignsForThem(
            String text, BigDecimal value, BigDecimal low, BigDecimal high, ObservationStatus status) {
        String file = "Skolenhetskod;År;Kostnad per elev\n10000001;2024;" + text + "\n";

        assertThat(read(file).observations())
                .singleElement()
                .returns(new Figure(value, low, high, status), Observation::figure)
                .returns(text.isEmpty() ? null : text, Observation::raw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "windows-1252"})
    void theEncodingIsFound(String encoding) {
        ReadStatistics read = ReadStatistics.of(
                new SirisReader(),
                FILE.replace("1 234", "1\u00a0234").getBytes(Charset.forName(encoding)),
                PASSED,
                PUPILS);

        assertThat(read.faults()).isEmpty();
        assertThat(read.observations())
                .hasSize(4)
                .first()
                .returns(Figure.of(new BigDecimal("1234")), Observation::figure);
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(read("\ufeffSkolenhetskod;Läsår;Antal elever\r\n10000001;2024/25;1\r\n")
                        .observations())
                .hasSize(1);
    }

    @Test
    void aLetterAtTheEndOfWhatIsLookedAtIsNotTakenForAnotherEncoding() {
        String header = "Skolenhetskod;Läsår;Antal elever\n";
        String row = "10000001;2024/25;1\n";
        for (int padding = 0; padding < 4; padding++) {
            String title = "x".repeat(padding) + "ö".repeat(33_000) + "\n";

            assertThat(read(title + header + row).observations()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Organisationsnummer,2120000142,ORGANISER,2120000142",
        "Organisationsnummer,212000-0142,ORGANISER,2120000142",
        "Kommunkod,0180,MUNICIPALITY,0180",
        "Skolenhetskod,10000001,SCHOOL_UNIT,10000001"
    })
    void theColumnOfCodesTellsTheLevel(String column, String code, Level level, String area) {
        assertThat(read("Läsår;%s;Antal elever\n2024/25;%s;7\n".formatted(column, code))
                        .observations())
                .singleElement()
                .returns(level, Observation::level)
                .returns(area, Observation::area);
    }

    @Test
    void ofAMunicipalityOnlyTheLineOfAllOrganisersIsTaken() {
        ReadStatistics read = read("""
                Kommun;Kommunkod;Typ av huvudman;Läsår;Antal elever
                Ankeborg;0180;Kommunal;2024/25;70
                Ankeborg;0180;Samtliga;2024/25;100
                Ankeborg;0180;Enskild;2024/25;30
                """);

        assertThat(read.faults()).isEmpty();
        assertThat(read.observations()).singleElement().returns("100", Observation::raw);
    }

    @Test
    void eachLineHasItsOwnPeriodWhereThereIsAColumnOfThem() {
        ReadStatistics read = read("""
                Tabell för läsåret 2020/21
                Skolenhetskod;Läsår;Antal elever
                10000001;2023/24;7
                10000001;2024/25;8
                """);

        assertThat(read.observations()).extracting(one -> one.period().value()).containsExactly("2023/24", "2024/25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Kostnader år 2024         | 2024
        2024;;                    | 2024
        Kostnader 2024, uttag 2025-10-03 | 2024
        """)
    void theTitleTellsTheCalendarYear(String title, String year) {
        assertThat(read(title + "\nSkolenhetskod;Kostnad per elev\n10000001;7\n")
                        .observations())
                .singleElement()
                .returns(new Period(year), Observation::period);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        10000001;2024/25;7;x;1           | ''            | columns
        10000001;2024/25                 | ''            | columns
        1000001;2024/25;7                | Skolenhetskod | pattern
        10000001;2024;7                  | Antal elever  | period
        10000001;;7                      | Antal elever  | period
        10000001;2024/25;sju             | Antal elever  | value
        10000001;2024/25;-7              | Antal elever  | range
        10000001;2024/25;~40             | Antal elever  | range
        10000001;2024/25;1000000000      | Antal elever  | range
        """)
    void namesWhatIsWrongWithALine(String line, String field, String rule) {
        ReadStatistics read = read("Skolenhetskod;Läsår;Antal elever\n" + line + "\n10000002;2024/25;8\n");

        assertThat(read.faults())
                .singleElement()
                .returns(2L, LineFault::line)
                .returns(field, LineFault::field)
                .returns(rule, LineFault::rule);
        assertThat(read.staged()).extracting(ReadStatistics.Staged::line).containsExactly(3L);
    }

    @Test
    void aShareBeyondAHundredAndAMeasureOfSeveralFormsAreFaultsOfTheirColumn() {
        String header = "Skolenhetskod;Läsår;Andel (%) med godkänt i alla ämnen;Lärare\n";

        assertThat(read(header + "10000001;2024/25;100,1;3\n").faultsInShort())
                .containsExactly("2 Andel (%) med godkänt i alla ämnen range", "2 Lärare school-form");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Skolenhetskod;Läsår;Antal lärare | The edition has no measure for any column of the file: Skolenhetskod, Läsår, Antal lärare
        Skolenhetskod;Läsår;Antal elever;Antal elever | The column 'Antal elever' is there twice.
        Skola;Läsår;Antal elever | No line at the beginning of the file has a column Skolenhetskod
        Skolenhetskod,Läsår,Antal elever | No line at the beginning of the file has a column Skolenhetskod
        Skolenhetskod;Antal elever | and the lines above its header name no school year.
        """)
    void aFileThatIsNoExportIsRefusedWithTheReason(String header, String reason) {
        assertThatThrownBy(() -> read("Titel 2024\n" + header + "\n10000001;2024/25;7;8\n"))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining(reason);
    }

    @Test
    void titlesOfSeveralYearsTellNone() {
        assertThatThrownBy(() -> read("Läsåren 2023/24 och 2024/25\nSkolenhetskod;Antal elever\n10000001;7\n"))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("name more than one school year");
    }

    @Test
    void aFileOfTitlesAloneIsRefusedSoon() {
        Supplier<InputStream> file = () -> new MadeUpFile(1_000_000, number -> {
            assertThat(number).isLessThan(20_000);
            return "Titel " + number + "\n";
        });

        assertThatThrownBy(() -> ReadStatistics.count(new SirisReader(), file, PUPILS))
                .isInstanceOf(JobFailed.class);
    }

    @Test
    void aHeaderWithoutLinesSaysNothing() {
        assertThatThrownBy(() -> read("Skolenhetskod;Läsår;Antal elever\n"))
                .isInstanceOf(JobFailed.class)
                .hasMessage("The file has no lines under its header.");
    }

    @Test
    void memoryDoesNotGrowWithTheFile() {
        int rows = 200_000;
        Supplier<InputStream> file = FlatMemory.file(
                rows + 1,
                number -> number == 0
                        ? "Skola;Skolenhetskod;Läsår;Antal elever\n"
                        : "Ån;%08d;2024/25;1 %03d%n".formatted(number, number % 1000));

        assertThat(ReadStatistics.count(new SirisReader(), file, PUPILS)).isEqualTo(rows);
    }

    private static ReadStatistics read(String file) {
        return ReadStatistics.of(
                new SirisReader(), file.getBytes(StandardCharsets.UTF_8), PASSED, PUPILS, COST, TWO_FORMS);
    }
}
