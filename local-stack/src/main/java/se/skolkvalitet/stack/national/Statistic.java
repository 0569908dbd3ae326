package se.skolkvalitet.stack.national;

/**
 * The statistics of a compulsory school that edition 1 has measures for, in the edition's order. The format carries no
 * figures by sex, and none of other school forms: {@link NationalCsv} has them.
 */
enum Statistic {
    PUPILS("totalNumberOfPupils", Shape.TOTAL),
    SPECIAL_TEACHERS("specialTeacherPositions", Shape.POSITIONS),
    PUPILS_PER_TEACHER("studentsPerTeacherQuota", Shape.PUPILS_PER_TEACHER),
    CERTIFIED("certifiedTeachersQuota", Shape.CERTIFIED),
    SPECIAL_EDUCATORS("specialEducatorsQuota", Shape.SPECIAL_EDUCATORS),
    PASSED_6("ratioOfPupilsIn6thGradeWithAllSubjectsPassed", Shape.SHARE, 6, 1, 78, 9),
    SWEDISH_6("averageResultNationalTestsSubjectSVE6thGrade", Shape.AVERAGE, 6, 0.85, 12.5, 1.2),
    ENGLISH_6("averageResultNationalTestsSubjectENG6thGrade", Shape.AVERAGE, 6, 1, 14, 1.2),
    MATHEMATICS_6("averageResultNationalTestsSubjectMA6thGrade", Shape.AVERAGE, 6, 1, 11.5, 1.4),
    SWEDISH_AS_SECOND_6("averageResultNationalTestsSubjectSVA6thGrade", Shape.AVERAGE, 6, 0.15, 9.5, 1.1),
    SWEDISH_9("averageResultNationalTestsSubjectSVE9thGrade", Shape.AVERAGE, 9, 0.85, 13, 1.2),
    ENGLISH_9("averageResultNationalTestsSubjectENG9thGrade", Shape.AVERAGE, 9, 1, 14.5, 1.2),
    MATHEMATICS_9("averageResultNationalTestsSubjectMA9thGrade", Shape.AVERAGE, 9, 1, 11, 1.4),
    SWEDISH_AS_SECOND_9("averageResultNationalTestsSubjectSVA9thGrade", Shape.AVERAGE, 9, 0.15, 9.5, 1.1),
    PASSED_9("ratioOfPupilsIn9thGradeWithAllSubjectsPassed", Shape.SHARE, 9, 1, 76, 9),
    MERIT_RATING_9("averageGradesMeritRating9thGrade", Shape.AVERAGE, 9, 1, 225, 18),
    ELIGIBLE_VOCATIONAL_9("ratioOfPupils9thGradeEligibleForNationalProgramYR", Shape.SHARE, 9, 1, 86, 8),
    ELIGIBLE_ARTS_9("ratioOfPupils9thGradeEligibleForNationalProgramES", Shape.SHARE, 9, 1, 85, 8),
    ELIGIBLE_SOCIAL_9("ratioOfPupils9thGradeEligibleForNationalProgramSAEKHU", Shape.SHARE, 9, 1, 84, 8),
    ELIGIBLE_SCIENCE_9("ratioOfPupils9thGradeEligibleForNationalProgramNATE", Shape.SHARE, 9, 1, 82, 8);

    private final String key;
    private final Shape shape;
    private final int grade;
    private final double taking;
    private final double around;
    private final double perLevel;

    /** How a figure comes about. */
    enum Shape {
        TOTAL,
        POSITIONS,
        PUPILS_PER_TEACHER,
        CERTIFIED,
        SPECIAL_EDUCATORS,
        SHARE,
        AVERAGE
    }

    Statistic(String key, Shape shape) {
        this(key, shape, 0, 1, 0, 0);
    }

    Statistic(String key, Shape shape, int grade, double taking, double around, double perLevel) {
        this.key = key;
        this.shape = shape;
        this.grade = grade;
        this.taking = taking;
        this.around = around;
        this.perLevel = perLevel;
    }

    /** The name of its list in the source. */
    String key() {
        return key;
    }

    Shape shape() {
        return shape;
    }

    /** The school year that the pupils are in; 0 where it is about the whole school. */
    int grade() {
        return grade;
    }

    /** The part of the pupils in the grade that it is about. */
    double taking() {
        return taking;
    }

    /** What it is at a school of the middling kind. */
    double around() {
        return around;
    }

    /** What a school one standard deviation better has more. */
    double perLevel() {
        return perLevel;
    }

    /** The newest school year; results come a year after what is counted in autumn. */
    int latestYear() {
        return grade == 0 ? 2025 : 2024;
    }
}
