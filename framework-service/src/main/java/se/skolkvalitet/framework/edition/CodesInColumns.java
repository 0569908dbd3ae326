package se.skolkvalitet.framework.edition;

import java.util.List;
import se.skolkvalitet.formula.MeasureKind;
import se.skolkvalitet.formula.PeriodKind;
import se.skolkvalitet.formula.Unit;
import se.skolkvalitet.kit.db.CodeColumns;

/** The codes that editions and their parts have as columns. */
public class CodesInColumns extends CodeColumns {
    public CodesInColumns() {
        super(List.of(
                Area.class,
                AreaLevel.class,
                Direction.class,
                EditionState.class,
                FewTold.class,
                MeasureKind.class,
                People.class,
                PeriodKind.class,
                SchoolForm.class,
                Unit.class));
    }
}
