package se.skolkvalitet.dialogue.neighbour;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.dialogue.planning.Adviser;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.text.Nearest.Named;

/** This service's copies of what its neighbours have told: offices, advisers, organisers, analysis documents. */
@ApplicationScoped
public class NeighbourStore {
    private static final String SAVE_OFFICE = Sql.load(NeighbourStore.class, "save-office");
    private static final String SAVE_ADVISER = Sql.load(NeighbourStore.class, "save-adviser");
    private static final String SAVE_ORGANISER = Sql.load(NeighbourStore.class, "save-organiser");
    private static final String SAVE_ANALYSIS = Sql.load(NeighbourStore.class, "save-analysis");
    private static final String READY = Sql.load(NeighbourStore.class, "select-ready-organisers");

    @Inject
    Jdbi jdbi;

    void save(OfficeEvents.State office) {
        jdbi.useHandle(handle -> handle.execute(SAVE_OFFICE, office.code(), office.name()));
    }

    void save(AdviserEvents.State adviser) {
        jdbi.useHandle(handle ->
                handle.execute(SAVE_ADVISER, adviser.id(), adviser.agency(), adviser.office(), adviser.active()));
    }

    void save(OrganiserEvents.State organiser) {
        jdbi.useHandle(handle -> handle.execute(
                SAVE_ORGANISER,
                organiser.orgNumber(),
                organiser.name(),
                organiser.kind(),
                organiser.municipality().code(),
                organiser.office(),
                organiser.status()));
    }

    /** @param schoolUnits how many the document is about */
    void save(AnalysisEvents.State analysis, int schoolUnits, List<String> schoolForms) {
        jdbi.useHandle(handle -> handle.createUpdate(SAVE_ANALYSIS)
                .bind("organiser", analysis.organiser())
                .bind("release", analysis.release())
                .bind("link", analysis.link())
                .bind("units", schoolUnits)
                .bindArray("forms", String.class, schoolForms)
                .execute());
    }

    /**
     * Those of the organisers with which a dialogue can be opened, by their numbers.
     *
     * @param organisers organisation numbers; none for every organiser
     */
    public List<ReadyOrganiser> ready(List<String> organisers) {
        return jdbi.withHandle(handle -> handle.createQuery(READY)
                .bindArray("organisers", String.class, organisers)
                .mapTo(ReadyOrganiser.class)
                .list());
    }

    /** Those of an agency who can be planned with. */
    public List<Adviser> activeAdvisers(Agency agency) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, office from adviser where agency = :agency and active order by id")
                .bind("agency", agency)
                .mapTo(Adviser.class)
                .list());
    }

    /** All who were ever told of, also those who are not active any more. */
    public List<Adviser> advisers() {
        return jdbi.withHandle(handle -> handle.createQuery("select id, office from adviser")
                .mapTo(Adviser.class)
                .list());
    }

    public KnownCodes knownOffices() {
        return known("office", "select code, name from office");
    }

    public KnownCodes knownOrganisers() {
        return known("organiser", "select org_number as code, name from organiser");
    }

    private KnownCodes known(String what, String query) {
        return new KnownCodes(what, jdbi.withHandle(handle -> handle.createQuery(query)
                .mapTo(Named.class)
                .list()));
    }

    public boolean knowsOrganiser(String orgNumber) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select exists (select 1 from organiser where org_number = :number)")
                        .bind("number", orgNumber)
                        .mapTo(Boolean.class)
                        .one());
    }
}
