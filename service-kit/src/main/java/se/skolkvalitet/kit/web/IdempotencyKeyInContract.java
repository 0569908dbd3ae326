package se.skolkvalitet.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says in each contract how long an Idempotency-Key may be, and for how long it is kept. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class IdempotencyKeyInContract implements OASFilter {
    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (Idempotency.HEADER.equals(parameter.getName()) && parameter.getSchema() != null) {
            parameter.description(
                    "A request that comes again with the same key within seven days is answered like the first,"
                            + " and not done again. After that the key is forgotten.");
            parameter.getSchema().minLength(1).maxLength(IdempotencyKeyFilter.LONGEST);
        }
        return parameter;
    }
}
