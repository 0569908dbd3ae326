package se.skolkvalitet.regional.testsupport;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Files of the register, and importing them. */
public final class Register {
    private Register() {}

    /** A line of an independent organiser's unit, with its line end. */
    public static String unit(String code, String organiser, String municipality) {
        return """
            {"code":"%s","name":"Skola %s","contactInfo":{"addresses":[{"type":"VISITING_ADDRESS","street":"Gatan 1",\
            "zipCode":"11111","city":"Orten"}]},"geographicalAreaCode":"%s","wgs84_Lat":"59.3","wgs84_Long":"18.05",\
            "organisationRegistryNumber":"%s","principalOrganizerType":"Fristående","corporationName":"Huvudman",\
            "schoolOrientation":"ALLMAN","typeOfSchooling":[{"code":"gr"},{"code":"fsk"}]}
            """.formatted(code, code, municipality, organiser);
    }

    /** A made-up organisation number with its check digit, another for each serial number. */
    public static String organiser(int serial) {
        String digits = "556%06d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** The job when it has ended. */
    public static JsonPath imported(String file, String mode) {
        return ended(post(file, mode, UUID.randomUUID().toString())
                .then()
                .statusCode(202)
                .extract()
                .header("Location"));
    }

    /** The job of an atomic import of a file that tells of a day, when it has ended. */
    public static JsonPath importedAsOf(String day, String file) {
        return ended(submit(file, Map.of("asOf", day)));
    }

    /** The same of a file that has all units of a county. */
    public static JsonPath importedAsOf(String day, String mode, String county, String file) {
        return ended(submit(file, Map.of("asOf", day, "mode", mode, "covers", county)));
    }

    /** A line with further fields, each as {@code name=value}. */
    public static String with(String unit, String... fields) {
        String added = Arrays.stream(fields)
                .map(field -> field.split("=", 2))
                .map(field -> ",\"%s\":\"%s\"".formatted((Object[]) field))
                .collect(Collectors.joining());
        return unit.replace("\"wgs84_Lat\"", added.substring(1) + ",\"wgs84_Lat\"");
    }

    /** A line with these grades in compulsory school, in the source's form: {@code "7","8"}. */
    public static String withGrades(String unit, String schoolYears) {
        return unit.replace("{\"code\":\"gr\"}", "{\"code\":\"gr\",\"schoolYears\":[%s]}".formatted(schoolYears));
    }

    private static String submit(String file, Map<String, String> query) {
        return post(file, query, UUID.randomUUID().toString())
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    public static Response post(String file, String mode, String key) {
        return post(file, Map.of("mode", mode), key);
    }

    public static Response post(String file, Map<String, String> query, String key) {
        return given().contentType("application/x-ndjson; charset=utf-8")
                .header("Idempotency-Key", key)
                .queryParams(query)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/register-imports");
    }

    /** The job when it has ended. */
    public static JsonPath ended(String location) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get(location).jsonPath(), job -> List.of("completed", "failed")
                        .contains(job.getString("state")));
    }
}
