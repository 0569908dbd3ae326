package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.kit.text.PlainText;

/**
 * Reads the elements of one statistic, {@code {"value", "valueType", "timePeriod"}}.
 *
 * @param key the statistic's name
 * @param beside the object that the statistic is a field of
 */
record PlannedEducationsStatistic(String key, Measure measure, Place place, Group group, JsonNode beside) {
    private static final String NATIONAL_TEST = "averageResultNationalTestsSubject";
    private static final int LONGEST_NAME = 100;

    /** @throws InvalidValue where it is no figure of the measure */
    Observation read(JsonNode element) {
        String text = JsonText.of(element, "value");
        String timePeriod = JsonText.of(element, "timePeriod");
        Period period = period(timePeriod);
        Figure figure =
                PlannedEducationsValue.read(text, element.path("valueType").asText());
        if (figure.value() != null && period.equals(Period.NONE)) {
            throw new InvalidValue("period", "A figure needs a timePeriod");
        }
        boolean ofSemester = timePeriod != null && !timePeriod.equals(period.value());
        String raw = Observation.raw(text, ofSemester ? timePeriod : null, nationalTest());
        return new Observation(
                place.level(), place.code(), measure.code(), period, group, figure.possibleFor(measure), raw);
    }

    /** National tests of upper secondary school are of a semester. */
    private Period period(String timePeriod) {
        return measure.perSchoolYear() && timePeriod != null && Period.isSemester(timePeriod)
                ? Period.ofSemester(timePeriod)
                : Period.read(timePeriod, measure.periodKind());
    }

    /** Which test the figure is of, where it differs between programmes; null for other statistics. */
    private String nationalTest() {
        if (!key.startsWith(NATIONAL_TEST)) {
            return null;
        }
        String subject = key.substring(NATIONAL_TEST.length()).toLowerCase(Locale.ROOT);
        String name = JsonText.of(beside, subject + "SubjectTest");
        return name == null || name.isEmpty() ? null : PlainText.shown(name, LONGEST_NAME);
    }
}
