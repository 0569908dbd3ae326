package se.skolkvalitet.stack.national;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;

/**
 * A measure of an edition, with what was made up of its figures.
 *
 * @param position among the edition's measures
 * @param schoolForms in the words of the edition
 * @param grades empty where it is of all
 * @param around what it is at a middling school; of a count, for each pupil of a grade
 * @param perLevel what a school one standard deviation better has more; of a count, which part of it
 * @param lead by how much girls are ahead of boys on the whole
 * @param whole of which those that a count has are some; null where they are of none
 */
record CsvMeasure(
        int position,
        String code,
        Kind kind,
        List<String> schoolForms,
        List<String> grades,
        boolean isOfCalendarYears,
        double around,
        double perLevel,
        double lead,
        CsvMeasure whole) {
    /** The name of the whole in an edition that is made up; no real one has it. */
    static final String PART_OF = "partOf";

    private static final int LATEST_YEAR = 2024;
    /** Units are numbered from 1. */
    private static final long OF_NO_UNIT = 0;

    /** What may be added up and what may not, in the words of the edition. */
    enum Kind {
        COUNT,
        SHARE,
        AVERAGE
    }

    /** All of an edition. A count whose measure tells it ({@code partOf}) has some of those that a measure before it has. */
    static List<CsvMeasure> of(JsonNode edition, long seed) {
        Map<String, CsvMeasure> measures = new LinkedHashMap<>();
        for (JsonNode measure : edition.path("measures")) {
            CsvMeasure made = of(
                    measure,
                    measures.size(),
                    seed,
                    measures.get(measure.path(PART_OF).asText()));
            measures.put(made.code(), made);
        }
        return List.copyOf(measures.values());
    }

    private static CsvMeasure of(JsonNode measure, int position, long seed, CsvMeasure whole) {
        Random random = Chance.of(seed, OF_NO_UNIT, position);
        Kind kind = Kind.valueOf(measure.path("kind").asText().toUpperCase(Locale.ROOT));
        double around =
                switch (kind) {
                    case COUNT -> 0.5 + 5 * random.nextDouble();
                    case SHARE -> 60 + 30 * random.nextDouble();
                    case AVERAGE -> 8 + 12 * random.nextDouble();
                };
        double perLevel =
                switch (kind) {
                    case COUNT -> 0.1;
                    case SHARE -> 7;
                    case AVERAGE -> around / 12;
                };
        return new CsvMeasure(
                position,
                measure.path("code").asText(),
                kind,
                texts(measure.path("schoolForms")),
                texts(measure.path("grades")),
                measure.path("periodKind").asText().equals("calendar-year"),
                around,
                perLevel,
                perLevel * random.nextGaussian() / 2,
                whole);
    }

    /** Where nobody tells grades of a school form it has all of them. */
    boolean isOf(Schooling schooling) {
        return schoolForms.contains(schooling.schoolForm())
                && (grades.isEmpty()
                        || schooling.grades().isEmpty()
                        || schooling.grades().stream().anyMatch(grades::contains));
    }

    String period(int back) {
        int year = LATEST_YEAR - back;
        return isOfCalendarYears ? String.valueOf(year) : "%d/%02d".formatted(year, (year + 1) % 100);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
