package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;

/** What a value is made of that is one sum by another. */
record Quotient(BigDecimal dividend, BigDecimal divisor) {
    Quotient plus(Quotient other) {
        return new Quotient(dividend.add(other.dividend), divisor.add(other.divisor));
    }

    BigDecimal value() {
        return Exact.divided(dividend, divisor);
    }
}
