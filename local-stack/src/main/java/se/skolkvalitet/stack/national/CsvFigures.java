package se.skolkvalitet.stack.national;

import java.util.List;
import java.util.Random;

/** The figures of a measure for one unit, period by period, with what protects its pupils. */
final class CsvFigures {
    private static final long AFTER_THE_STREAMS_OF_STATISTICS = 1000;
    private static final double ALL_WITHHELD = 0.03;
    /** Of girls and boys alone; that of all would tell nobody. With those above, 4 % of all figures. */
    private static final double SEXES_WITHHELD = 0.015;

    private static final double ROUNDED = 0.02;
    private static final double PART = 0.86;
    private static final double PART_PER_LEVEL = 0.05;
    private static final double LEAST_PART = 0.3;
    private static final double MOST_PART = 0.995;
    private static final double SPREAD_OF_GIRLS = 0.04;
    private static final double LEAST_GIRLS = 0.3;
    private static final double LEAD_OF_ITS_OWN = 0.3;
    private static final double MOST_SHARE = 100;
    private static final double LEAST_AVERAGE = 1;

    private final School school;
    private final CsvMeasure measure;
    private final Random random;
    private final Standing standing;
    /** Their part of the pupils. */
    private final double girls;

    private final double lead;

    /** Those of whom its counts are some; null where they are of none. */
    private final CsvFigures whole;

    private CsvFigures(School school, CsvMeasure measure, Random random, CsvFigures whole) {
        this.whole = whole;
        this.school = school;
        this.measure = measure;
        this.random = random;
        this.standing = new Standing(school, random);
        this.girls = Figures.between(LEAST_GIRLS, 1 - LEAST_GIRLS, 0.5 + SPREAD_OF_GIRLS * random.nextGaussian());
        this.lead = measure.lead() + LEAD_OF_ITS_OWN * measure.perLevel() * random.nextGaussian();
    }

    static CsvFigures of(Unit unit, School school, CsvMeasure measure, long seed) {
        return new CsvFigures(
                school,
                measure,
                Chance.of(seed, unit.number(), AFTER_THE_STREAMS_OF_STATISTICS + measure.position()),
                measure.whole() == null ? null : of(unit, school, measure.whole(), seed));
    }

    /** Of all, of girls, of boys. Asked for once each period, the newest first. */
    List<CsvFigure> bySex(int back) {
        double level = standing.in(back);
        double protectedBy = random.nextDouble();
        List<CsvFigure> told =
                switch (measure.kind()) {
                    case COUNT -> counts(counted(level, back));
                    case SHARE -> shares(level);
                    case AVERAGE -> averages(level);
                };
        if (protectedBy < ALL_WITHHELD) {
            return List.of(CsvFigure.WITHHELD, CsvFigure.WITHHELD, CsvFigure.WITHHELD);
        }
        return protectedBy < ALL_WITHHELD + SEXES_WITHHELD
                ? List.of(told.get(0), CsvFigure.WITHHELD, CsvFigure.WITHHELD)
                : told;
    }

    private static List<CsvFigure> counts(Counted counted) {
        return List.of(
                CsvFigure.count(counted.girls() + counted.boys()),
                CsvFigure.count(counted.girls()),
                CsvFigure.count(counted.boys()));
    }

    private record Counted(long girls, long boys) {}

    private Counted counted(double level, int back) {
        if (whole != null) {
            Counted of = whole.next(back);
            double share = Figures.between(LEAST_PART, MOST_PART, PART + PART_PER_LEVEL * level);
            return new Counted(some(of.girls(), share), some(of.boys(), share));
        }
        double pupils = school.cohort(back) * measure.around() * (1 + measure.perLevel() * level);
        long all = Math.round(Math.max(0, pupils));
        long ofGirls = Math.round(all * girls);
        return new Counted(ofGirls, all - ofGirls);
    }

    /** The same that its own figures tell of the period, withheld or not. */
    private Counted next(int back) {
        double level = standing.in(back);
        random.nextDouble();
        return counted(level, back);
    }

    /** Each of them has it by chance. */
    private long some(long all, double share) {
        return random.doubles(all).filter(chance -> chance < share).count();
    }

    private List<CsvFigure> shares(double level) {
        double all = Figures.between(0, MOST_SHARE, measure.around() + measure.perLevel() * level);
        return List.of(share(all), share(ofGirls(all)), share(ofBoys(all)));
    }

    private CsvFigure share(double percent) {
        double told = Figures.between(0, MOST_SHARE, percent);
        return random.nextDouble() < ROUNDED ? CsvFigure.rounded(told) : CsvFigure.of(told);
    }

    private List<CsvFigure> averages(double level) {
        double all = Math.max(LEAST_AVERAGE, measure.around() + measure.perLevel() * level);
        return List.of(
                CsvFigure.of(all),
                CsvFigure.of(Math.max(LEAST_AVERAGE, ofGirls(all))),
                CsvFigure.of(Math.max(LEAST_AVERAGE, ofBoys(all))));
    }

    /** Weighed by how many they are, girls and boys make all. */
    private double ofGirls(double all) {
        return all + lead * (1 - girls);
    }

    private double ofBoys(double all) {
        return all - lead * girls;
    }
}
