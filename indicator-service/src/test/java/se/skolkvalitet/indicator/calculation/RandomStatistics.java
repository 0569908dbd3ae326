package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.skolkvalitet.formula.PeriodKind;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.calculation.Register.Membership;
import se.skolkvalitet.indicator.calculation.Register.Unit;
import se.skolkvalitet.indicator.calculation.Statistics.Observation;
import se.skolkvalitet.indicator.calculation.Statistics.Series;
import se.skolkvalitet.indicator.imports.ObservationStatus;

/** Figures of all measures for the units of a register and some of its areas. */
record RandomStatistics(Dice dice, Register register, List<Observation> observations) {
    private static final List<String> SCHOOL_YEARS = List.of("2022/23", "2023/24", "2024/25");
    private static final List<String> CALENDAR_YEARS = List.of("2022", "2023", "2024");
    private static final String NO_PERIOD = "";
    private static final String ALL = "";

    static Statistics of(Dice dice, Register register) {
        RandomStatistics statistics = new RandomStatistics(dice, register, new ArrayList<>());
        RandomMeasure.ALL.forEach(statistics::add);
        return new Statistics(statistics.observations);
    }

    private void add(RandomMeasure measure) {
        double gaps = dice.oneOf(0.0, 0.05, 0.3);
        double roundings = dice.oneOf(0.0, 0.2, 1.0);
        for (String form : RandomMeasure.FORMS) {
            for (String sex : List.of("T", "F", "M")) {
                add(measure, new Series(measure.code(), form, sex, ALL, ALL), gaps, roundings);
                if (dice.chance(0.3)) {
                    add(measure, new Series(measure.code(), form, sex, dice.oneOf("6", "9"), ALL), gaps, roundings);
                }
                if (dice.chance(0.3)) {
                    add(measure, new Series(measure.code(), form, sex, ALL, dice.oneOf("NA", "TE")), gaps, roundings);
                }
            }
        }
    }

    /** @param gaps how often a figure is not told */
    private void add(RandomMeasure measure, Series series, double gaps, double roundings) {
        for (String period : periods(measure)) {
            units().filter(unit -> !dice.chance(gaps / 2))
                    .map(unit -> observation(measure, series, Place.ofUnit(unit, period), gaps, roundings))
                    .forEach(observations::add);
            areas(period)
                    .filter(area -> dice.chance(0.05))
                    .map(area -> observation(measure, series, area, 0.4, roundings))
                    .forEach(observations::add);
        }
    }

    private List<String> periods(RandomMeasure measure) {
        List<String> all = measure.periodKind() == PeriodKind.SCHOOL_YEAR ? SCHOOL_YEARS : CALENDAR_YEARS;
        Stream<String> some = all.stream().filter(period -> dice.chance(0.8));
        return Stream.concat(some, dice.chance(0.1) ? Stream.of(NO_PERIOD) : Stream.empty())
                .toList();
    }

    /** One of them is not in the register. */
    private Stream<String> units() {
        Stream<String> unknown = dice.chance(0.05) ? Stream.of("10009999") : Stream.empty();
        return Stream.concat(register.units().stream().map(Unit::code), unknown);
    }

    /** One of each level below the nation is not in the register. */
    private Stream<Place> areas(String period) {
        Stream<String> organisers = register.units().stream()
                .flatMap(unit -> unit.memberships().stream())
                .map(Membership::organiser);
        Stream<String> municipalities = register.units().stream().map(Unit::municipality);
        Stream<String> counties = register.units().stream().map(Unit::county);
        return Stream.of(
                        areas(Level.ORGANISER, organisers, "5569999999", period),
                        areas(Level.MUNICIPALITY, municipalities, "2580", period),
                        areas(Level.COUNTY, counties, "25", period),
                        Stream.of(new Place(Level.NATION, Level.NATION_CODE, period)))
                .flatMap(areas -> areas);
    }

    private static Stream<Place> areas(Level level, Stream<String> known, String unknown, String period) {
        return Stream.concat(known.distinct(), Stream.of(unknown)).map(code -> new Place(level, code, period));
    }

    private Observation observation(RandomMeasure measure, Series series, Place place, double gaps, double roundings) {
        if (dice.chance(gaps)) {
            ObservationStatus status = dice.oneOf(
                    ObservationStatus.WITHHELD,
                    ObservationStatus.MISSING,
                    ObservationStatus.NOT_APPLICABLE,
                    ObservationStatus.WITHDRAWN);
            return new Observation(series, place, null, null, null, status);
        }
        BigDecimal value = new BigDecimal(dice.oneOf(measure.figures()));
        return dice.chance(roundings)
                ? rounded(measure, series, place, value)
                : new Observation(series, place, value, null, null, ObservationStatus.NORMAL);
    }

    private Observation rounded(RandomMeasure measure, Series series, Place place, BigDecimal value) {
        if (dice.chance(0.2)) {
            return new Observation(series, place, value, null, null, ObservationStatus.ROUNDED);
        }
        BigDecimal vague = new BigDecimal(measure.vague());
        BigDecimal low = value.subtract(vague);
        BigDecimal high = value.add(vague);
        return new Observation(
                series,
                place,
                value,
                measure.least() == null ? low : low.max(measure.least()),
                measure.most() == null ? high : high.min(measure.most()),
                ObservationStatus.ROUNDED);
    }
}
