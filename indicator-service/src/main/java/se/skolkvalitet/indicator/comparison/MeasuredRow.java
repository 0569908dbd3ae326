package se.skolkvalitet.indicator.comparison;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import se.skolkvalitet.indicator.comparison.Measured.Rounding;
import se.skolkvalitet.kit.db.Store;

/**
 * A value as it is kept: a row with its bounds, its units, what it is made of, in {@code is_rounded} whether it rests on rounded
 * figures, and in {@code is_own} whether on such of the area itself.
 */
@Store
public final class MeasuredRow {
    private MeasuredRow() {}

    public static Measured read(ResultSet row) throws SQLException {
        BigDecimal divisor = row.getBigDecimal("divisor");
        return new Measured(
                row.getBigDecimal("value"),
                row.getBigDecimal("dividend"),
                divisor,
                row.getBoolean("is_rounded") ? rounding(row, divisor) : null,
                row.getBoolean("is_own"),
                row.getInt("units"));
    }

    /** Of a value that is one sum by another before it was rounded once more. */
    private static Rounding rounding(ResultSet row, BigDecimal divisor) throws SQLException {
        BigDecimal low = row.getBigDecimal("low_dividend");
        return low == null
                ? new Rounding(row.getBigDecimal("low"), row.getBigDecimal("high"))
                : Rounding.ofQuotient(low, row.getBigDecimal("high_dividend"), divisor);
    }
}
