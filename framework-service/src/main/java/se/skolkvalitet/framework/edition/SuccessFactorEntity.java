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

/** A success factor of an edition, with its questions, levels and references. */
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

    @ElementCollection
    @CollectionTable(name = "success_factor_level", joinColumns = @JoinColumn(name = "success_factor"))
    @OrderColumn(name = "position")
    @AttributeOverride(name = "sv", column = @Column(name = "sv"))
    @AttributeOverride(name = "en", column = @Column(name = "en"))
    private List<TextInColumns> levels = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "success_factor_reference", joinColumns = @JoinColumn(name = "success_factor"))
    @OrderColumn(name = "position")
    @AttributeOverride(name = "title", column = @Column(name = "title"))
    @AttributeOverride(name = "publisher", column = @Column(name = "publisher"))
    @AttributeOverride(name = "year", column = @Column(name = "year"))
    @AttributeOverride(name = "url", column = @Column(name = "url"))
    private List<ReferenceInColumns> references = new ArrayList<>();

    protected SuccessFactorEntity() {}

    SuccessFactorEntity(EditionEntity edition, int position, SuccessFactor factor) {
        super(edition, position, factor.code(), factor.name());
        this.description = TextInColumns.of(factor.description());
        this.subGoals = List.copyOf(factor.subGoals());
        factor.questions().stream().map(TextInColumns::of).forEach(questions::add);
        factor.levels().stream().map(TextInColumns::of).forEach(levels::add);
        factor.references().stream().map(ReferenceInColumns::of).forEach(references::add);
    }

    SuccessFactor toSuccessFactor() {
        return new SuccessFactor(
                code(),
                name(),
                TextInColumns.text(description),
                List.copyOf(subGoals),
                questions.stream().map(TextInColumns::text).toList(),
                levels.stream().map(TextInColumns::text).toList(),
                references.stream().map(ReferenceInColumns::toReference).toList());
    }
}
