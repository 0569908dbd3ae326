package se.skolkvalitet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import se.skolkvalitet.stack.national.NationalCsv;

/**
 * How many girls and boys of a grade took tests and how many of them passed, in all units of the country, and an edition with the
 * share of each test.
 *
 * @param edition its number; it is published
 * @param tests of as many as come nearest to the number that is asked for, and at least of one
 * @param figures how many are in the file
 */
record CountsOfPupils(int edition, Path csv, int tests, int periods, long figures) {
    private static final int PERIODS = 10;
    private static final int LATER_THAN_THE_OTHER_ROW = 2;
    private static final String TESTED = "gr.tested-";
    private static final String PASSED = "gr.passed-test-";

    static CountsOfPupils make(Workbench bench) {
        long seed = bench.options().size().seed();
        long ofATest =
                PERIODS * NationalCsv.figuresInAPeriod(tested(CsvEdition.read(LATER_THAN_THE_OTHER_ROW), 1), seed);
        int tests = (int) Math.max(1, Math.round((double) bench.options().counts() / ofATest));
        ObjectNode edition = CsvEdition.read(LATER_THAN_THE_OTHER_ROW);
        ObjectNode made = tested(edition, tests);
        bench.say("making up %,d counts of tests: %d, periods: %d".formatted(tests * ofATest, tests, PERIODS));
        Path csv = bench.folder().resolve("counts.csv");
        long figures = NationalCsv.write(csv, made, seed, PERIODS);
        return new CountsOfPupils(CsvEdition.publish(edition, bench), csv, tests, PERIODS, figures);
    }

    /**
     * Adds measures and indicators of some tests to an edition.
     *
     * @return the measures, as the file is made up by them
     */
    private static ObjectNode tested(ObjectNode edition, int tests) {
        ObjectNode made = edition.objectNode();
        ArrayNode measures = made.putArray("measures");
        for (int test = 0; test < tests; test++) {
            measure(edition, measures, TESTED + test);
            measure(edition, measures, PASSED + test).put("partOf", TESTED + test);
            ((ArrayNode) edition.path("indicators")).add(indicator(edition, test));
        }
        return made;
    }

    /** @return the measure as the file is made up by it */
    private static ObjectNode measure(ObjectNode edition, ArrayNode measures, String code) {
        ObjectNode measure = byCode(edition.path("measures"), "gr.pupils");
        measure.put("code", code).put("sourceKey", code).remove("note");
        measure.putArray("grades").add(9);
        ((ArrayNode) edition.path("measures")).add(measure);
        ObjectNode made = measure.deepCopy();
        measures.add(made);
        return made;
    }

    private static ObjectNode indicator(ObjectNode edition, int test) {
        ObjectNode indicator = byCode(edition.path("indicators"), "GR-PASSED-9");
        indicator.put("code", "GR-TEST-" + test);
        indicator.put("formula", "share(%s%d, %s%d)".formatted(PASSED, test, TESTED, test));
        indicator.remove("expectedBy");
        indicator.remove("deviationIn");
        return indicator;
    }

    /** A copy of it. */
    private static ObjectNode byCode(JsonNode all, String code) {
        for (JsonNode one : all) {
            if (one.path("code").asText().equals(code)) {
                return one.deepCopy();
            }
        }
        throw new BenchFailed("edition 1 has no " + code);
    }
}
