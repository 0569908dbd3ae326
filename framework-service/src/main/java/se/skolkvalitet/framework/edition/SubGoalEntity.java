package se.skolkvalitet.framework.edition;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import se.skolkvalitet.framework.edition.Framework.SubGoal;

/** A sub-goal of an edition. */
@Entity
@Table(name = "sub_goal")
class SubGoalEntity extends PartEntity {
    private String goal;
    private Area area;

    @Embedded
    private TextInColumns description;

    @Embedded
    private TextInColumns notFollowed;

    protected SubGoalEntity() {}

    SubGoalEntity(EditionEntity edition, int position, SubGoal subGoal) {
        super(edition, position, subGoal.code(), subGoal.name());
        this.goal = subGoal.goal();
        this.area = subGoal.area();
        this.description = TextInColumns.of(subGoal.description());
        this.notFollowed = TextInColumns.of(subGoal.notFollowed());
    }

    SubGoal toSubGoal() {
        return new SubGoal(
                code(), goal, area, name(), TextInColumns.text(description), TextInColumns.text(notFollowed));
    }
}
