package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.skolkvalitet.formula.FormulaCheck;
import se.skolkvalitet.formula.IndicatorFacts;
import se.skolkvalitet.formula.PeriodKind;
import se.skolkvalitet.formula.Unit;
import se.skolkvalitet.indicator.calculation.World.Indicator;
import se.skolkvalitet.indicator.protection.DisclosureRules;

/** A small world in which all that the rules tell apart happens, now and then; the same for the same seed. */
record RandomWorld(Dice dice) {
    private static final LeastCoverage HIGH = new LeastCoverage(new BigDecimal("0.9"), new BigDecimal("0.7"));

    static final DisclosureRules[] DISCLOSURE = {
        DisclosureRules.USUAL,
        DisclosureRules.USUAL,
        new DisclosureRules(10, 5, true, 1),
        new DisclosureRules(20, 3, false, 1),
        new DisclosureRules(6, 6, true, 1)
    };

    static World of(long seed) {
        return new RandomWorld(new Dice(seed)).world();
    }

    private World world() {
        Register register = RandomRegister.of(dice);
        return new World(
                register,
                RandomStatistics.of(dice, register),
                RandomMeasure.ALL.stream().map(RandomMeasure::measure).toList(),
                IntStream.rangeClosed(1, dice.between(10, 14))
                        .mapToObj("indicator-%d"::formatted)
                        .map(this::indicator)
                        .toList(),
                dice.chance(0.8) ? LeastCoverage.USUAL : HIGH,
                dice.oneOf(DISCLOSURE),
                formChanges(dice));
    }

    /** Rarely between the periods that are taken together, or they would hardly ever be. */
    static List<SchoolFormChange> formChanges(Dice dice) {
        return dice.chance(0.2)
                ? List.of(new SchoolFormChange(
                        dice.oneOf(RandomMeasure.FORMS),
                        LocalDate.parse(
                                dice.oneOf("2022-10-15", "2022-10-16", "2024-07-01", "2024-10-15", "2024-10-16"))))
                : List.of();
    }

    /** The first that the language allows. */
    private Indicator indicator(String code) {
        return Stream.generate(() -> tried(code))
                .filter(tried -> tried.faults().isEmpty())
                .findFirst()
                .orElseThrow()
                .indicator();
    }

    private record Tried(Indicator indicator, IndicatorFacts facts) {
        private List<?> faults() {
            return FormulaCheck.faults(indicator.formula(), facts, RandomMeasure::facts);
        }
    }

    private Tried tried(String code) {
        PeriodKind periodKind = dice.chance(0.75) ? PeriodKind.SCHOOL_YEAR : PeriodKind.CALENDAR_YEAR;
        Unit unit = dice.oneOf(Unit.values());
        Set<String> forms = Set.copyOf(RandomMeasure.FORMS.subList(0, dice.between(1, 2)));
        String formula = new RandomFormula(dice, periodKind).of(unit).toString();
        return new Tried(
                new Indicator(code, forms, dice.oneOf(0, 1, 1, 2, 3), unit == Unit.PERCENT, formula),
                new IndicatorFacts(unit, periodKind, forms));
    }
}
