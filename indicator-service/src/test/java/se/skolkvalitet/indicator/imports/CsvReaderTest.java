package se.skolkvalitet.indicator.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.skolkvalitet.indicator.imports.ReadStatistics.measure;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.jobs.JobFailed;

/** All figures are made up. */
class CsvReaderTest {
    private static final Measure PUPILS = measure("pupils", "number", "count", "school-year");
    private static final Measure PASSED = measure("passed", "percent", "share", "school-year");
    private static final Measure BUDGET = measure("budget", "sek", "average", "calendar-year");
    private static final String HEADER =
            "measure,level,area,period,school_form,sex,grade,programme,value,low,high,status\n";

    @Test
    void readsAllThatARowCanSay() {
        ReadStatistics read =
                read(HEADER + "PASSED,organiser,2120000142,2024/25,grundskola,F,9,NA,71.5,70,72.25,rounded\n");

        assertThat(read.observations())
                .containsExactly(new Observation(
                        Level.ORGANISER,
                        "2120000142",
                        "passed",
                        new Period("2024/25"),
                        new Group("grundskola", "F", "9", "NA"),
                        Figure.rounded(new BigDecimal("71.5"), new BigDecimal("70"), new BigDecimal("72.25")),
                        "71.5"));
    }

    @Test
    void takesWhatIsLeftOutForTheUsual() {
        ReadStatistics read = read("""
                value,school_form,period,area,level,measure
                460,grundskola,2024/25,10000001,school-unit,PUPILS
                """);

        assertThat(read.observations())
                .containsExactly(new Observation(
                        Level.SCHOOL_UNIT,
                        "10000001",
                        "pupils",
                        new Period("2024/25"),
                        Group.all("grundskola"),
                        Figure.of(new BigDecimal("460")),
                        "460"));
    }

    @ParameterizedTest
    @CsvSource({"'school-unit,10000001'", "'organiser,2120000142'", "'municipality,0180'", "'county,01'", "'nation,00'"
    })
    void takesFiguresOfEveryLevel(String place) {
        assertThat(read(HEADER + "PUPILS,%s,2024/25,grundskola,T,,,460,,,\n".formatted(place))
                        .faults())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"withheld,WITHHELD", "missing,MISSING", "not-applicable,NOT_APPLICABLE"})
    void takesALineWithoutValueThatSaysWhy(String written, ObservationStatus status) {
        ReadStatistics read = read(HEADER + "PUPILS,nation,00,2024/25,grundskola,T,,,,,,%s\n".formatted(written));

        assertThat(read.observations()).singleElement().satisfies(observation -> {
            assertThat(observation.figure()).isEqualTo(Figure.none(status));
            assertThat(observation.raw()).isNull();
        });
    }

    @Test
    void aCalendarYearIsWhatAMeasureOfOneTakes() {
        assertThat(read(HEADER + "BUDGET,nation,00,2024,grundskola,T,,,99.5,,,\n")
                        .observations())
                .singleElement()
                .returns(new Period("2024"), Observation::period);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        NOTHING,nation,00,2024/25,grundskola,T,,,1,,,            | measure     | unknown-measure
        PUPILS,world,00,2024/25,grundskola,T,,,1,,,              | level       | one-of
        PUPILS,school-unit,1000001,2024/25,grundskola,T,,,1,,,   | area        | pattern
        PUPILS,school-unit,1000000A,2024/25,grundskola,T,,,1,,,  | area        | pattern
        PUPILS,organiser,212000-0142,2024/25,grundskola,T,,,1,,, | area        | pattern
        PUPILS,municipality,180,2024/25,grundskola,T,,,1,,,      | area        | pattern
        PUPILS,county,00,2024/25,grundskola,T,,,1,,,             | area        | pattern
        PUPILS,nation,01,2024/25,grundskola,T,,,1,,,             | area        | pattern
        PUPILS,nation,00,2024,grundskola,T,,,1,,,                | period      | period
        PUPILS,nation,00,2024/26,grundskola,T,,,1,,,             | period      | period
        PUPILS,nation,00,,grundskola,T,,,1,,,                    | period      | period
        BUDGET,nation,00,2024/25,grundskola,T,,,1,,,             | period      | period
        PUPILS,nation,00,2024/25,gymnasieskola,T,,,1,,,          | school_form | school-form
        PUPILS,nation,00,2024/25,grundskola,K,,,1,,,             | sex         | one-of
        PUPILS,nation,00,2024/25,grundskola,T,14,,1,,,           | grade       | pattern
        PUPILS,nation,00,2024/25,grundskola,T,,N A,1,,,          | programme   | pattern
        PUPILS,nation,00,2024/25,grundskola,T,,,1e3,,,           | value       | number
        PUPILS,nation,00,2024/25,grundskola,T,,,"1,5",,,         | value       | number
        PUPILS,nation,00,2024/25,grundskola,T,,,1 000,,,         | value       | number
        PUPILS,nation,00,2024/25,grundskola,T,,,100000000,,,     | value       | range
        PUPILS,nation,00,2024/25,grundskola,T,,,0.1234567,,,     | value       | range
        PUPILS,nation,00,2024/25,grundskola,T,,,-1,,,            | value       | range
        PASSED,nation,00,2024/25,grundskola,T,,,100.1,,,         | value       | range
        PASSED,nation,00,2024/25,grundskola,T,,,99,98,101,rounded | high       | range
        PUPILS,nation,00,2024/25,grundskola,T,,,,,,              | status      | required
        PUPILS,nation,00,2024/25,grundskola,T,,,,,,rounded       | status      | value
        PUPILS,nation,00,2024/25,grundskola,T,,,,,,normal        | status      | value
        PUPILS,nation,00,2024/25,grundskola,T,,,1,,,withheld     | status      | value
        PUPILS,nation,00,2024/25,grundskola,T,,,1,,,secret       | status      | one-of
        PUPILS,nation,00,2024/25,grundskola,T,,,,,,withdrawn     | status      | one-of
        PUPILS,nation,00,2024/25,grundskola,T,,,10,5,,rounded    | low         | required
        PUPILS,nation,00,2024/25,grundskola,T,,,10,5,15,         | low         | status
        PUPILS,nation,00,2024/25,grundskola,T,,,10,11,15,rounded | low         | range
        PUPILS,nation,00,2024/25,grundskola,T,,,10,5,9,rounded   | low         | range
        PUPILS,nation,00,2024/25,grundskola,T,,,1,,              | ``          | columns
        PUPILS,nation,00,2024/25,grundskola,T,,,1,,,,            | ``          | columns
        """)
    void namesWhatIsWrongWithALine(String line, String field, String rule) {
        ReadStatistics read = read(HEADER + line + "\n");

        assertThat(read.faults())
                .singleElement()
                .returns(2L, LineFault::line)
                .returns(field, LineFault::field)
                .returns(rule, LineFault::rule);
        assertThat(read.observations()).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongWithALineAndTakesTheOthers() {
        ReadStatistics read = read(HEADER
                + "PUPILS,nation,00,2024/25,grundskola,T,,,1,,,\n"
                + "\n"
                + "PUPILS,nation,0,2024,grundskola,X,,,1,,,\n"
                + "PUPILS,nation,00,2023/24,grundskola,T,,,1,,,\n");

        assertThat(read.faultsInShort()).containsExactly("4 area pattern", "4 period period", "4 sex one-of");
        assertThat(read.staged()).extracting(ReadStatistics.Staged::line).containsExactly(2L, 5L);
        assertThat(read.lines()).isEqualTo(3);
    }

    @Test
    void readsAByteOrderMarkQuotationMarksAndTheLineEndsOfWindows() {
        ReadStatistics read = read("\ufeff" + HEADER.replace("\n", "\r\n")
                + "\"PUPILS\",\"nation\",\"00\",\"2024/25\",\"grundskola\",T,,,\"460\",,,\r\n");

        assertThat(read.observations()).singleElement().returns("460", Observation::raw);
    }

    @Test
    void aLineThatIsNotUtf8IsAFault() {
        byte[] file = (HEADER + "PUPILS,nation,00,2024/25,grundskola,T,,\u00c5K,1,,,\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(ReadStatistics.of(new CsvReader(), file, PUPILS).faultsInShort())
                .containsExactly("2  utf-8");
    }

    @Test
    void aLineWithATextThatNoDatabaseStoresIsAFault() {
        assertThat(read(HEADER + "PUPILS,nation,00,2024/25,grundskola,T,,\u0000,1,,,\n")
                        .faultsInShort())
                .containsExactly("2  plain-text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        measure,level,area,period                                 | 'school_form' is missing
        measure,level,area,period,school_form,note                | 'note' is none of them
        measure,level,area,period,school_form,value,value         | 'value' is there twice
        Measure,level,area,period,school_form,value               | 'Measure' is none of them
        measure;level;area;period;school_form;value               | 'measure;level;area;period;school_form;value' is none of them
        """)
    void aFileWithAnotherHeaderIsRefusedBeforeAnyLine(String header, String reason) {
        assertThatThrownBy(() -> read(header + "\nPUPILS,nation,00,2024/25,grundskola,1\n"))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "measure,level,area,period,school_form\n"})
    void aFileWithoutRowsSaysNothing(String file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(JobFailed.class).hasMessage("The file has no rows.");
    }

    @Test
    void aFileThatCannotBeCutIntoRecordsIsRefusedWithThePlace() {
        String file = HEADER + "PUPILS,nation,00,2024/25,grundskola,T,,,1,,,\nPUPILS,\"nation\"x,00\n";

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(JobFailed.class)
                .hasMessageStartingWith("The file cannot be cut into records after line 2:");
    }

    @Test
    void aFieldWithoutEndIsRefusedAndNotKept() {
        Supplier<InputStream> file = () -> new MadeUpFile(200_000, number -> number == 0 ? "\"" : "x".repeat(1000));

        assertThatThrownBy(() -> ReadStatistics.count(new CsvReader(), file, PUPILS))
                .isInstanceOf(JobFailed.class);
    }

    @Test
    void whatTheInputThrowsIsNoFaultOfTheFile() {
        IllegalStateException away = new IllegalStateException("the database is away");
        Supplier<InputStream> file = () -> new MadeUpFile(2, number -> {
            throw away;
        });

        assertThatThrownBy(() -> ReadStatistics.count(new CsvReader(), file, PUPILS))
                .isSameAs(away);
    }

    @Test
    void memoryDoesNotGrowWithTheFile() {
        int rows = 200_000;
        Supplier<InputStream> file = FlatMemory.file(
                rows + 1,
                number -> number == 0
                        ? HEADER
                        : "PUPILS,school-unit,%08d,2024/25,grundskola,T,,,460,455,465,rounded%n".formatted(number));

        assertThat(ReadStatistics.count(new CsvReader(), file, PUPILS)).isEqualTo(rows);
    }

    private static ReadStatistics read(String file) {
        return ReadStatistics.of(new CsvReader(), file, PUPILS, PASSED, BUDGET);
    }
}
