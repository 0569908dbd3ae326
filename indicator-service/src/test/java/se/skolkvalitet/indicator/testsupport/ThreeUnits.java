package se.skolkvalitet.indicator.testsupport;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.kit.test.Contracts;

/** A country of three units of two organisers, files of their statistics, and making a release of such a file. */
public final class ThreeUnits {
    private static final String SOURCE = "skolverket-planned-educations-gr";

    private ThreeUnits() {}

    /** In place of all that the database held: the edition that is shipped, two organisers and their units. */
    public static void register(Jdbi jdbi) throws IOException {
        register(jdbi, shippedEdition());
    }

    static String shippedEdition() throws IOException {
        String edition = Files.readString(
                Contracts.projectRoot().resolve("local-stack/src/main/resources/main-job/edition-1.json"));
        return "{\"number\":1," + edition.strip().substring(1);
    }

    /** The same with an edition whose measures are filled by CSV files of ours, of two school forms. */
    public static void registerWithEditionOfCsv(Jdbi jdbi) throws IOException {
        registerWith(jdbi, ThreeUnits.class.getResource("edition-of-csv.json"));
    }

    /** The same with another edition. */
    public static void registerWith(Jdbi jdbi, URL edition) throws IOException {
        try (InputStream document = edition.openStream()) {
            register(jdbi, new String(document.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static void register(Jdbi jdbi, String edition) {
        noJobIsLeft(jdbi);
        jdbi.useHandle(handle -> {
            handle.createQuery(
                            "select inhrelid::regclass::text from pg_inherits" + " where inhparent = 'value'::regclass")
                    .mapTo(String.class)
                    .list()
                    .forEach(partition -> handle.execute("drop table " + partition));
            handle.execute(
                    "truncate analysis, release, value, protected_table, withheld_figure, calculated_area, calculated_membership, calculated_unit, calculation,"
                            + " observation, statistics_import, membership, unit_grades, school_unit, organiser, county, edition, unit_code, outbox restart identity cascade");
            handle.execute(
                    "insert into edition (number, valid_from, document) values (1, '2026-07-01', ?::json)", edition);
            handle.execute("insert into organiser values ('2120000142', 'Stad', 'municipal', '0180', '01'),"
                    + " ('5560360793', 'Skolbolag', 'independent', '0180', '01')");
            handle.execute(
                    "insert into school_unit values"
                            + " ('10000001', 'A', '2120000142', '0180', 'Stockholm', '01', 'Stockholms län', '{grundskola}', 'active'),"
                            + " ('10000002', 'B', '2120000142', '0180', 'Stockholm', '01', 'Stockholms län', '{grundskola}', 'active'),"
                            + " ('10000003', 'C', '5560360793', '0182', 'Nacka', '01', 'Stockholms län', '{grundskola}', 'active')");
            handle.execute("insert into membership select code, organiser, daterange(null, null) from school_unit");
            handle.execute("insert into county values ('01', 'Stockholms län', '2026-11-01')");
        });
    }

    /** A job of an earlier test that is still at work reads what is about to be emptied, in another order. */
    private static void noJobIsLeft(Jdbi jdbi) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbi.withHandle(
                        handle -> handle.select("select count(*) = 0 from job where state in ('queued', 'running')")
                                .mapTo(Boolean.class)
                                .one()));
    }

    /** The job that made the file a release, when it has ended. */
    public static JsonPath publish(String file) {
        imported(file, "atomic");
        return released();
    }

    /** The job that made what has been imported a release, when it has ended. */
    public static JsonPath released() {
        return released(calculated().getLong("report.number"));
    }

    /** The job that made a calculation a release, when it has ended. */
    public static JsonPath released(long calculation) {
        return released(Map.of("calculation", calculation));
    }

    /** The job of a request for a release, when it has ended; what its checks find is explained. */
    public static JsonPath released(Map<String, ?> request) {
        JsonPath job = asked(request);
        String draft = job.getString("report.draft.id");
        if (!job.getString("state").equals("failed") || draft == null) {
            return job;
        }
        given().contentType(ContentType.JSON)
                .body(Map.of(
                        "findings",
                        given().get("/v1/release-drafts/%s/findings?limit=1000".formatted(draft))
                                .jsonPath()
                                .getList("items.id"),
                        "reason",
                        "Made up"))
                .post("/v1/release-drafts/%s/reasons".formatted(draft))
                .then()
                .statusCode(200);
        return asked(request);
    }

    /** The job of a request for a release, when it has ended. */
    public static JsonPath asked(Map<String, ?> request) {
        return job(given().contentType(ContentType.JSON)
                .body(request)
                .post("/v1/releases")
                .then()
                .statusCode(202)
                .extract()
                .header("Location"));
    }

    /** Leaves a release that is not published, because nobody has explained what its checks have found. */
    public static void draftWithFindings() {
        imported(statistics().replace("203,2", "13,2"), "atomic");
        asked(Map.of("calculation", calculated().getLong("report.number"), "draft", true));
    }

    /** The job that calculated what has been imported, when it has ended. */
    public static JsonPath calculated() {
        return calculated(1);
    }

    /** The job that calculated what has been imported by an edition, when it has ended. */
    public static JsonPath calculated(int edition) {
        return job(given().contentType(ContentType.JSON)
                .body(Map.of("edition", edition))
                .post("/v1/calculations")
                .then()
                .statusCode(202)
                .extract()
                .header("Location"));
    }

    /** The job of an import, when it has ended. */
    public static JsonPath imported(String file, String mode) {
        return uploaded("/v1/imports?source=%s&mode=%s".formatted(SOURCE, mode), "application/x-ndjson", file);
    }

    /** The job of an uploaded file, when it has ended. */
    public static JsonPath uploaded(String address, String type, String file) {
        return job(given().contentType(type + "; charset=utf-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(address)
                .then()
                .statusCode(202)
                .extract()
                .header("Location"));
    }

    private static JsonPath job(String location) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get(location).jsonPath(), job -> List.of("completed", "failed")
                        .contains(job.getString("state")));
    }

    /** A file of the three units, the second of which has a figure that its source withholds. */
    public static String statistics() {
        return line("10000001", "203,2", "EXISTS", "460")
                + line("10000002", "..", "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS", "90")
                + line("10000003", "240,0", "EXISTS", "140")
                        .replace(
                                "\"docLinks\":null",
                                "\"ratioOfPupilsIn6thGradeWithAllSubjectsPassed\":"
                                        + "[{\"value\":null,\"valueType\":\"MISSING\",\"timePeriod\":null}]");
    }

    /** A unit's line, with its line end. */
    public static String line(String unit, String merit, String type, String pupils) {
        return """
            {"schoolUnit":"%s","docLinks":null,"averageGradesMeritRating9thGrade":\
            [{"value":"%s","valueType":"%s","timePeriod":"2024/25"}],\
            "totalNumberOfPupils":[{"value":"cirka %s","valueType":"EXISTS","timePeriod":"2025/26"}],"_links":{}}
            """.formatted(unit, merit, type, pupils);
    }
}
