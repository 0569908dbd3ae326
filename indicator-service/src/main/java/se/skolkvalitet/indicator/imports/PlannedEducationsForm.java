package se.skolkvalitet.indicator.imports;

/**
 * A school form of which Skolverket's Planned educations API has statistics.
 *
 * @param tellsTheNationByProgramme whether each answer about the nation is of one programme
 */
record PlannedEducationsForm(String code, boolean hasProgrammes, boolean tellsTheNationByProgramme) {
    /** {@code fsk} in the source, where it does not stand for preschool. */
    static final PlannedEducationsForm PRESCHOOL_CLASS = withoutProgrammes("forskoleklass");

    static final PlannedEducationsForm COMPULSORY = withoutProgrammes("grundskola");
    static final PlannedEducationsForm ADAPTED_COMPULSORY = withoutProgrammes("anpassad-grundskola");
    static final PlannedEducationsForm UPPER_SECONDARY = new PlannedEducationsForm("gymnasieskola", true, true);

    /** Nobody has told whether its answers have programmes; they are read where they do. */
    static final PlannedEducationsForm ADAPTED_UPPER_SECONDARY =
            new PlannedEducationsForm("anpassad-gymnasieskola", true, false);

    private static PlannedEducationsForm withoutProgrammes(String code) {
        return new PlannedEducationsForm(code, false, false);
    }
}
