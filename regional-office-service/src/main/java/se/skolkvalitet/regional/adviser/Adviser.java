package se.skolkvalitet.regional.adviser;

import java.util.List;
import java.util.UUID;
import se.skolkvalitet.regional.office.OfficeCode;
import se.skolkvalitet.regional.register.SchoolForm;

/** Someone who holds dialogues, known by an id that means nothing outside. */
public record Adviser(UUID id, Agency agency, OfficeCode office, List<SchoolForm> schoolForms, boolean active) {
    static final String TOPIC = "regional.advisers";
    static final String TYPE = "se.skolkvalitet.regional.adviser.v1";
}
