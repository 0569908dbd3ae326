package se.skolkvalitet.framework.edition;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.LinkedHashSet;
import java.util.List;
import se.skolkvalitet.formula.PeriodKind;
import se.skolkvalitet.formula.Unit;
import se.skolkvalitet.framework.edition.Framework.Indicator;

/** An indicator of an edition. */
@Entity
@Table(name = "indicator")
class IndicatorEntity extends PartEntity {
    @Embedded
    private TextInColumns description;

    private List<String> subGoals;
    private List<SchoolForm> schoolForms;
    private Unit unit;
    private int decimals;
    private Direction direction;
    private PeriodKind periodKind;
    private String formula;
    private List<String> expectedBy;
    private String deviationIn;

    protected IndicatorEntity() {}

    IndicatorEntity(EditionEntity edition, int position, Indicator indicator) {
        super(edition, position, indicator.code(), indicator.name());
        this.description = TextInColumns.of(indicator.description());
        this.subGoals = List.copyOf(indicator.subGoals());
        this.schoolForms = List.copyOf(indicator.schoolForms());
        this.unit = indicator.unit();
        this.decimals = indicator.decimals();
        this.direction = indicator.direction();
        this.periodKind = indicator.periodKind();
        this.formula = indicator.formula();
        this.expectedBy = indicator.expectedBy() == null ? null : List.copyOf(indicator.expectedBy());
        this.deviationIn = indicator.deviationIn();
    }

    Indicator toIndicator() {
        return new Indicator(
                code(),
                name(),
                TextInColumns.text(description),
                List.copyOf(subGoals),
                new LinkedHashSet<>(schoolForms),
                unit,
                decimals,
                direction,
                periodKind,
                formula,
                expectedBy == null ? null : List.copyOf(expectedBy),
                deviationIn);
    }
}
