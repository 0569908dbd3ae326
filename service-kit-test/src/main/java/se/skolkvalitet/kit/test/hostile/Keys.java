package se.skolkvalitet.kit.test.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import se.skolkvalitet.kit.test.contract.Contract.Operation;
import se.skolkvalitet.kit.test.contract.Contract.Parameter;

/** Keys and tags of what a service has, read from its collections as any client would. */
final class Keys {
    private static final int LIVES = 50;
    private static final int NEWEST = 10;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final int port;
    private final Random random;
    private final Map<String, String> given;
    private final Map<String, Known> known = new HashMap<>();

    private static final class Known {
        private final List<String> keys;
        private int uses;

        Known(List<String> keys) {
            this.keys = keys;
        }
    }

    /** @param given keys by the names of their parameters, where no field of a collection is called so */
    Keys(int port, Random random, Map<String, String> given) {
        this.port = port;
        this.random = random;
        this.given = given;
    }

    /** A path of the operation in which each key is one that is there; null where its collections are empty. */
    String path(Operation operation) throws IOException {
        String path = operation.path();
        for (Parameter parameter : operation.in("path")) {
            String place = "{" + parameter.name() + "}";
            String key = given.containsKey(parameter.name())
                    ? given.get(parameter.name())
                    : one(path.substring(0, path.indexOf(place) - 1), parameter.name());
            if (key == null) {
                return null;
            }
            path = path.replace(place, URLEncoder.encode(key, StandardCharsets.UTF_8));
        }
        return path;
    }

    /** The tag of what stands at the path or, where that cannot be read, above it; null where there is none. */
    String tag(String path) throws IOException {
        RawHttp.Answer answer = get(path);
        if (answer.status() == 405) {
            answer = get(path.substring(0, path.lastIndexOf('/')));
        }
        return answer.status() == 200 ? answer.headers().get("etag") : null;
    }

    /** The newest half of the time: they are what can still be changed. */
    private String one(String collection, String name) throws IOException {
        Known here = known.get(collection);
        if (here == null || here.uses++ > LIVES) {
            here = new Known(read(collection, name));
            known.put(collection, here);
        }
        List<String> keys = here.keys;
        if (keys.isEmpty()) {
            return null;
        }
        int among = random.nextBoolean() ? keys.size() : Math.min(keys.size(), NEWEST);
        return keys.get(keys.size() - 1 - random.nextInt(among));
    }

    private List<String> read(String collection, String name) throws IOException {
        List<String> keys = new ArrayList<>();
        RawHttp.Answer answer = get(collection + "?limit=1000");
        if (answer.status() == 200) {
            for (JsonNode item : MAPPER.readTree(answer.body()).path("items")) {
                keys.add(item.path(name).asText());
            }
        }
        return keys;
    }

    private RawHttp.Answer get(String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        return RawHttp.send(port, request.getBytes(StandardCharsets.US_ASCII), false);
    }
}
