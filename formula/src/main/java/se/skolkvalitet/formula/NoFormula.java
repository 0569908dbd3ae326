package se.skolkvalitet.formula;

import java.util.List;
import java.util.stream.Collectors;

/** A text is not a formula. Tells every place at which it stops being one. */
public class NoFormula extends IllegalArgumentException {
    private final transient List<FormulaFault> faults;

    NoFormula(List<FormulaFault> faults) {
        super(faults.stream()
                .sorted(FormulaFault.IN_ORDER)
                .map(FormulaFault::toString)
                .collect(Collectors.joining("; ")));
        this.faults = faults.stream().sorted(FormulaFault.IN_ORDER).toList();
    }

    public List<FormulaFault> faults() {
        return faults;
    }
}
