package se.skolkvalitet.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** The four kinds of arithmetic. The first two bind less than the last two; equals are read from left to right. */
public enum Operator {
    PLUS("+", "plus", 1),
    MINUS("-", "less", 1),
    TIMES("*", "times", 2),
    BY("/", "by", 2);

    /** To how many digits numbers are divided that are not a formula's figures. */
    public static final MathContext PRECISION = new MathContext(40);

    private final String sign;
    private final String words;
    private final int binds;

    Operator(String sign, String words, int binds) {
        this.sign = sign;
        this.words = words;
        this.binds = binds;
    }

    int binds() {
        return binds;
    }

    BigDecimal apply(BigDecimal left, BigDecimal right) {
        return switch (this) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            case BY -> left.divide(right, PRECISION);
        };
    }

    public String inWords() {
        return words;
    }

    @Override
    public String toString() {
        return sign;
    }

    static Operator of(String sign) {
        return Arrays.stream(values())
                .filter(operator -> operator.sign.equals(sign))
                .findFirst()
                .orElseThrow();
    }
}
