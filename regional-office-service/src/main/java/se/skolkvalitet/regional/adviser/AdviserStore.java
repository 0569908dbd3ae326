package se.skolkvalitet.regional.adviser;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.time.Ids;
import se.skolkvalitet.regional.adviser.AdviserResource.AdviserRequest;
import se.skolkvalitet.regional.office.OfficeCode;
import se.skolkvalitet.regional.register.SchoolForm;

/** Advisers in the database. */
@ApplicationScoped
class AdviserStore {
    private static final String SELECT = "select id, agency, office, school_forms, active from adviser";

    private static final RowMapper<Adviser> MAPPER = (row, context) -> new Adviser(
            row.getObject("id", UUID.class),
            Codes.parse(Agency.class, row.getString("agency")),
            new OfficeCode(row.getString("office")),
            Arrays.stream((String[]) row.getArray("school_forms").getArray())
                    .map(form -> Codes.parse(SchoolForm.class, form))
                    .toList(),
            row.getBoolean("active"));

    @Inject
    Jdbi jdbi;

    @Inject
    Outbox outbox;

    List<Adviser> list(OfficeCode office, UUID after, int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + " where (cast(:office as text) is null or office = :office)"
                                + " and (cast(:after as uuid) is null or id > :after) order by id limit :limit")
                        .bind("office", office)
                        .bind("after", after)
                        .bind("limit", limit)
                        .map(MAPPER)
                        .list());
    }

    @Transactional
    Adviser add(AdviserRequest request) {
        return jdbi.withHandle(handle -> {
            requireOffice(handle, request.office());
            int added = handle.createUpdate("insert into adviser (id, agency, reference, office, school_forms, active)"
                            + " values (:id, :agency, :reference, :office, :forms, true) on conflict do nothing")
                    .bind("id", Ids.next())
                    .bind("agency", request.agency())
                    .bind("reference", request.reference())
                    .bind("office", request.office())
                    .bindArray(
                            "forms",
                            String.class,
                            request.schoolForms().stream()
                                    .map(SchoolForm::value)
                                    .toArray())
                    .execute();
            Adviser adviser = handle.createQuery(SELECT + " where agency = :agency and reference = :reference")
                    .bind("agency", request.agency())
                    .bind("reference", request.reference())
                    .map(MAPPER)
                    .one();
            if (added == 1) {
                outbox.add(new Event(Adviser.TOPIC, Adviser.TYPE, adviser.id().toString(), 1, adviser));
            }
            return adviser;
        });
    }

    private static void requireOffice(Handle handle, OfficeCode office) {
        handle.createQuery("select code from office where code = :code")
                .bind("code", office)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> ProblemException.invalid(
                        "office", "unknown", "There is no office %s.".formatted(office.value())));
    }
}
