package se.skolkvalitet.indicator.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.calculation.Register.County;
import se.skolkvalitet.indicator.calculation.Register.Unit;
import se.skolkvalitet.indicator.calculation.Statistics.Observation;
import se.skolkvalitet.indicator.calculation.World.Indicator;
import se.skolkvalitet.indicator.calculation.World.Measure;
import se.skolkvalitet.indicator.imports.ObservationStatus;
import se.skolkvalitet.indicator.protection.DisclosureRules;

/** A little of what happens to a world between two calculations; the same for the same seed. */
record RandomChange(Dice dice) {
    /** Both, and what became of the one until the other. */
    record Worlds(World before, World after) {
        /** What is in one of them only. */
        @Override
        public String toString() {
            return "before %s, after %s".formatted(only(before, after), only(after, before));
        }

        private static List<?> only(World one, World other) {
            List<?> others = all(other).toList();
            return all(one).filter(thing -> !others.contains(thing)).toList();
        }

        private static Stream<?> all(World world) {
            return Stream.of(
                            world.register().units(),
                            world.register().counties(),
                            world.statistics().observations(),
                            world.measures(),
                            world.indicators(),
                            List.of(world.leastCoverage()),
                            List.of(world.disclosure()),
                            world.formChanges())
                    .flatMap(List::stream);
        }
    }

    static Worlds of(long seed) {
        return new RandomChange(new Dice(seed)).worlds(RandomWorld.of(seed));
    }

    private Worlds worlds(World world) {
        World before = dice.chance(0.3) ? withFewerFigures(world) : world;
        World after = world;
        for (int changes = before == world ? dice.between(1, 2) : dice.between(0, 1); changes > 0; changes--) {
            after = changed(after);
        }
        return new Worlds(before, after);
    }

    private World changed(World world) {
        return switch (dice.between(1, 15)) {
            case 1, 2, 3 -> with(world, changedFigures(world.statistics()));
            case 4, 5 -> with(world, changedUnits(world.register(), this::elsewhere));
            case 6 -> with(world, changedUnits(world.register(), this::teachingOtherwise));
            case 7 -> with(world, withoutOne(world.register()));
            case 8 -> with(world, changedCounties(world.register()));
            case 9, 10 -> withIndicators(world, changedIndicators(world.indicators()));
            case 11 -> withMeasures(world, changedMeasures(world.measures()));
            case 12 -> with(world, withOtherKinds(world.register()));
            case 14 -> withDisclosure(world, dice.oneOf(RandomWorld.DISCLOSURE));
            case 13 -> withFormChanges(world, RandomWorld.formChanges(dice));
            default -> withLeastCoverage(world, new LeastCoverage(new BigDecimal("0.6"), new BigDecimal("0.6")));
        };
    }

    /** Of one measure and period, or of one measure, none. */
    private World withFewerFigures(World world) {
        Observation one = dice.oneOf(world.statistics().observations());
        boolean allPeriods = dice.chance(0.3);
        return with(
                world,
                new Statistics(world.statistics().observations().stream()
                        .filter(other ->
                                !other.series().measure().equals(one.series().measure())
                                        || !allPeriods
                                                && !other.place()
                                                        .period()
                                                        .equals(one.place().period()))
                        .toList()));
    }

    private Statistics changedFigures(Statistics statistics) {
        List<Observation> observations = new ArrayList<>(statistics.observations());
        for (int changes = dice.between(1, 5); changes > 0; changes--) {
            int which = dice.between(0, observations.size() - 1);
            observations.set(which, changed(observations.get(which)));
        }
        return new Statistics(observations);
    }

    private Observation changed(Observation of) {
        return dice.chance(0.3)
                ? new Observation(of.series(), of.place(), null, null, null, ObservationStatus.WITHDRAWN)
                : new Observation(
                        of.series(),
                        of.place(),
                        new BigDecimal(dice.oneOf("1", "50", "7.5")),
                        null,
                        null,
                        ObservationStatus.NORMAL);
    }

    private Register changedUnits(Register register, UnaryOperator<Unit> change) {
        Unit one = dice.oneOf(register.units());
        return new Register(
                register.units().stream()
                        .map(unit -> unit == one ? change.apply(unit) : unit)
                        .toList(),
                register.counties(),
                register.kinds());
    }

    private Unit elsewhere(Unit unit) {
        Unit other = RandomRegister.of(dice).units().get(0);
        return dice.chance(0.3)
                ? new Unit(
                        unit.code(),
                        other.municipality(),
                        other.county(),
                        unit.schoolForms(),
                        unit.grades(),
                        unit.memberships())
                : new Unit(
                        unit.code(),
                        unit.municipality(),
                        unit.county(),
                        unit.schoolForms(),
                        unit.grades(),
                        other.memberships());
    }

    private Unit teachingOtherwise(Unit unit) {
        Unit other = RandomRegister.of(dice).units().get(0);
        return new Unit(
                unit.code(),
                unit.municipality(),
                unit.county(),
                other.schoolForms(),
                other.grades(),
                unit.memberships());
    }

    private Register withoutOne(Register register) {
        Unit one = dice.oneOf(register.units());
        return new Register(
                register.units().stream().filter(unit -> unit != one).toList(), register.counties(), register.kinds());
    }

    private Register changedCounties(Register register) {
        List<County> counties = register.counties().stream()
                .map(county -> dice.chance(0.5) ? new County(county.code(), !county.whole()) : county)
                .toList();
        return new Register(register.units(), counties, register.kinds());
    }

    /** As if some had been taken for the other kind. */
    private Register withOtherKinds(Register register) {
        Map<String, String> kinds = new TreeMap<>(register.kinds());
        kinds.replaceAll((organiser, kind) -> dice.oneOf(RandomRegister.KINDS));
        return new Register(register.units(), register.counties(), kinds);
    }

    private List<Indicator> changedIndicators(List<Indicator> indicators) {
        Indicator one = dice.oneOf(indicators);
        Indicator other = dice.oneOf(RandomWorld.of(dice.between(1, 1000)).indicators());
        Stream<Indicator> changed =
                switch (dice.between(1, 3)) {
                    case 1 -> Stream.empty();
                    case 2 ->
                        Stream.of(new Indicator(
                                one.code(), one.schoolForms(), one.decimals() + 1, one.inPercent(), one.formula()));
                    default ->
                        Stream.of(new Indicator(
                                one.code(), other.schoolForms(), other.decimals(), other.inPercent(), other.formula()));
                };
        return Stream.concat(indicators.stream().filter(indicator -> indicator != one), changed)
                .toList();
    }

    private List<Measure> changedMeasures(List<Measure> measures) {
        Measure one = dice.oneOf(measures);
        return measures.stream()
                .map(measure -> measure == one
                        ? new Measure(one.code(), dice.oneOf(Set.of(), Set.of(6)), dice.chance(0.5))
                        : measure)
                .toList();
    }

    private static World with(World world, Statistics statistics) {
        return new World(
                world.register(),
                statistics,
                world.measures(),
                world.indicators(),
                world.leastCoverage(),
                world.disclosure(),
                world.formChanges());
    }

    private static World with(World world, Register register) {
        return new World(
                register,
                world.statistics(),
                world.measures(),
                world.indicators(),
                world.leastCoverage(),
                world.disclosure(),
                world.formChanges());
    }

    private static World withIndicators(World world, List<Indicator> indicators) {
        return new World(
                world.register(),
                world.statistics(),
                world.measures(),
                indicators,
                world.leastCoverage(),
                world.disclosure(),
                world.formChanges());
    }

    private static World withMeasures(World world, List<Measure> measures) {
        return new World(
                world.register(),
                world.statistics(),
                measures,
                world.indicators(),
                world.leastCoverage(),
                world.disclosure(),
                world.formChanges());
    }

    private static World withLeastCoverage(World world, LeastCoverage leastCoverage) {
        return new World(
                world.register(),
                world.statistics(),
                world.measures(),
                world.indicators(),
                leastCoverage,
                world.disclosure(),
                world.formChanges());
    }

    private static World withDisclosure(World world, DisclosureRules disclosure) {
        return new World(
                world.register(),
                world.statistics(),
                world.measures(),
                world.indicators(),
                world.leastCoverage(),
                disclosure,
                world.formChanges());
    }

    private static World withFormChanges(World world, List<SchoolFormChange> changes) {
        return new World(
                world.register(),
                world.statistics(),
                world.measures(),
                world.indicators(),
                world.leastCoverage(),
                world.disclosure(),
                changes);
    }
}
