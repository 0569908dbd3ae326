package se.skolkvalitet.stack.national;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A school form that a unit has, in the source's code for it, with its grades there. The source tells grades of compulsory
 * schooling alone, and of the others an empty list.
 */
record Schooling(String code, List<String> grades) {
    private static final int LAST_OF_COMPULSORY = 9;
    private static final int LAST_OF_SPECIAL = 10;
    private static final int LAST_OF_SAMI = 6;

    /** Those that a unit has. */
    static List<Schooling> of(Unit unit, School school) {
        return switch (unit.kind()) {
            case PRESCHOOL -> List.of(withoutGrades("forskola"));
            case COMPULSORY -> compulsory(school);
            case ADAPTED -> List.of(grades("gran", 1, LAST_OF_COMPULSORY));
            case UPPER_SECONDARY ->
                unit.number() % 5 == 0
                        ? List.of(withoutGrades("gy"), withoutGrades("gyan"))
                        : List.of(withoutGrades("gy"));
            case ADULT -> List.of(withoutGrades("vuxgr"), withoutGrades("vuxgy"));
            case SPECIAL -> List.of(grades("spec", 1, LAST_OF_SPECIAL), preschoolClass());
            case SAMI -> List.of(grades("sam", 1, LAST_OF_SAMI), preschoolClass(), withoutGrades("fth"));
        };
    }

    /** The school form in the words of an edition, which has one for all adult education. */
    String schoolForm() {
        return switch (code) {
            case "fsk" -> "forskoleklass";
            case "fth" -> "fritidshem";
            case "gr" -> "grundskola";
            case "gran" -> "anpassad-grundskola";
            case "spec" -> "specialskola";
            case "sam" -> "sameskola";
            case "gy" -> "gymnasieskola";
            case "gyan" -> "anpassad-gymnasieskola";
            case "vuxgr", "vuxgy" -> "komvux";
            default -> code;
        };
    }

    private static List<Schooling> compulsory(School school) {
        School.Grades grades = school.grades();
        List<Schooling> forms = new ArrayList<>(List.of(grades("gr", grades.first(), grades.last())));
        if (grades.hasPreschoolClass()) {
            forms.add(preschoolClass());
            forms.add(withoutGrades("fth"));
        }
        if (school.hasAdapted()) {
            forms.add(grades("gran", grades.first(), grades.last()));
        }
        return forms;
    }

    private static Schooling withoutGrades(String code) {
        return new Schooling(code, List.of());
    }

    private static Schooling preschoolClass() {
        return grades("fsk", 0, 0);
    }

    private static Schooling grades(String code, int first, int last) {
        return new Schooling(
                code,
                IntStream.rangeClosed(first, last).mapToObj(String::valueOf).toList());
    }
}
