package se.skolkvalitet.framework.edition;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.List;
import se.skolkvalitet.formula.MeasureKind;
import se.skolkvalitet.formula.PeriodKind;
import se.skolkvalitet.formula.Unit;
import se.skolkvalitet.framework.edition.Framework.Measure;

/** A measure of an edition. */
@Entity
@Table(name = "measure")
class MeasureEntity extends PartEntity {
    private Unit unit;
    private MeasureKind kind;
    private String source;
    private String sourceKey;

    @Embedded
    private AreaFiguresInColumns areas;

    private List<SchoolForm> schoolForms;
    private List<Integer> grades;
    private PeriodKind periodKind;
    private People protects;

    @Embedded
    private TextInColumns note;

    protected MeasureEntity() {}

    MeasureEntity(EditionEntity edition, int position, Measure measure) {
        super(edition, position, measure.code(), measure.name());
        this.unit = measure.unit();
        this.kind = measure.kind();
        this.source = measure.source();
        this.sourceKey = measure.sourceKey();
        this.areas = AreaFiguresInColumns.of(measure.areas());
        this.schoolForms = List.copyOf(measure.schoolForms());
        this.grades = measure.grades() == null
                ? null
                : measure.grades().stream().sorted().toList();
        this.periodKind = measure.periodKind();
        this.protects = measure.protects();
        this.note = TextInColumns.of(measure.note());
    }

    Measure toMeasure() {
        return new Measure(
                code(),
                name(),
                unit,
                kind,
                source,
                sourceKey,
                AreaFiguresInColumns.areas(areas),
                new LinkedHashSet<>(schoolForms),
                grades == null ? null : new LinkedHashSet<>(grades),
                periodKind,
                protects,
                TextInColumns.text(note));
    }
}
