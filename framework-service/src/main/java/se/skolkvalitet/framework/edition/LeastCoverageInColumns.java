package se.skolkvalitet.framework.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import se.skolkvalitet.framework.edition.Framework.LeastCoverage;

/** The least coverage in columns, which are null where an edition has the usual one. */
@Embeddable
record LeastCoverageInColumns(
        @Column(name = "least_coverage_wide") BigDecimal wide,
        @Column(name = "least_coverage_narrow") BigDecimal narrow) {

    static LeastCoverageInColumns of(LeastCoverage least) {
        return least == null ? null : new LeastCoverageInColumns(least.wide(), least.narrow());
    }

    static LeastCoverage leastCoverage(LeastCoverageInColumns columns) {
        return columns == null ? null : new LeastCoverage(columns.wide, columns.narrow);
    }
}
