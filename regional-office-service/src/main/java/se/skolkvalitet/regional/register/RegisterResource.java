package se.skolkvalitet.regional.register;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.web.Page;
import se.skolkvalitet.kit.web.PageRequest;
import se.skolkvalitet.regional.geography.GeographyStore;
import se.skolkvalitet.regional.geography.MunicipalityCode;
import se.skolkvalitet.regional.office.OfficeCode;
import se.skolkvalitet.regional.office.Offices;
import se.skolkvalitet.regional.register.RegisterStore.OrganiserFilter;
import se.skolkvalitet.regional.register.RegisterStore.UnitFilter;

/** Who runs which school, and which office answers for whom. */
@Path("/v1")
@Tag(name = "register")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterResource {
    @Inject
    RegisterStore store;

    @Inject
    RegisterExtentStore extent;

    @Inject
    Offices offices;

    @Inject
    GeographyStore geography;

    /** The office that answers for an organiser. */
    public record ResponsibleOffice(OfficeCode office) {}

    @GET
    @Path("/organisers")
    @Operation(operationId = "listOrganisers", summary = "Organisers by organisation number")
    public Page<Organiser> organisers(
            @Valid @BeanParam PageRequest page,
            @QueryParam("office") OfficeCode office,
            @QueryParam("kind") OrganiserKind kind) {
        offices.known().require("office", office);
        List<Organiser> rows = store.organisers(
                page.afterKey(OrganisationNumber.class), new OrganiserFilter(office, kind), page.fetch());
        return Page.of(rows, page, one -> List.of(one.orgNumber().value()));
    }

    @GET
    @Path("/organisers/{orgNumber}")
    @Operation(operationId = "getOrganiser", summary = "One organiser")
    public Organiser organiser(@PathParam("orgNumber") OrganisationNumber orgNumber) {
        return store.organiser(orgNumber);
    }

    @GET
    @Path("/organisers/{orgNumber}/office")
    @Operation(operationId = "getResponsibleOffice", summary = "The office that answers for an organiser")
    public ResponsibleOffice office(@PathParam("orgNumber") OrganisationNumber orgNumber) {
        Organiser organiser = store.organiser(orgNumber);
        if (organiser.office() == null) {
            throw ProblemException.notFound("office that answers for " + orgNumber.value());
        }
        return new ResponsibleOffice(organiser.office());
    }

    @GET
    @Path("/school-units")
    @Operation(
            operationId = "listSchoolUnits",
            summary = "School units by code",
            description = "With `on`, those that belonged to an organiser on that day (or to the given one), as far as"
                    + " the register knows; what else is told of them is as it is now.")
    public Page<SchoolUnit> units(
            @Valid @BeanParam PageRequest page,
            @QueryParam("organiser") OrganisationNumber organiser,
            @QueryParam("municipality") MunicipalityCode municipality,
            @QueryParam("on") LocalDate on) {
        store.knownOrganisers().require("organiser", organiser);
        geography.knownMunicipalities().require("municipality", municipality);
        List<SchoolUnit> rows = store.units(
                page.afterKey(SchoolUnitCode.class), new UnitFilter(organiser, municipality, on), page.fetch());
        return Page.of(rows, page, one -> List.of(one.code().value()));
    }

    @GET
    @Path("/school-units/{code}")
    @Operation(operationId = "getSchoolUnit", summary = "One school unit")
    public SchoolUnit unit(@PathParam("code") SchoolUnitCode code) {
        return store.unit(code);
    }

    @GET
    @Path("/register")
    @Operation(
            operationId = "getRegister",
            summary = "What the register covers",
            description =
                    "The 21 counties, and the newest day on which the register had all units of each: the day of an"
                            + " import without faults whose file was said to have them all (`covers`).")
    public RegisterExtent register() {
        return extent.extent();
    }
}
