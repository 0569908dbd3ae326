package se.skolkvalitet.framework.edition;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import se.skolkvalitet.framework.edition.Framework.SuccessFactor;

/** A success factor of an edition, with its questions. */
@Entity
@Table(name = "success_factor")
class SuccessFactorEntity extends PartEntity {
    @Embedded
    private TextInColumns description;

    private List<String> subGoals;

    @ElementCollection
    @CollectionTable(name = "success_factor_question", joinColumns = @JoinColumn(name = "success_factor"))
    @OrderColumn(name = "position")
    @AttributeOverride(name = "sv", column = @Column(name = "sv"))
    @AttributeOverride(name = "en", column = @Column(name = "en"))
    private List<TextInColumns> questions = new ArrayList<>();

    protected SuccessFactorEntity() {}

    SuccessFactorEntity(EditionEntity edition, int position, SuccessFactor factor) {
        super(edition, position, factor.code(), factor.name());
        this.description = TextInColumns.of(factor.description());
        this.subGoals = List.copyOf(factor.subGoals());
        factor.questions().stream().map(TextInColumns::of).forEach(questions::add);
    }

    SuccessFactor toSuccessFactor() {
        return new SuccessFactor(
                code(),
                name(),
                TextInColumns.text(description),
                List.copyOf(subGoals),
                questions.stream().map(TextInColumns::text).toList());
    }
}
