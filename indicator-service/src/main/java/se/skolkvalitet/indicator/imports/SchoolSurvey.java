package se.skolkvalitet.indicator.imports;

import se.skolkvalitet.kit.text.Term;

/** The questionnaires of the Schools Inspectorate's survey, as the last part of the address of an answer names them. */
enum SchoolSurvey implements Term {
    PUPILSGR,
    PUPILSGY,
    CUSTODIANSFSK,
    CUSTODIANSGR,
    CUSTODIANSGRAN
}
