package se.skolkvalitet.dialogue.dialogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import se.skolkvalitet.dialogue.planning.DialogueToPlan;
import se.skolkvalitet.kit.db.Where;
import se.skolkvalitet.kit.problem.ProblemException;

/** Dialogues and their meetings in the database. */
@ApplicationScoped
class DialogueRepository implements PanacheRepositoryBase<DialogueEntity, UUID> {

    DialogueEntity get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("dialogue " + id));
    }

    /**
     * @param round the one that the filter asks for, null for all
     * @param after the dialogue before the page, null for the first page
     */
    List<DialogueEntity> page(RoundCode round, DialogueFilter filter, UUID after, int limit) {
        Where where = new Where()
                .and("round = :round", "round", round)
                .and("office = :office", "office", filter.office)
                .and("organiser = :organiser", "organiser", filter.organiser)
                .and("state = :state", "state", filter.state)
                .and("id > :after", "after", after);
        return find(where.text(), Sort.by("id"), where.parameters())
                .range(0, limit - 1)
                .list();
    }

    List<DialogueEntity> ofRound(RoundCode round) {
        return find("from DialogueEntity d left join fetch d.meetings where d.round = ?1 order by d.id", round)
                .list();
    }

    /** Those with most school units first. */
    List<DialogueToPlan> toPlan(RoundCode round) {
        return find("round", Sort.descending("schoolUnits").and("organiser"), round)
                .project(DialogueToPlan.class)
                .list();
    }
}
