package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.kit.text.PlainText;

/**
 * Reads one answer with a questionnaire's results in a school unit: those of pupils grade by grade, those of guardians of
 * all. A question is an object whose name ends with {@code Metrics}; its figure is the average of what was answered. How many
 * have answered is a figure, too; what is no number of them stays in the text of the others.
 */
final class SchoolSurveyAnswer {
    private static final String GRADES = "schoolYearMetrics";
    private static final String QUESTION = "Metrics";
    private static final String ALL_GRADES = "all";
    private static final String ANSWERS = "noOfAnswers";
    private static final String WITHHELD = "-";
    private static final BigDecimal HIGHEST = BigDecimal.TEN;
    private static final int LONGEST_NOTE = 20;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final FollowedMeasures measures;
    private final LineCheck check;
    private final List<Observation> observations = new ArrayList<>();
    private SchoolSurvey survey;
    private Place unit;

    SchoolSurveyAnswer(FollowedMeasures measures, LineCheck check) {
        this.measures = measures;
        this.check = check;
    }

    /** A line counts as a whole: with one fault in it there are no observations. */
    List<Observation> read(JsonNode answer) {
        survey = check.read("survey", () -> Codes.parse(SchoolSurvey.class, orEmpty(answer, "survey")));
        unit = check.read("schoolUnit", () -> Place.of(Level.SCHOOL_UNIT, orEmpty(answer, "schoolUnit")));
        if (check.isFaulty()) {
            return List.of();
        }
        JsonNode grades = answer.path(GRADES);
        if (grades.isArray()) {
            for (int i = 0; i < grades.size(); i++) {
                readGrade("%s[%d]".formatted(GRADES, i), grades.get(i));
            }
        } else if (grades.isMissingNode() || grades.isNull()) {
            readAllGrades(answer);
        } else {
            check.refuse(GRADES, "type", "Grades are a list with an object for each.");
        }
        return check.isFaulty() ? List.of() : observations;
    }

    private void readGrade(String field, JsonNode grade) {
        if (!grade.isObject()) {
            check.refuse(field, "type", "A grade is an object with its questions.");
            return;
        }
        String told = orEmpty(grade, "schoolUnitCode");
        if (!told.isEmpty() && !told.equals(unit.code())) {
            check.read(field + ".schoolUnitCode", () -> {
                throw new InvalidValue("contradiction", "The line is of '%s', its answer of '%s'", unit.code(), told);
            });
        }
        String name = orEmpty(grade, "schoolYear");
        readQuestions(field + ".", grade, name.isEmpty() ? ALL_GRADES : name);
    }

    private void readAllGrades(JsonNode answer) {
        boolean asked = answer.properties().stream()
                .anyMatch(property -> property.getKey().endsWith(QUESTION)
                        && !property.getKey().equals(GRADES));
        if (asked) {
            readQuestions("", answer, ALL_GRADES);
        } else {
            check.refuse("", "required", "The line holds no answers to any question.");
        }
    }

    private void readQuestions(String path, JsonNode grade, String gradeName) {
        List<Question> questions = grade.properties().stream()
                .filter(property -> property.getKey().endsWith(QUESTION))
                .filter(property -> !property.getValue().isNull())
                .flatMap(property -> followed(gradeName, property.getKey(), property.getValue()))
                .filter(question -> Boolean.TRUE.equals(check.read(path + question.name(), question::isAnswered)))
                .toList();
        if (!questions.isEmpty()) {
            Period period = check.read(path + "semester", () -> Period.ofSemester(orEmpty(grade, "semester")));
            questions.forEach(question -> check.read(
                    path + question.name() + ".average",
                    () -> observations.add(observation(
                            question.measure(), period, question.figure(), raw(question.average(), grade)))));
            readAnswers(path, grade, gradeName, period);
        }
    }

    private Stream<Question> followed(String gradeName, String name, JsonNode metrics) {
        return measure(gradeName, name).stream().map(measure -> new Question(name, metrics, measure));
    }

    private Optional<Measure> measure(String gradeName, String name) {
        return measures.find(String.join("/", survey.value(), gradeName, name));
    }

    private void readAnswers(String path, JsonNode grade, String gradeName, Period period) {
        String told = orEmpty(grade, ANSWERS);
        if (NUMBER.matcher(told).matches()) {
            Figure figure = Figure.of(new BigDecimal(told));
            measure(gradeName, ANSWERS)
                    .ifPresent(measure -> check.read(
                            path + ANSWERS, () -> observations.add(observation(measure, period, figure, told))));
        }
    }

    /** A question that the edition has a measure for. */
    private record Question(String name, JsonNode metrics, Measure measure) {
        /** In a questionnaire that did not ask it everything about it is null. */
        boolean isAnswered() {
            if (!metrics.isObject() || metrics.path("average").isContainerNode()) {
                throw new InvalidValue("type", "A question is an object with an average");
            }
            return average() != null;
        }

        String average() {
            return JsonText.of(metrics, "average");
        }

        Figure figure() {
            if (average().equals(WITHHELD)) {
                return Figure.none(ObservationStatus.WITHHELD);
            }
            Figure figure = PlannedEducationsValue.ofText(average());
            if (figure.value() != null
                    && (figure.value().signum() < 0 || figure.value().compareTo(HIGHEST) > 0)) {
                throw new InvalidValue("range", "'%s' is no average of answers from 0 to 10", average());
            }
            return figure;
        }
    }

    private Observation observation(Measure measure, Period period, Figure figure, String raw) {
        if (!measure.perSchoolYear()) {
            throw new InvalidValue("period", "The survey is of a school year, and %s is of none", measure.code());
        }
        return new Observation(
                unit.level(), unit.code(), measure.code(), period, Group.all(measure.onlySchoolForm()), figure, raw);
    }

    /** The average with its semester, which the period no longer tells, and how many it rests on. */
    private static String raw(String average, JsonNode grade) {
        return Observation.raw(Stream.concat(
                        Stream.of(average, JsonText.of(grade, "semester")),
                        Stream.of(ANSWERS, "noInGroup", "answeringFrequency").map(name -> note(grade, name)))
                .toArray(String[]::new));
    }

    private static String note(JsonNode grade, String name) {
        String text = JsonText.of(grade, name);
        return text == null || text.isEmpty() ? null : name + " " + PlainText.shown(text, LONGEST_NOTE);
    }

    private static String orEmpty(JsonNode object, String field) {
        String text = JsonText.of(object, field);
        return text == null ? "" : text;
    }
}
