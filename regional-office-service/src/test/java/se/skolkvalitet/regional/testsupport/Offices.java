package se.skolkvalitet.regional.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Offices and their coverage over HTTP. */
public final class Offices {
    private Offices() {}

    /** A new office that answers for these counties. */
    public static void open(String code, String municipality, String... counties) {
        put(code, null, "{\"name\":\"Office %s\",\"municipality\":\"%s\"}".formatted(code, municipality))
                .then()
                .statusCode(201);
        if (counties.length > 0) {
            cover(code, "*", counties).then().statusCode(200);
        }
    }

    public static Response put(String code, String ifMatch, String body) {
        return write("/v1/offices/" + code, ifMatch, body);
    }

    public static Response cover(String code, String ifMatch, String... counties) {
        String list = Arrays.stream(counties).map("\"%s\""::formatted).collect(Collectors.joining(","));
        return write("/v1/offices/" + code + "/coverage", ifMatch, "{\"counties\":[" + list + "]}");
    }

    /** @param moves each as {@code county from to} */
    public static Response transfer(String... moves) {
        String list = Arrays.stream(moves)
                .map(move -> move.split(" "))
                .map(move -> "{\"county\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted((Object[]) move))
                .collect(Collectors.joining(","));
        return given().contentType(ContentType.JSON)
                .body("{\"moves\":[" + list + "]}")
                .post("/v1/coverage-transfers");
    }

    private static Response write(String path, String ifMatch, String body) {
        var request = given().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path);
    }
}
