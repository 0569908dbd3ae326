package se.skolkvalitet.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import se.skolkvalitet.kit.problem.Problem;

/** Says in each contract what is true of all operations: the licence, and how errors are answered. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private static final String LICENCE = "EUPL-1.2";

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        if (contract.getInfo() == null) {
            contract.setInfo(OASFactory.createInfo());
        }
        if (contract.getComponents() == null) {
            contract.setComponents(OASFactory.createComponents());
        }
        contract.getInfo().setLicense(OASFactory.createLicense().name(LICENCE).identifier(LICENCE));
        contract.getComponents()
                .addSchema("FieldError", fieldError())
                .addSchema("Problem", problem())
                .addResponse("Problem", problemResponse());
        if (contract.getPaths() != null) {
            contract.getPaths().getPathItems().values().forEach(ContractFilter::addProblemResponses);
        }
    }

    private static void addProblemResponses(PathItem path) {
        for (Operation operation : path.getOperations().values()) {
            operation
                    .getResponses()
                    .addAPIResponse("default", OASFactory.createAPIResponse().ref("#/components/responses/Problem"));
        }
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
                                .items(OASFactory.createSchema().ref("#/components/schemas/FieldError")))
                .addProperty("traceId", text("0af7651916cd43dd8448eb211c80319c"));
    }

    private static Schema fieldError() {
        return object("One fault in a request")
                .addProperty("field", text("municipality"))
                .addProperty("rule", text("unknown"))
                .addProperty("message", text("There is no municipality 9999."));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String example) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).addExample(example);
    }
}
