package se.skolkvalitet.dialogue.neighbour;

import java.util.List;

/**
 * An organiser with which a dialogue can be opened: it has an analysis document, and an office that answers for it.
 *
 * @param release of the analysis document
 * @param link path of the analysis document in the API of indicator-service
 * @param schoolUnits how many the document is about
 */
public record ReadyOrganiser(
        String orgNumber,
        String name,
        String office,
        String release,
        String link,
        int schoolUnits,
        List<String> schoolForms) {}
