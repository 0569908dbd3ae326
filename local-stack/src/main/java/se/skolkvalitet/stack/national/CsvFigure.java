package se.skolkvalitet.stack.national;

/**
 * A figure as a CSV file of ours has it.
 *
 * @param columns the text of its columns {@code value}, {@code low}, {@code high} and {@code status}
 */
record CsvFigure(String columns) {
    static final CsvFigure WITHHELD = new CsvFigure(",,,withheld");
    private static final int ROUNDED_TO_TENTHS = 50;

    static CsvFigure count(long count) {
        return new CsvFigure(count + ",,,");
    }

    /** To one decimal. */
    static CsvFigure of(double value) {
        return new CsvFigure(decimal(tenths(value)) + ",,,");
    }

    /** A share to the nearest five percent, with between what it may lie. */
    static CsvFigure rounded(double percent) {
        long nearest = Math.round(percent * 10 / ROUNDED_TO_TENTHS) * ROUNDED_TO_TENTHS;
        long low = Math.max(0, nearest - ROUNDED_TO_TENTHS / 2);
        long high = Math.min(1000, nearest + ROUNDED_TO_TENTHS / 2);
        return new CsvFigure(decimal(nearest) + "," + decimal(low) + "," + decimal(high) + ",rounded");
    }

    private static long tenths(double value) {
        return Math.round(value * 10);
    }

    /** By hand: a formatter would take longer than all else that millions of lines need. */
    private static String decimal(long tenths) {
        return tenths / 10 + "." + tenths % 10;
    }
}
