package se.skolkvalitet.certificate.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.skolkvalitet.certificate.Certificate;
import se.skolkvalitet.certificate.Figure;
import se.skolkvalitet.certificate.Figure.Status;
import se.skolkvalitet.certificate.PublishedTable;

/** A share of girls who passed. How many there are is withheld of school unit 1 in the one year, and of county 01 in the other. */
class WithheldValuesTest {
    private static final String HEADER =
            "indicator,level,area,areaName,period,schoolForm,sex,value,low,high,intervalLow,intervalHigh,status,reason,coverage,roundedShare,estimate,units,unitsWithValue\n";

    private final WithheldValues withheld = new WithheldValues();

    WithheldValuesTest() {
        withheld.add(proof("2023/24", "county 01"));
        withheld.add(proof("2024/25", "school-unit 1"));
    }

    private static ProofFile proof(String period, String area) {
        List<Figure> figures = Stream.of("school-unit 1", "school-unit 2", "county 01")
                .flatMap(one -> Stream.of("passed F", "pupils F")
                        .map(name -> figure(name + " of " + one, one.equals(area) && name.startsWith("passed"))))
                .toList();
        return new ProofFile(
                new PublishedTable(figures, List.of()),
                Certificate.of(List.of()),
                Stream.of("passed F", "pupils F")
                        .map(figure -> new ToldBy(figure, "SHARE", "grundskola", "F", period))
                        .toList());
    }

    private static Figure figure(String name, boolean isWithheld) {
        return isWithheld
                ? new Figure(name, Status.PRIMARY, null, 0)
                : new Figure(name, Status.PUBLISHED, BigDecimal.TEN, 1);
    }

    private List<String> told(String line) throws IOException {
        return toldIn("values.csv", HEADER + line + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHARE,school-unit,1,A,2024/25,grundskola,F,91.2,,,,,normal,,,,,1,1",
                "SHARE,school-unit,1,A,2024/25,grundskola,F,,80.1,,,,withheld,few,,,,1,1",
                "SHARE,school-unit,1,A,2024/25,grundskola,F,,,91.2,,,withheld,few,,,,1,1",
                "SHARE,school-unit,1,A,2024/25,grundskola,F,,,,77.4,,withheld,few,,,,1,1",
                "SHARE,school-unit,1,A,2024/25,grundskola,F,,,,,99.9,withheld,few,,,,1,1",
                "SHARE,school-unit,1,A,2024/25,grundskola,F,,,,,,withheld,few,,,91.2,1,1",
                "SHARE,county,01,C,2023/24,grundskola,F,91.2,,,,,normal,,,,,1,1",
                // Rounded otherwise than to none or all.
                "SHARE,school-unit,1,A,2024/25,grundskola,F,50.0,0.0,100.0,,,rounded,,,,,1,1",
                "SHARE,school-unit,1,A,2024/25,grundskola,F,100.0,50.0,100.0,96.1,100.0,rounded,,,,,1,1",
                "SHARE,school-unit,1,A,2024/25,grundskola,F,91.2,91.1,91.2,,,rounded,,,,,1,1",
                "SHARE,school-unit,1,A,2024/25,grundskola,F,91.2,41.2,,,,rounded,,,,,1,1",
                // Of several periods together.
                "SHARE,school-unit,1,A,2022/23..2024/25,grundskola,F,91.2,,,,,normal,,,,,1,1",
                "SHARE,county,01,C,2022/23..2024/25,grundskola,F,91.2,,,,,normal,,,,,1,1"
            })
    void aValueThatTellsOfAWithheldFigureIsFound(String line) throws IOException {
        assertThat(told(line))
                .singleElement()
                .asString()
                .startsWith("'SHARE' of ")
                .endsWith("is withheld");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHARE,school-unit,1,A,2024/25,grundskola,F,,,,,,withheld,few,,,,1,1",
                "SHARE,school-unit,2,B,2024/25,grundskola,F,91.2,,,77.4,99.9,normal,,,,,1,1",
                "SHARE,school-unit,1,A,2023/24,grundskola,F,91.2,,,,,normal,,,,,1,1",
                "SHARE,school-unit,1,A,2024/25,grundskola,M,91.2,,,,,normal,,,,,1,1",
                "OTHER,school-unit,1,A,2024/25,grundskola,F,91.2,,,,,normal,,,,,1,1",
                "SHARE,school-unit,1,A,2021/22..2023/24,grundskola,F,91.2,,,,,normal,,,,,1,1",
                // Nearly none, or nearly all.
                "SHARE,school-unit,1,A,2024/25,grundskola,F,0.0,0.0,50.0,,,rounded,,,,,1,1",
                "SHARE,school-unit,1,A,2024/25,grundskola,F,100,50,100,,,rounded,,,,,1,1",
                // By how much nearly all are more than what is told of others.
                "SHARE,school-unit,1,A,2024/25,grundskola,F,8.8,-41.2,8.8,,,rounded,,,,,1,1"
            })
    void otherValuesAreNot(String line) throws IOException {
        assertThat(told(line)).isEmpty();
    }

    private List<String> toldInJson(String line) throws IOException {
        return toldIn("values.ndjson", line + "\n");
    }

    private List<String> toldIn(String file, String lines) throws IOException {
        return withheld.toldIn(file, new BufferedReader(new StringReader(lines)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'value':91.2,'status':'normal'",
                "'status':'withheld','reason':'few','intervalLow':77.4",
                "'value':50.0,'status':'rounded'"
            })
    void aLineOfJsonThatTellsOfAWithheldFigureIsFound(String rest) throws IOException {
        assertThat(toldInJson(
                        "{'indicator':'SHARE','level':'school-unit','area':'1','period':'2024/25','schoolForm':'grundskola','sex':'F',%s}"
                                .formatted(rest)
                                .replace('\'', '"')))
                .containsExactly(
                        "'SHARE' of school-unit 1, grundskola, F, 2024/25, is told, though a proof says that a figure of it is withheld");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'area':'1','status':'withheld','reason':'few'",
                "'area':'2','value':91.2,'status':'normal'",
                "'area':'1','value':100,'status':'rounded'"
            })
    void otherLinesOfJsonAreNot(String rest) throws IOException {
        assertThat(toldInJson(
                        "{'indicator':'SHARE','level':'school-unit','period':'2024/25','schoolForm':'grundskola','sex':'F',%s}"
                                .formatted(rest)
                                .replace('\'', '"')))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"indicator\":\"SHARE\"}", "1"})
    void whatIsNoLineOfJsonIsToldByItsName(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> toldInJson(line))
                .withMessageStartingWith("values.ndjson: ");
    }

    @Test
    void itIsSeenWhetherSomeAreWithheldForOthers() throws IOException {
        told("SHARE,school-unit,1,A,2024/25,grundskola,F,,,,,,withheld,few,,,,1,1");
        assertThat(withheld.areForOthers()).isFalse();

        told("SHARE,school-unit,1,A,2024/25,grundskola,F,,,,,,withheld,others,,,,1,1");
        assertThat(withheld.areForOthers()).isTrue();
    }

    /** Of which it would not be known that they must not. */
    @Test
    void figuresOfWhichNothingSaysWhichValuesTellThemAreFound() {
        ProofFile proof = proof("2023/24", "county 01");
        ProofFile less =
                new ProofFile(proof.table(), proof.certificate(), proof.toldBy().subList(0, 1));

        assertThat(proof.toldByNothing()).isEmpty();
        assertThat(less.toldByNothing()).containsExactly("pupils F");
    }

    @Test
    void whatIsNoFileOfValuesIsToldByItsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told("SHARE,\"school-unit"))
                .withMessageStartingWith("values.csv: ");
    }
}
