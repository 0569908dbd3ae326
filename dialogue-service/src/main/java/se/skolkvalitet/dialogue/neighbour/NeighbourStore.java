package se.skolkvalitet.dialogue.neighbour;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.dialogue.planning.Adviser;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.text.Nearest.Named;

/** This service's copies of what its neighbours have told: offices, advisers, organisers, analysis documents. */
@Store
public class NeighbourStore {
    private static final String SAVE_OFFICES = Sql.load(NeighbourStore.class, "save-offices");
    private static final String SAVE_ADVISERS = Sql.load(NeighbourStore.class, "save-advisers");
    private static final String SAVE_ORGANISERS = Sql.load(NeighbourStore.class, "save-organisers");
    private static final String SAVE_ANALYSES = Sql.load(NeighbourStore.class, "save-analyses");
    private static final String READY = Sql.load(NeighbourStore.class, "select-ready-organisers");

    @Inject
    Jdbi jdbi;

    void saveOffices(List<OfficeEvents.State> offices) {
        save(SAVE_OFFICES, "offices", offices);
    }

    void saveAdvisers(List<AdviserEvents.State> advisers) {
        save(SAVE_ADVISERS, "advisers", advisers);
    }

    void saveOrganisers(List<OrganiserEvents.State> organisers) {
        save(SAVE_ORGANISERS, "organisers", organisers);
    }

    void saveAnalyses(List<AnalysisEvents.Told> analyses) {
        save(SAVE_ANALYSES, "analyses", analyses);
    }

    private void save(String statement, String name, List<?> told) {
        jdbi.useHandle(handle ->
                handle.createUpdate(statement).bind(name, new Json(told)).execute());
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

    /** The organisation numbers of all organisers. */
    public Set<String> organisers() {
        return jdbi.withHandle(handle -> handle.createQuery("select org_number from organiser")
                .mapTo(String.class)
                .set());
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
