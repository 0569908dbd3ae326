package se.skolkvalitet.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;
import se.skolkvalitet.kit.problem.Problem;
import se.skolkvalitet.kit.problem.ProblemType;
import se.skolkvalitet.kit.text.Term;

/**
 * Says in each contract what is true of all operations: the licence, how errors are answered, which headers come with an
 * answer and which fields are always in it.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private static final String LICENCE = "EUPL-1.2";
    private static final String VISIBLE = "\\S";
    private static final String NOT_BLANK = "^[\\s\\S]*\\S[\\s\\S]*$";

    private static final String PROBLEM = "Problem";
    private static final String UNAVAILABLE = "Unavailable";

    private static final String JUST_CREATED = "201";
    private static final String ACCEPTED = "202";
    private static final Set<String> NAMES_THAT_MAY_STAND_FOR_NOTHING = Set.of("current", "latest");

    private static final Map<String, String> HEADERS = Map.of(
            HttpHeaders.ETAG, "Tag of this state, for If-None-Match and If-Match",
            HttpHeaders.LINK, "RFC 8288: `self`, and `next` where there is a further page",
            HttpHeaders.LOCATION, "Where to find it, or the job that makes it");

    private final IndexView classes;

    /** @param classes of the service, to look up what a schema was made from */
    public ContractFilter(IndexView classes) {
        this.classes = classes;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getInfo() == null) {
            contract.setInfo(OASFactory.createInfo());
        }
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        if (contract.getComponents().getSchemas() != null) {
            listTerms(contract.getComponents().getSchemas());
            giveExamples(contract.getComponents().getSchemas());
        }
        contract.getInfo().setLicense(OASFactory.createLicense().name(LICENCE).identifier(LICENCE));
        contract.getComponents()
                .addSchema("FieldError", fieldError())
                .addSchema(PROBLEM, problem())
                .addResponse(PROBLEM, problemResponse())
                .addResponse(
                        UNAVAILABLE,
                        problemResponse()
                                .addHeader(
                                        HttpHeaders.RETRY_AFTER,
                                        header(Schema.SchemaType.INTEGER, "Seconds to wait before the next try")));
        if (contract.getPaths() != null) {
            new AnswerSchemas(contract, classes).sayWhatIsAlwaysThere();
            addHeaders(contract);
            contract.getPaths().getPathItems().values().forEach(ContractFilter::addProblemResponses);
        }
    }

    /** What the annotations say in Java's way, said in that of JSON Schema. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getType() != null
                && schema.getType().contains(Schema.SchemaType.INTEGER)
                && schema.getDefaultValue() instanceof String text) {
            schema.setDefaultValue(Long.valueOf(text));
        }
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern(anchored(pattern));
        }
        return schema;
    }

    /** Validation looks at whole texts, JSON Schema for a part; only the pattern of @NotBlank means a part in both. */
    private static String anchored(String pattern) {
        return pattern.equals(VISIBLE)
                ? NOT_BLANK
                : "^" + (pattern.contains("|") ? "(?:" + pattern + ")" : pattern) + "$";
    }

    /** All times are told in UTC. */
    private static void giveExamples(Map<String, Schema> schemas) {
        if (schemas.containsKey("OffsetDateTime")) {
            schemas.get("OffsetDateTime").setExamples(List.of("2026-11-24T09:30:00Z"));
        }
    }

    /** An enumeration is found by the names of its constants, and seen as terms. */
    private void listTerms(Map<String, Schema> schemas) {
        classes.getAllKnownImplementations(Term.class).stream()
                .map(term -> schemas.get(term.simpleName()))
                .filter(Objects::nonNull)
                .forEach(schema -> schema.setEnumeration(schema.getEnumeration().stream()
                        .map(name -> (Object) Term.text(name.toString()))
                        .toList()));
    }

    /** Each in full: generators of clients stumble over references to headers. */
    private static void addHeaders(OpenAPI contract) {
        contract.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .forEach((method, operation) -> operation
                        .getResponses()
                        .getAPIResponses()
                        .forEach((status, response) -> headersOf(method, operation, status)
                                .forEach(name -> response.addHeader(
                                        name, header(Schema.SchemaType.STRING, HEADERS.get(name)))))));
    }

    private static List<String> headersOf(PathItem.HttpMethod method, Operation operation, String status) {
        if (status.equals(ACCEPTED)) {
            return List.of(HttpHeaders.LOCATION);
        }
        if (status.equals(JUST_CREATED)) {
            return List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION);
        }
        boolean changes = parameters(operation.getParameters())
                .anyMatch(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()));
        if (changes && status.equals("200")) {
            return List.of(HttpHeaders.ETAG);
        }
        if (method != PathItem.HttpMethod.GET || !status.equals("200")) {
            return List.of();
        }
        boolean pages =
                parameters(operation.getParameters()).anyMatch(parameter -> "cursor".equals(parameter.getName()));
        return pages ? List.of(HttpHeaders.ETAG, HttpHeaders.LINK) : List.of(HttpHeaders.ETAG);
    }

    private static Header header(Schema.SchemaType type, String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }

    private static Stream<Parameter> parameters(List<Parameter> parameters) {
        return Optional.ofNullable(parameters).orElse(List.of()).stream();
    }

    private static void addProblemResponses(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            for (int status : problemsOf(path, method, operation)) {
                String answer = status == ProblemType.UNAVAILABLE.status() ? UNAVAILABLE : PROBLEM;
                operation.getResponses().addAPIResponse(String.valueOf(status), reference(answer));
            }
            if (method == PathItem.HttpMethod.GET) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                "304", OASFactory.createAPIResponse().description("The caller has it as it is"));
            }
            operation.getResponses().addAPIResponse("default", reference(PROBLEM));
        });
    }

    /** What can go wrong with an operation follows from what it takes. */
    private static Set<Integer> problemsOf(PathItem path, PathItem.HttpMethod method, Operation operation) {
        Set<Integer> statuses = new TreeSet<>(Set.of(400, 406, 414, 503));
        List<Parameter> parameters = Stream.concat(
                        parameters(path.getParameters()), parameters(operation.getParameters()))
                .toList();
        for (Parameter parameter : parameters) {
            if (parameter.getIn() == Parameter.In.PATH || mayStandForNothing(parameter.getSchema())) {
                statuses.add(404);
            }
            if (HttpHeaders.IF_MATCH.equals(parameter.getName())) {
                statuses.addAll(Set.of(412, 428));
            }
            if (Idempotency.HEADER.equals(parameter.getName())) {
                statuses.add(422);
            }
        }
        if (method != PathItem.HttpMethod.GET) {
            statuses.add(409);
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of(413, 415));
        }
        return statuses;
    }

    /** Left out, it means the latest or current one, and there may be none yet. */
    private static boolean mayStandForNothing(Schema schema) {
        return schema != null
                && (isSuchName(schema.getDefaultValue())
                        || Optional.ofNullable(schema.getAllOf()).orElse(List.of()).stream()
                                .anyMatch(part -> isSuchName(part.getDefaultValue())));
    }

    private static boolean isSuchName(Object value) {
        return value != null && NAMES_THAT_MAY_STAND_FOR_NOTHING.contains(value);
    }

    private static APIResponse reference(String answer) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + answer);
    }

    private static APIResponse problemResponse() {
        return OASFactory.createAPIResponse()
                .description("Problem details (RFC 9457): what is wrong, by field and rule, and the trace to look for")
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    }

    private static Schema problem() {
        return object("Problem details (RFC 9457)")
                .addProperty("type", text("urn:skolkvalitet:problem:invalid-request"))
                .addProperty("title", text("The request breaks a rule"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("There is no municipality 9999."))
                .addProperty("instance", text("/v1/offices/visby"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("The first hundred faults")
                                .items(OASFactory.createSchema().ref("#/components/schemas/FieldError")))
                .addProperty("traceId", text("0af7651916cd43dd8448eb211c80319c"))
                .required(List.of("type", "title", "status", "detail", "instance", "errors", "traceId"));
    }

    private static Schema fieldError() {
        return object("One fault in a request")
                .addProperty("field", text("municipality"))
                .addProperty("rule", text("unknown"))
                .addProperty("message", text("There is no municipality 9999."))
                .required(List.of("field", "rule", "message"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).addExample(example);
    }
}
