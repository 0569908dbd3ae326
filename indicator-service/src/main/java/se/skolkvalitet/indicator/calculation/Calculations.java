package se.skolkvalitet.indicator.calculation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

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

    /** How many values a calculation has. */
    public long valueCount(Calculation calculation) {
        return store.valueCount(calculation.number());
    }
}
