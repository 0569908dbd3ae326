package se.skolkvalitet.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.skolkvalitet.bench.Results.Verdict;

/** The results as a page for people, in Markdown. */
final class ResultsPage {
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final List<Measurement> measurements;
    private final Results before;
    private final String size;
    private final Map<String, String> facts;
    private final Map<String, String> notMeasured;

    /**
     * @param facts of the machine and the run, by name
     * @param notMeasured rows that could not be measured, with the reason
     */
    ResultsPage(
            List<Measurement> measurements,
            Results before,
            String size,
            Map<String, String> facts,
            Map<String, String> notMeasured) {
        this.measurements = measurements;
        this.before = before;
        this.size = size;
        this.facts = facts;
        this.notMeasured = notMeasured;
    }

    Results results() {
        Map<String, Figures> rows = new TreeMap<>();
        measurements.forEach(row -> rows.put(row.id(), row.figures()));
        return new Results(size, rows);
    }

    /** A line for each row whose ratio got worse by more than it scatters. */
    List<String> warnings() {
        return measurements.stream()
                .filter(row -> verdict(row) == Verdict.WORSE)
                .map(row -> "%s: the ratio was %s and is %s"
                        .formatted(
                                row.title(),
                                ratio(earlier(row).orElseThrow()),
                                ratio(row.figures().ratio())))
                .toList();
    }

    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("# What the bench measured");
        lines.add("Written by `mvn verify -Pbench`, all of it; [how to read and repeat it](README.md).");
        lines.add("");
        addWarnings(lines);
        addTable(lines);
        addNotMeasured(lines);
        addDetails(lines);
        lines.add("");
        lines.add("## Where");
        lines.add("| | |");
        lines.add("|---|---|");
        facts.forEach((name, fact) -> lines.add("| %s | %s |".formatted(name, fact)));
        return String.join("\n", lines) + "\n";
    }

    private void addWarnings(List<String> lines) {
        List<String> warnings = warnings();
        if (!warnings.isEmpty()) {
            lines.add("**Worse than in the last committed results, by more than it scatters:**");
            warnings.forEach(warning -> lines.add("- " + warning));
            lines.add("");
        }
    }

    private void addTable(List<String> lines) {
        lines.add("| what | ours | yardstick | | ratio | committed before | |");
        lines.add("|---|---|---|---|---|---|---|");
        for (Measurement row : measurements) {
            Figures figures = row.figures();
            lines.add("| %s | %s | %s | %s | **%s** | %s | %s |"
                    .formatted(
                            row.title(),
                            figure(figures.ours(), figures.unit()),
                            row.yardstick(),
                            figure(figures.yardstick(), figures.unit()),
                            ratio(figures.ratio()),
                            earlier(row).map(ResultsPage::ratio).orElse("–"),
                            word(verdict(row))));
        }
    }

    private void addNotMeasured(List<String> lines) {
        notMeasured.forEach((row, reason) -> {
            lines.add("");
            lines.add("**Not measured: %s** (%s)".formatted(row, reason));
        });
    }

    /** Rows that tell the same of themselves are told of together. */
    private void addDetails(List<String> lines) {
        Map<String, List<Measurement>> same = new LinkedHashMap<>();
        measurements.forEach(row -> same.computeIfAbsent(row.measured() + row.gap(), first -> new ArrayList<>())
                .add(row));
        lines.add("");
        lines.add("## What was measured, and what would close the gap");
        for (List<Measurement> rows : same.values()) {
            lines.add("");
            lines.add("**"
                    + String.join("; ", rows.stream().map(Measurement::title).toList()) + ".** "
                    + rows.get(0).measured());
            lines.add("*What would close the gap:* " + rows.get(0).gap());
        }
    }

    private Optional<Spread> earlier(Measurement row) {
        return before.ratio(row.id(), size);
    }

    private Verdict verdict(Measurement row) {
        return Results.verdict(row.figures().ratio(), earlier(row));
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case NEW -> "new";
            case AS_BEFORE -> "";
            case BETTER -> "better";
            case WORSE -> "**worse**";
        };
    }

    private static String figure(Spread spread, Unit unit) {
        String space = unit == Unit.PER_SECOND ? "" : " ";
        return "%s%s%s (%s–%s)"
                .formatted(
                        number(spread.median()),
                        space,
                        unit.symbol(),
                        number(spread.lowest()),
                        number(spread.highest()));
    }

    private static String ratio(Spread ratio) {
        return "%s (%s–%s)".formatted(number(ratio.median()), number(ratio.lowest()), number(ratio.highest()));
    }

    /** Three digits that count, and all of those before the point. */
    static String number(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        if (exact.abs().compareTo(THOUSAND) >= 0) {
            return "%,.0f".formatted(value);
        }
        BigDecimal rounded = exact.round(THREE_DIGITS);
        int beforeThePoint = rounded.precision() - rounded.scale();
        int behind = Math.max(0, THREE_DIGITS.getPrecision() - beforeThePoint);
        return rounded.setScale(behind, RoundingMode.HALF_UP).toPlainString();
    }
}
