package se.skolkvalitet.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an address bore under the load of wrk. A client in Java would be what is measured: beside nginx it needs more of
 * the machine than nginx does.
 *
 * @param middle milliseconds within which half of the requests were answered
 * @param slow milliseconds within which 99 of 100 were answered
 */
record Load(double perSecond, double middle, double slow) {
    static final int CLIENTS = 16;
    static final int SECONDS = 5;
    private static final int THREADS = 2;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: \\d+|Socket errors: .*");

    static Load on(String url) {
        return parse(Tool.output(List.of(
                Tool.WRK.path(),
                "--threads=" + THREADS,
                "--connections=" + CLIENTS,
                "--duration=" + SECONDS + "s",
                "--latency",
                url)));
    }

    /** @param output as wrk writes it with {@code --latency} */
    static Load parse(String output) {
        Matcher failed = FAILED.matcher(output);
        if (failed.find()) {
            throw new BenchFailed("not every request was answered well: " + failed.group());
        }
        return new Load(
                Double.parseDouble(find(RATE, output)), milliseconds("50%", output), milliseconds("99%", output));
    }

    private static double milliseconds(String share, String output) {
        String time = find(Pattern.compile(Pattern.quote(share) + "\\s+([0-9.]+(?:us|ms|s))\\b"), output);
        double number = Double.parseDouble(time.replaceFirst("[a-z]+$", ""));
        if (time.endsWith("us")) {
            return number / 1000;
        }
        return time.endsWith("ms") ? number : number * 1000;
    }

    private static String find(Pattern pattern, String output) {
        Matcher found = pattern.matcher(output);
        if (!found.find()) {
            throw new BenchFailed("wrk did not say what was expected: " + output);
        }
        return found.group(1);
    }
}
