package se.skolkvalitet.indicator.calculation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Nearest.Named;

/** The calculations that exist, for other features. */
@ApplicationScoped
public class Calculations {
    @Inject
    CalculationRepository calculations;

    @Inject
    CalculationStore store;

    public Optional<Calculation> find(long number) {
        return calculations.record(number);
    }

    /** @throws ProblemException 400 with the nearest ones where none has the number */
    public void require(String field, long number) {
        new KnownCodes(
                        "calculation",
                        calculations.numbers().stream().map(Named::of).toList())
                .requireNumber(field, number);
    }

    /** How many values a calculation has. */
    public long valueCount(Calculation calculation) {
        return store.valueCount(calculation.number());
    }
}
