package se.skolkvalitet.kit.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says in each contract how long an Idempotency-Key may be. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class IdempotencyKeyInContract implements OASFilter {
    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (Idempotency.HEADER.equals(parameter.getName()) && parameter.getSchema() != null) {
            parameter.getSchema().minLength(1).maxLength(IdempotencyKeyFilter.LONGEST);
        }
        return parameter;
    }
}
