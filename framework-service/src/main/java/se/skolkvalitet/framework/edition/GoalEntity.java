package se.skolkvalitet.framework.edition;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import se.skolkvalitet.framework.edition.Framework.Goal;

/** A national goal of an edition. */
@Entity
@Table(name = "goal")
class GoalEntity extends PartEntity {
    private SchoolForm schoolForm;

    @Embedded
    private TextInColumns description;

    protected GoalEntity() {}

    GoalEntity(EditionEntity edition, int position, Goal goal) {
        super(edition, position, goal.code(), goal.name());
        this.schoolForm = goal.schoolForm();
        this.description = TextInColumns.of(goal.description());
    }

    Goal toGoal() {
        return new Goal(code(), schoolForm, name(), TextInColumns.text(description));
    }
}
