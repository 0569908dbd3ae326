package se.skolkvalitet.indicator.protection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;

/**
 * Units of municipalities and of others, in two counties, with how many girls and boys they have, how many of them have passed, few
 * now and then, and their merit ratings.
 */
record MadeUpCountry(List<Unit> units) {
    static final String PERIOD = "2024/25";
    static final String HEADER = "measure,level,area,period,school_form,sex,value\n";

    private static final int MUNICIPALITIES = 5;
    private static final int UNITS = 22;
    private static final double INDEPENDENT = 0.35;
    private static final double CORRECTED = 0.2;
    private static final List<String> SEXES = List.of("F", "M");

    /** Of each, what there is of girls and of boys. */
    record Unit(
            String code,
            String organiser,
            String municipality,
            String county,
            List<Long> passed,
            List<Long> pupils,
            List<BigDecimal> merit) {
        /** The codes of all areas that it is in, and its own. */
        List<String> areas() {
            return List.of(code, organiser, municipality, county, "00");
        }
    }

    static MadeUpCountry of(long seed) {
        Random random = new Random(seed);
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < UNITS; i++) {
            int municipality = random.nextInt(MUNICIPALITIES);
            String county = municipality < MUNICIPALITIES / 2 ? "01" : "03";
            String organiser =
                    random.nextDouble() < INDEPENDENT ? "556000000" + random.nextInt(4) : "212000000" + municipality;
            List<Long> pupils = new ArrayList<>();
            List<Long> passed = new ArrayList<>();
            List<BigDecimal> merit = new ArrayList<>();
            for (int sex = 0; sex < SEXES.size(); sex++) {
                long all = 6 + random.nextInt(40);
                pupils.add(all);
                passed.add(Math.round(all * (0.6 + 0.4 * random.nextDouble())));
                merit.add(BigDecimal.valueOf(1500 + random.nextInt(1200), 1));
            }
            units.add(new Unit(
                    "1000%04d".formatted(i), organiser, county + "8" + municipality, county, passed, pupils, merit));
        }
        return new MadeUpCountry(units);
    }

    /** The same, where of some units one girl or boy more has passed, or one less. */
    MadeUpCountry corrected(long seed) {
        Random random = new Random(seed);
        return new MadeUpCountry(units.stream()
                .map(unit -> random.nextDouble() < CORRECTED ? corrected(unit, random.nextInt(2)) : unit)
                .toList());
    }

    /** The same, where of some units all have passed: girls and boys, too. */
    MadeUpCountry withAllPassed(long seed) {
        Random random = new Random(seed);
        return new MadeUpCountry(units.stream()
                .map(unit -> random.nextDouble() < CORRECTED ? withAllPassed(unit) : unit)
                .toList());
    }

    /** The same, where all units are one organiser's. */
    MadeUpCountry ofOneOrganiser() {
        return new MadeUpCountry(units.stream()
                .map(unit -> new Unit(
                        unit.code(),
                        "2120000009",
                        unit.municipality(),
                        unit.county(),
                        unit.passed(),
                        unit.pupils(),
                        unit.merit()))
                .toList());
    }

    private static Unit withAllPassed(Unit unit) {
        return new Unit(
                unit.code(),
                unit.organiser(),
                unit.municipality(),
                unit.county(),
                unit.pupils(),
                unit.pupils(),
                unit.merit());
    }

    /** How many a unit has of a measure, of girls (0) or of boys (1). */
    @FunctionalInterface
    interface Counts {
        long of(Unit unit, String measure, int sex);
    }

    /** The same with other counts. */
    MadeUpCountry with(Counts counts) {
        return new MadeUpCountry(units.stream()
                .map(unit -> new Unit(
                        unit.code(),
                        unit.organiser(),
                        unit.municipality(),
                        unit.county(),
                        List.of(counts.of(unit, Attack.PASSED, 0), counts.of(unit, Attack.PASSED, 1)),
                        List.of(counts.of(unit, Attack.PUPILS, 0), counts.of(unit, Attack.PUPILS, 1)),
                        unit.merit()))
                .toList());
    }

    private static Unit corrected(Unit unit, int sex) {
        List<Long> passed = new ArrayList<>(unit.passed());
        passed.set(sex, passed.get(sex) + (passed.get(sex) < unit.pupils().get(sex) ? 1 : -1));
        return new Unit(
                unit.code(), unit.organiser(), unit.municipality(), unit.county(), passed, unit.pupils(), unit.merit());
    }

    /** In place of the units that the register knew. */
    void register(Jdbi jdbi) {
        jdbi.useHandle(handle -> {
            handle.execute("truncate membership, school_unit, organiser, county cascade");
            units.stream()
                    .map(Unit::county)
                    .distinct()
                    .forEach(county ->
                            handle.execute("insert into county values (?, ?, '2026-11-01')", county, "Län " + county));
            units.stream()
                    .map(Unit::organiser)
                    .distinct()
                    .forEach(organiser -> handle.execute(
                            "insert into organiser values (?, ?, ?, '0180', '01')",
                            organiser,
                            "Huvudman " + organiser,
                            organiser.startsWith("2") ? "municipal" : "independent"));
            units.forEach(unit -> handle.execute(
                    "insert into school_unit values (?, ?, ?, ?, ?, ?, ?, '{grundskola}', 'active')",
                    unit.code(),
                    "Skola " + unit.code(),
                    unit.organiser(),
                    unit.municipality(),
                    "Kommun " + unit.municipality(),
                    unit.county(),
                    "Län " + unit.county()));
            handle.execute("insert into membership select code, organiser, daterange(null, null) from school_unit");
        });
    }

    /** The statistics of all units, as a file of ours. */
    String statistics() {
        StringBuilder csv = new StringBuilder(passed(PERIOD));
        for (Unit unit : units) {
            List<BigDecimal> merit = new ArrayList<>(unit.merit());
            merit.add(mean(unit));
            add(csv, "gr.merit", unit, PERIOD, merit);
        }
        return csv.toString();
    }

    /** How many there are and how many of them have passed, in a period. */
    String passed(String period) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (Unit unit : units) {
            add(csv, "gr.passed", unit, period, counts(unit.passed()));
            add(csv, "gr.pupils", unit, period, counts(unit.pupils()));
        }
        return csv.toString();
    }

    private static List<Long> counts(List<Long> bySex) {
        return List.of(bySex.get(0), bySex.get(1), bySex.get(0) + bySex.get(1));
    }

    /** As a source tells it. */
    private static BigDecimal mean(Unit unit) {
        BigDecimal sum = unit.merit()
                .get(0)
                .multiply(BigDecimal.valueOf(unit.pupils().get(0)))
                .add(unit.merit()
                        .get(1)
                        .multiply(BigDecimal.valueOf(unit.pupils().get(1))));
        long pupils = unit.pupils().get(0) + unit.pupils().get(1);
        return sum.divide(BigDecimal.valueOf(pupils), 1, RoundingMode.HALF_UP);
    }

    private static void add(
            StringBuilder csv, String measure, Unit unit, String period, List<? extends Number> girlsBoysAll) {
        List<String> sexes = List.of("F", "M", "T");
        for (int sex = 0; sex < sexes.size(); sex++) {
            csv.append("%s,school-unit,%s,%s,grundskola,%s,%s%n"
                    .formatted(measure, unit.code(), period, sexes.get(sex), girlsBoysAll.get(sex)));
        }
    }
}
