package se.skolkvalitet.indicator.protection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import se.skolkvalitet.certificate.CheckCommand;
import se.skolkvalitet.certificate.Figure;
import se.skolkvalitet.certificate.folder.ProofFile;
import se.skolkvalitet.indicator.testsupport.ThreeUnits;

/** The files of a release, with what is withheld of a made-up country, and what the release says of them. */
@QuarkusTest
class ReleaseFilesTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();
    private static final String PROOF = "proof-002.zip";

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @TempDir
    private Path folder;

    private final MadeUpCountry country = MadeUpCountry.of(1);

    @BeforeEach
    void oneRelease() throws IOException {
        MadeUpReleases.edition(jdbi);
        country.register(jdbi);
        MadeUpReleases.imported(country.statistics(), "");
        ThreeUnits.released();
    }

    @AfterEach
    void noTrigger() {
        jdbi.useHandle(handle -> handle.execute("drop function if exists refuse cascade"));
    }

    @Test
    void linesOfJsonTellWhatTheApiTells() throws IOException {
        List<Map<String, String>> lines = new ArrayList<>();
        for (String line : text(file("values.ndjson")).split("\n")) {
            lines.add(texts(JSON.readTree(line)));
        }

        assertThat(lines).containsExactlyInAnyOrderElementsOf(valuesWithoutRelease());
    }

    @Test
    void rowsOfCsvTellWhatTheApiTells() throws IOException {
        String csv = text(file("values.csv"));
        List<Map<String, String>> rows = CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .map(ReleaseFilesTest::filled)
                .toList();

        assertThat(csv)
                .startsWith(
                        "indicator,level,area,areaName,period,schoolForm,sex,value,low,high,intervalLow,intervalHigh,"
                                + "status,reason,coverage,roundedShare,estimate,units,unitsWithValue\r\n");
        assertThat(rows).containsExactlyInAnyOrderElementsOf(valuesWithoutRelease());
    }

    private static Map<String, String> filled(NamedCsvRecord row) {
        Map<String, String> fields = new TreeMap<>(row.getFieldsAsMap());
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    /** Of the latest release, with their numbers as they are written. */
    private static List<Map<String, String>> valuesWithoutRelease() throws IOException {
        List<Map<String, String>> values = new ArrayList<>();
        for (JsonNode value : JSON.readTree(given().get("/v1/values?limit=1000").asByteArray())
                .get("items")) {
            Map<String, String> rest = texts(value);
            rest.keySet().removeAll(Set.of("id", "release"));
            values.add(rest);
        }
        return values;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> fields = new TreeMap<>();
        object.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }

    @Test
    void theManifestTellsOfEachFileWhatItIs() {
        List<Map<String, Object>> files = manifest().getList("files");

        assertThat(files).extracting(file -> file.get("name")).containsExactly(PROOF, "values.csv", "values.ndjson");
        assertThat(files).allSatisfy(file -> {
            byte[] content = file((String) file.get("name"));
            assertThat(file).containsEntry("bytes", content.length).containsEntry("sha256", sha256(content));
        });
        assertThat(files.get(2)).containsEntry("lines", (int)
                text(file("values.ndjson")).lines().count());
        assertThat(given().get("/v1/releases/latest/files").jsonPath().getList("items"))
                .isEqualTo(files);
    }

    /** Who knows all figures but few could try out with which of them it has that checksum. */
    @Test
    void noChecksumTellsWhichFileOfFiguresItWasThatNobodyPublishes() {
        String checksum = sha256(country.statistics().getBytes(StandardCharsets.UTF_8));

        String told = manifest().getString("imports[0].sha256");

        assertThat(told).matches("[0-9a-f]{64}").isNotEqualTo(checksum);
        assertThat(provenance().getString("items[0].sha256")).isEqualTo(told);
        // Who is given the number can check it.
        String checked = jdbi.withHandle(handle -> handle.createQuery(
                        "select encode(sha256(uuid_send(seal) || convert_to(?, 'UTF8')), 'hex') from statistics_import")
                .bind(0, checksum)
                .mapTo(String.class)
                .one());
        assertThat(checked).isEqualTo(told);
    }

    @Test
    void theChecksumOfFiguresThatEverybodyCanReadIsTold() {
        MadeUpReleases.imported(country.statistics(), "&licence=CC0-1.0");
        ThreeUnits.released();

        String checksum = sha256(country.statistics().getBytes(StandardCharsets.UTF_8));
        assertThat(manifest().getList("imports.sha256")).last().isEqualTo(checksum);
        assertThat(provenance().getString("items[0].sha256")).isEqualTo(checksum);
    }

    private static JsonPath provenance() {
        String value = given().get("/v1/values?indicator=PUPILS&level=nation&sex=T")
                .jsonPath()
                .getString("items[0].id");
        return given().get("/v1/values/%s/provenance".formatted(value)).jsonPath();
    }

    @Test
    void theManifestTellsWhatTheReleaseWasMadeOf() {
        JsonPath manifest = manifest();

        assertThat(manifest.getInt("edition")).isEqualTo(1);
        assertThat(manifest.getList("imports.source")).containsExactly("csv");
        assertThat(manifest.getString("codeVersion")).matches("[0-9a-f]{40}(-modified)?");
        assertThat(manifest.getString("calculation.codeVersion")).isEqualTo(manifest.getString("codeVersion"));
        assertThat(manifest.getList("membershipDays"))
                .containsExactly(Map.of("period", MadeUpCountry.PERIOD, "day", "2024-10-15"));
        assertThat(manifest.getMap("disclosure"))
                .isEqualTo(
                        given().get("/v1/releases/latest/disclosure").jsonPath().getMap("counts"));
        assertThat(manifest.getInt("tablesWithoutProof")).isEqualTo(1);
    }

    /** As if a fault in the code had told it. */
    @Test
    void noReleaseIsPublishedWhoseValuesTellWhatItsProofsWithhold() {
        MadeUpReleases.imported(country.corrected(1).statistics(), "");
        long calculation = ThreeUnits.calculated().getLong("report.number");
        jdbi.useHandle(handle -> handle.execute(
                "update value set value = 7, status = 'normal', reason = null where calculation = ? and reason = 'others'"
                        + " and (indicator, level, area, sex) = (select indicator, level, area, sex from value"
                        + " where calculation = ? and reason = 'others' order by indicator, level, area, sex limit 1)",
                calculation,
                calculation));

        JsonPath job = ThreeUnits.released(calculation);

        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getString("problem"))
                .startsWith("Not published: in values.csv 1 values are told that must not be: '")
                .contains("a proof says that a figure of it is withheld");
        assertThat(given().get("/v1/releases").jsonPath().getList("items.id")).hasSize(1);
    }

    /** Whoever counts what is withheld in a proof finds as much as the release says. */
    @Test
    void theReleaseCountsWhatItsProofsHave() throws IOException {
        List<Figure> figures =
                ProofFile.read(new ByteArrayInputStream(file(PROOF))).table().figures();
        JsonPath counts = given().get("/v1/releases/latest/disclosure").jsonPath();
        counts.setRootPath("items.find { it.proof == '%s' }.counts".formatted(PROOF));

        assertThat(count(figures, Figure.Status.UNTOLD)).isPositive();
        assertThat(counts.getLong("primary"))
                .isEqualTo(count(figures, Figure.Status.PRIMARY))
                .isPositive();
        assertThat(counts.getLong("secondary")).isEqualTo(count(figures, Figure.Status.SECONDARY));
        assertThat(counts.getInt("cells")).isEqualTo(figures.size());
    }

    private static long count(List<Figure> figures, Figure.Status status) {
        return figures.stream().filter(figure -> figure.status() == status).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest", "files/values.csv", "files/values.ndjson", "files/" + PROOF})
    void whatNeverChangesIsKeptUnderItsNumberAndNotAsTheLatest(String path) {
        String own = "/v1/releases/%s/%s".formatted(manifest().getString("release"), path);

        given().get(own).then().statusCode(200).header("Cache-Control", containsString("immutable"));
        given().get("/v1/releases/latest/" + path)
                .then()
                .statusCode(200)
                .header("Cache-Control", nullValue())
                .header("Content-Location", endsWith(own));
    }

    @Test
    void aFileThatIsKnownIsNotSentAgain() {
        String tag = given().get("/v1/releases/latest/files/values.csv").header("ETag");

        given().header("If-None-Match", tag)
                .get("/v1/releases/latest/files/values.csv")
                .then()
                .statusCode(304)
                .body(equalTo(""));
        assertThat(tag).isEqualTo('"' + sha256(file("values.csv")) + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br, gzip;q=0.8", "GZIP"})
    void aFileComesCompressedForWhoTakesIt(String accepted) throws Exception {
        HttpResponse<byte[]> answer = fetched("values.csv", accepted);

        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .isEqualTo(file("values.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "gzip; q=0.0, identity"})
    void andAsItIsForOthers(String accepted) throws Exception {
        HttpResponse<byte[]> answer = fetched("values.csv", accepted);

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.body()).isEqualTo(file("values.csv"));
    }

    /** As it goes over the wire. */
    private HttpResponse<byte[]> fetched(String name, String accepted) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/v1/releases/latest/files/%s".formatted(port, name)))
                .header("Accept-Encoding", accepted)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"values.xlsx", "proof-001.zip", "..%2Fmanifest", "VALUES.CSV"})
    void thereIsNoOtherFile(String name) {
        given().urlEncodingEnabled(false)
                .get("/v1/releases/latest/files/" + name)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void whoFetchesAReleaseCanCheckIt() throws IOException {
        download();

        assertThat(check())
                .startsWith(PROOF + ": Proven by")
                .contains("all 3 files", "all 1 proofs")
                .endsWith("0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"values.csv", "values.ndjson", PROOF})
    void aFileThatWasChangedIsFound(String name) throws IOException {
        download();
        byte[] content = Files.readAllBytes(folder.resolve(name));
        content[content.length / 2] ^= 1;
        Files.write(folder.resolve(name), content);

        assertThat(check()).contains(name + " is not what was published").endsWith("1\n");
    }

    @Test
    void aFileThatIsMissingIsFound() throws IOException {
        download();
        Files.delete(folder.resolve("values.ndjson"));

        assertThat(check()).contains("values.ndjson is not there").endsWith("1\n");
    }

    private void makeTheChecksumAnew(String name) throws IOException {
        Path file = folder.resolve(name);
        Path manifest = folder.resolve("manifest.json");
        JsonNode told = JSON.readTree(manifest.toFile());
        for (JsonNode one : told.get("files")) {
            if (one.get("name").asText().equals(name)) {
                ((ObjectNode) one)
                        .put("sha256", sha256(Files.readAllBytes(file)))
                        .put("bytes", Files.size(file));
            }
        }
        JSON.writeValue(manifest.toFile(), told);
    }

    /** Of a figure that the proof says to be withheld. */
    @Test
    void aValueThatTellsWhatAProofWithholdsIsFoundAlthoughItsChecksumIs() throws IOException {
        download();
        Path values = folder.resolve("values.csv");
        String text = Files.readString(values);
        Matcher withheld = Pattern.compile("(PASSED,school-unit,(\\d+),[^,]*,[^,]*,[^,]*,[^,]*),,,,,,withheld,")
                .matcher(text);
        assertThat(withheld.find()).isTrue();
        Files.writeString(values, text.replace(withheld.group(), withheld.group(1) + ",91.2,,,,,withheld,"));
        makeTheChecksumAnew("values.csv");

        assertThat(check())
                .contains("values.csv: 'PASSED' of school-unit %s, grundskola".formatted(withheld.group(2)))
                .endsWith("1\n");
    }

    /** By whoever has left it out of the manifest, too. */
    @Test
    void valuesThatAreLeftOutAreFound() throws IOException {
        download();
        Path manifest = folder.resolve("manifest.json");
        JsonNode told = JSON.readTree(manifest.toFile());
        ArrayNode files = (ArrayNode) told.get("files");
        files.remove(2);
        files.remove(1);
        JSON.writeValue(manifest.toFile(), told);

        assertThat(check())
                .contains("There are no values to hold against the proofs")
                .endsWith("1\n");
    }

    /** Somebody has told a value that is withheld, and has made the checksums anew. */
    @Test
    void aProofThatIsNotRightIsFoundAlthoughItsChecksumIs() throws IOException {
        download();
        Path proof = folder.resolve(PROOF);
        try (FileSystem zip = FileSystems.newFileSystem(proof)) {
            Path cells = zip.getPath("published.csv");
            Files.writeString(cells, Files.readString(cells).replaceFirst(",,secondary,", ",7,published,"));
        }
        makeTheChecksumAnew(PROOF);

        assertThat(check()).contains(PROOF + ": ").endsWith("1\n");
    }

    private void download() throws IOException {
        Files.write(
                folder.resolve("manifest.json"),
                given().get("/v1/releases/latest/manifest").asByteArray());
        for (Object name : manifest().getList("files.name")) {
            Files.write(folder.resolve((String) name), file((String) name));
        }
    }

    /** What the command says, and what it exits with. */
    private String check() {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out, true))
                .execute(folder.toString());
        return out + String.valueOf(code) + "\n";
    }

    private static JsonPath manifest() {
        return given().get("/v1/releases/latest/manifest").jsonPath();
    }

    private static byte[] file(String name) {
        return given().get("/v1/releases/latest/files/" + name)
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .extract()
                .asByteArray();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
