package se.skolkvalitet.kit.test.hostile;

import java.util.List;
import java.util.Random;
import se.skolkvalitet.kit.test.contract.Contract.Operation;
import se.skolkvalitet.kit.test.contract.Contract.Parameter;

/** Header fields of a request that is made from an operation: what it asks for, odd ones, and such as nobody sends. */
final class HostileHeaders {
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json;charset=nonsense",
            "application/merge-patch+json",
            "application/x-ndjson",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "text/plain",
            "application/",
            "*/*",
            "");
    private static final List<String> ACCEPTS = List.of(
            "*/*",
            "application/json",
            "text/html",
            "TEXT/HTML",
            "text/*",
            "image/png",
            "application/json;q=0",
            "application/json, text/html;q=0",
            "*/*;q=much",
            "application/json;q=2",
            "nonsense",
            "a/b/c",
            ",",
            ";",
            ";q=1",
            "application/json;;",
            "");
    private static final List<String> LANGUAGES =
            List.of("sv", "en-GB,en;q=0.9", "-", "--", "*-*", "en;q=", ";q=1", ",", "\u00e5", "x".repeat(2000));
    private static final List<String> TAGS = List.of(
            "*",
            "\"1\"",
            "W/\"1\"",
            "1",
            "\"",
            "\"\"",
            "\"1\", \"2\"",
            "W/\"1\",W/\"2\"",
            "\"a,b\"",
            "\"1\",",
            ",",
            "*, \"1\"",
            "W/",
            "W/*",
            "x".repeat(500),
            "\u00e5");
    private static final List<String> HOSTS = List.of(
            "a b",
            "a:99999",
            "a:-1",
            "a:",
            ":",
            "",
            "[::1",
            "[::1]:80",
            "a_b",
            "%41",
            "%zz",
            "a/b",
            "a@b",
            "\u00e5",
            "1.2.3");
    private static final List<String> RANGES = List.of("bytes=0-", "bytes=5-1", "bytes=a-b", "items=1-2", "");
    private static final List<String> EXPECTATIONS = List.of("100-continue", "nonsense", "");

    /** Two header fields that the server's own decoder refuses, before anything of ours is asked. */
    private static final List<String> UNDECODABLE = List.of(
            "X-Odd: \u0001\r\n",
            "Content-Length: 1\r\nContent-Length: 2\r\n",
            "Content-Length: nine\r\n",
            "X Odd: 1\r\n");

    private final HostileValues values;
    private final Random random;

    HostileHeaders(HostileValues values, Random random) {
        this.values = values;
        this.random = random;
    }

    /** In one of so many. */
    private boolean seldom(int often) {
        return random.nextInt(often) == 0;
    }

    String host() {
        if (seldom(200)) {
            return "";
        }
        return field("Host", seldom(40) ? values.oneOf(HOSTS) : "localhost");
    }

    String undecodable() {
        return values.oneOf(UNDECODABLE);
    }

    String of(Operation operation) {
        StringBuilder head = new StringBuilder();
        if (operation.bodyType() != null || seldom(20)) {
            String type = operation.bodyType() == null || seldom(8) ? values.oneOf(TYPES) : operation.bodyType();
            head.append(field("Content-Type", type));
        }
        for (Parameter parameter : operation.in("header")) {
            if (seldom(2)) {
                head.append(field(parameter.name(), values.oneOf(TAGS)));
            }
        }
        maybe(6, head, "Accept", ACCEPTS);
        maybe(10, head, "If-None-Match", TAGS);
        maybe(30, head, "If-Match", TAGS);
        maybe(10, head, "Accept-Language", LANGUAGES);
        maybe(30, head, "Range", RANGES);
        maybe(30, head, "Expect", EXPECTATIONS);
        maybe(20, head, "Accept-Encoding", List.of("gzip", "gzip;q=0, identity", "*;q=0", ";", "\u00e5"));
        return head.toString();
    }

    /** @param tag that the resource has now, null where none is asked for */
    String wellMeant(Operation operation, String tag) {
        return field("Host", "localhost")
                + (operation.bodyType() == null ? "" : field("Content-Type", operation.bodyType()))
                + (tag == null ? "" : field("If-Match", tag));
    }

    private void maybe(int often, StringBuilder head, String name, List<String> of) {
        if (seldom(often)) {
            head.append(field(name, values.oneOf(of)));
        }
    }

    private static String field(String name, String value) {
        return name + ": " + value + "\r\n";
    }
}
