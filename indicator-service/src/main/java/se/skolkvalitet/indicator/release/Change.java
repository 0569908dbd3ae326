package se.skolkvalitet.indicator.release;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.ValueStatus;

/**
 * Something that is other in a release than in one before.
 *
 * @param indicator null of an area
 * @param schoolForm null of an area
 * @param level null of a definition
 * @param area null of a definition
 * @param period of a value; null where the source states none
 * @param sex of a value: {@code T} for all, {@code F} for girls and women, {@code M} for boys and men
 * @param before what was told of a value, null where nothing was; without a figure where it is withheld in either release
 * @param after what is told now
 */
record Change(
        ChangeSubject subject,
        ChangeKind change,
        ChangeSeverity severity,
        @Nullable String indicator,
        @Nullable String schoolForm,
        @Nullable Level level,
        @Nullable String area,
        @Nullable String period,
        @Nullable String sex,
        @Nullable Told before,
        @Nullable Told after) {

    /** A value of one of the releases. */
    record Told(
            ValueStatus status,
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high) {
        boolean isWithheld() {
            return status == ValueStatus.WITHHELD;
        }

        private Told withoutFigure() {
            return new Told(status, null, null, null);
        }
    }

    /** The same without figures where one of them is withheld: what it was is not said once more. */
    Change withoutWithheld() {
        boolean isWithheld = before != null && before.isWithheld() || after != null && after.isWithheld();
        return isWithheld
                ? new Change(
                        subject,
                        change,
                        severity,
                        indicator,
                        schoolForm,
                        level,
                        area,
                        period,
                        sex,
                        before == null ? null : before.withoutFigure(),
                        after == null ? null : after.withoutFigure())
                : this;
    }
}
