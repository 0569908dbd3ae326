package se.skolkvalitet.stack.mainjob;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What went in, what came out, whether they agree, and how long each step took. */
public final class Summary {
    private final List<Check> checks = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    /** Something that went in and what came out of it. */
    public record Check(String what, Object in, Object out) {
        public boolean holds() {
            return String.valueOf(in).equals(String.valueOf(out));
        }
    }

    void check(String what, Object in, Object out) {
        checks.add(new Check(what, in, out));
    }

    void fact(String what, Object value) {
        facts.put(what, String.valueOf(value));
    }

    void took(String step, double howLong) {
        seconds.put(step, howLong);
    }

    public boolean isGood() {
        return checks.stream().allMatch(Check::holds);
    }

    public List<Check> checks() {
        return List.copyOf(checks);
    }

    public Map<String, String> facts() {
        return Map.copyOf(facts);
    }

    /** As wide as its longest label asks. */
    public String text() {
        String label = "%-" + widestLabel() + "s";
        StringBuilder text = new StringBuilder();
        text.append(String.format("%n  " + label + " %-24s %-24s%n", "what went in and what came out", "in", "out"));
        for (Check check : checks) {
            text.append(String.format(
                    "%s " + label + " %-24s %-24s%n",
                    check.holds() ? " " : "!",
                    check.what(),
                    check.in(),
                    check.out()));
        }
        text.append(String.format("%n  made on the way%n"));
        facts.forEach((what, value) -> text.append(String.format("  " + label + " %s%n", what, value)));
        text.append(String.format("%n  seconds for each step%n"));
        seconds.forEach(
                (step, howLong) -> text.append(String.format(Locale.ROOT, "  " + label + " %6.1f%n", step, howLong)));
        double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        text.append(String.format(Locale.ROOT, "  " + label + " %6.1f%n", "all steps", all));
        return text.toString();
    }

    private int widestLabel() {
        Stream<String> labels = Stream.of(
                        checks.stream().map(Check::what), facts.keySet().stream(), seconds.keySet().stream())
                .flatMap(same -> same);
        return labels.mapToInt(String::length).max().orElse(1);
    }
}
