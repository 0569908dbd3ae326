package se.skolkvalitet.bench;

/** What a figure counts, and whether more of it is better. */
enum Unit {
    SECONDS("s", false),
    MILLISECONDS("ms", false),
    MEGABYTES("MB", false),
    CELLS("cells", false),
    PER_SECOND("/s", true);

    private final String symbol;
    private final boolean moreIsBetter;

    Unit(String symbol, boolean moreIsBetter) {
        this.symbol = symbol;
        this.moreIsBetter = moreIsBetter;
    }

    String symbol() {
        return symbol;
    }

    /** How many times as dear ours is as the yardstick: 1 is as good, less is better, whatever is counted. */
    double cost(double ours, double yardstick) {
        return moreIsBetter ? yardstick / ours : ours / yardstick;
    }
}
