package se.skolkvalitet.indicator.calculation;

import se.skolkvalitet.kit.text.Codes;
import se.skolkvalitet.kit.text.Term;

/** Why an area has no value, where its status alone does not say it. {@code docs/calculation.md} tells each rule. */
public enum ValueReason implements Term {
    /** A unit to which it applies has no figure, and a total with a part missing is no total. */
    PARTS,
    /** The register is not known to hold all units of the area. */
    REGISTER,
    /** Units with too small a part of the weight have a figure. */
    COVERAGE,
    /** Units have figures, but none that has one has a weight. */
    NO_WEIGHT,
    /** One unit alone does not differ. */
    ONE_UNIT,
    /** There are too few behind it, in the part or in the rest of it. */
    FEW,
    /** It would tell what is withheld of others. */
    OTHERS,
    /** The part is told to be more than the whole. */
    CONTRADICTION;

    /** @param code null for none */
    public static ValueReason read(String code) {
        return code == null ? null : Codes.parse(ValueReason.class, code);
    }
}
