package se.skolkvalitet.kit.test.contract;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.skolkvalitet.kit.test.contract.Contract.Operation;

/**
 * Holds every answer that a test gets against the committed contract: its status is listed, its JSON keeps to the schema
 * (also to what that says is always there), and the Location of what was created or accepted leads somewhere.
 */
final class AnswerCheck implements Filter {
    private static final Set<Integer> WITH_LOCATION = Set.of(201, 202);

    private final Contract contract;

    AnswerCheck(Contract contract) {
        this.contract = contract;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String path = URI.create(request.getURI()).getRawPath();
        operation(request.getMethod(), path).ifPresent(operation -> check(operation, path, response));
        return response;
    }

    private void check(Operation operation, String path, Response response) {
        String what = "%s %s answered with %d".formatted(operation.method(), path, response.statusCode());
        JsonNode described = operation.responses().get(String.valueOf(response.statusCode()));
        if (described == null) {
            throw new AssertionError(what + ", which its contract does not list");
        }
        if (described.has("content") && !response.asString().isEmpty()) {
            checkBody(described.get("content"), what, response);
        }
        if (WITH_LOCATION.contains(response.statusCode())) {
            checkLocation(what, response.header("Location"));
        }
    }

    private void checkBody(JsonNode content, String what, Response response) {
        String type = response.contentType().replaceAll(";.*", "");
        if (!content.has(type)) {
            throw new AssertionError("%s and %s, which its contract does not list".formatted(what, type));
        }
        if (type.endsWith("/json") || type.endsWith("+json")) {
            List<Error> errors =
                    contract.compiled(content.get(type).get("schema")).validate(response.asString(), InputFormat.JSON);
            if (!errors.isEmpty()) {
                throw new AssertionError(
                        "%s and breaks its schema: %s%n%s".formatted(what, errors, response.asString()));
            }
        }
    }

    private static void checkLocation(String what, String location) {
        if (location == null) {
            throw new AssertionError(what + " without a Location");
        }
        int status = given().get(location).statusCode();
        if (status != 200) {
            throw new AssertionError("%s; its Location %s answers with %d".formatted(what, location, status));
        }
    }

    /** The one whose path has the fewest parameters, where several fit. */
    private Optional<Operation> operation(String method, String path) {
        return contract.operations().stream()
                .filter(operation -> operation.method().equals(method))
                .filter(operation -> path.matches(operation.path().replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Comparator.comparingInt(operation -> operation.in("path").size()));
    }
}
