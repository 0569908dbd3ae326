package se.skolkvalitet.regional.office;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.kit.web.Idempotency;
import se.skolkvalitet.regional.geography.CountyCode;

/** Passing counties between offices without a time in which nobody answers for them. */
@Path("/v1/coverage-transfers")
@Tag(name = "offices")
@Produces(MediaType.APPLICATION_JSON)
public class CoverageTransferResource {
    @Inject
    CoverageMap map;

    @Inject
    Idempotency idempotency;

    /**
     * One county on its way.
     *
     * @param from the office that has it now, which is what If-Match is to other writes: if another has it, nothing is
     *     passed
     */
    public record Move(
            @NotNull CountyCode county,
            @NotNull OfficeCode from,
            @NotNull OfficeCode to) {}

    /** Counties that change offices together. */
    public record CoverageTransfer(
            @NotNull @Size(min = 1, max = 21) List<@NotNull @Valid Move> moves) {}

    /** The offices that gave or took, as they are afterwards. */
    public record TransferredCoverage(List<Office> offices) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "transferCoverage",
            summary = "Pass counties from office to office",
            description = "All of them or none, in one step: at no time is a county without an office. Two offices may"
                    + " also exchange counties. 409 where a giving office does not have the county, with one error"
                    + " for each. Every office and organiser that this concerns is announced once.")
    @APIResponse(
            responseCode = "200",
            description = "The offices that gave or took, as they are afterwards",
            content = @Content(schema = @Schema(implementation = TransferredCoverage.class)))
    public Response transfer(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey, @NotNull @Valid CoverageTransfer transfer) {
        return idempotency.once("transferCoverage", idempotencyKey, transfer, () -> Response.ok(
                        new TransferredCoverage(map.transfer(transfer.moves())))
                .build());
    }
}
