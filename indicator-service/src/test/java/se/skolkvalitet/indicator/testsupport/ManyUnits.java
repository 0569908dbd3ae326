package se.skolkvalitet.indicator.testsupport;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Beside the {@link ThreeUnits}, 49 units of 25 organisers with a background: 16 municipalities and 8 companies of two
 * units each, and a region of one. All figures are made up; merit ratings follow from the background but for a rest that
 * looks random. Of two units something is missing.
 */
public final class ManyUnits {
    /** The units of which the source tells how far they are from what it expects: by {@link #DEVIATION}. */
    public static final List<String> WITH_DEVIATION = List.of("20000001", "20000031");

    public static final BigDecimal DEVIATION = new BigDecimal("-7");

    public static final String PERIOD = "2024/25";
    public static final String FIRST_MUNICIPALITY = "2120000010";
    public static final String REGION = "2321000001";

    /** The merit rating of the second unit is withheld by its source; its organiser has one of the other. */
    public static final String WITHHELD = "20000002";

    /** Of both units of this organiser the share of newly arrived pupils is missing. */
    public static final String WITHOUT_BACKGROUND = "2120000025";

    /** A value of which it is known what is expected, in whichever release is the latest. */
    public static final String EXPECTED = "latest:GR-MERIT-9:school-unit:20000001:2024-25:T:grundskola";

    private static final int MUNICIPALITIES = 16;
    private static final int COMPANIES = 8;

    /** In percent: no unit has fewer newly arrived pupils, of whom nothing could be told. */
    private static final int FIVE_PUPILS_OF_A_HUNDRED = 5;

    private ManyUnits() {}

    /** A unit with its figures. */
    public record Unit(
            String code,
            String organiser,
            BigDecimal merit,
            BigDecimal education,
            BigDecimal boys,
            BigDecimal newlyArrived,
            int pupils) {
        /** Whether it has a merit rating and all of the background. */
        public boolean isInTheModel() {
            return !code.equals(WITHHELD) && !organiser.equals(WITHOUT_BACKGROUND);
        }
    }

    /** The kinds of all organisers by their numbers. */
    public static Map<String, String> kinds() {
        return organisers().collect(Collectors.toMap(Organiser::number, Organiser::kind));
    }

    private record Organiser(String number, String kind, int units) {}

    private static Stream<Organiser> organisers() {
        List<Organiser> organisers = new ArrayList<>();
        for (int i = 0; i < MUNICIPALITIES; i++) {
            organisers.add(new Organiser("21200000" + (10 + i), "municipal", 2));
        }
        for (int i = 0; i < COMPANIES; i++) {
            organisers.add(new Organiser("55600000" + (10 + i), "independent", 2));
        }
        organisers.add(new Organiser(REGION, "region", 1));
        return organisers.stream();
    }

    public static List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        organisers().forEach(organiser -> {
            for (int i = 0; i < organiser.units(); i++) {
                units.add(unit(units.size() + 1, organiser.number()));
            }
        });
        return units;
    }

    private static Unit unit(int number, String organiser) {
        int education = 150 + number * 37 % 120;
        int boys = 40 + number * 53 % 21;
        int newlyArrived = FIVE_PUPILS_OF_A_HUNDRED + number * 29 % 17;
        int merit = 1500 + 4 * education - 7 * boys - 11 * newlyArrived + number * 31 % 41;
        return new Unit(
                String.valueOf(20_000_000 + number),
                organiser,
                BigDecimal.valueOf(merit, 1),
                BigDecimal.valueOf(education, 2),
                BigDecimal.valueOf(boys),
                BigDecimal.valueOf(newlyArrived),
                100 + 10 * (number * 7 % 9));
    }

    /** In place of all that the database held: the edition that is shipped, its background filled by a CSV file. */
    public static void register(Jdbi jdbi) throws IOException {
        ThreeUnits.register(jdbi, ThreeUnits.shippedEdition().replace("\"skolverket-salsa\"", "\"csv\""));
        jdbi.useHandle(handle -> {
            organisers()
                    .forEach(one -> handle.execute(
                            "insert into organiser values (?, ?, ?, '0180', '01')",
                            one.number(),
                            "Huvudman " + one.number(),
                            one.kind()));
            units().forEach(one -> handle.execute(
                    "insert into school_unit values (?, ?, ?, '0180', 'Stockholm', '01', 'Stockholms län', '{grundskola}', 'active')",
                    one.code(),
                    "Skola " + one.code(),
                    one.organiser()));
            handle.execute("insert into membership select code, organiser, daterange(null, null) from school_unit"
                    + " where code like '2%'");
        });
    }

    /** The job that made all figures a release, when it has ended. */
    public static JsonPath publish() {
        return publish(background(), statistics());
    }

    /**
     * The same with figures of the three units, the third of which has few pupils: so there is something to withhold of its share
     * of boys.
     *
     * @param three lines of their statistics
     */
    public static JsonPath publishWith(String three) {
        return publish(
                background() + "salsaBoysQuota,school-unit,10000003,%s,grundskola,T,50%n".formatted(PERIOD),
                statistics() + three.replace("cirka 140", "cirka 8"));
    }

    private static JsonPath publish(String background, String statistics) {
        ThreeUnits.uploaded("/v1/imports?source=csv&mode=atomic", "text/csv", background);
        return ThreeUnits.publish(statistics);
    }

    private static String statistics() {
        return units().stream()
                .map(one -> ThreeUnits.line(
                        one.code(),
                        one.code().equals(WITHHELD)
                                ? ".."
                                : one.merit().toString().replace('.', ','),
                        one.code().equals(WITHHELD) ? "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS" : "EXISTS",
                        String.valueOf(one.pupils())))
                .collect(Collectors.joining());
    }

    private static String background() {
        return units().stream()
                .flatMap(one -> Stream.of(
                        figure("salsaParentsEducation", one, one.education()),
                        figure("salsaBoysQuota", one, one.boys()),
                        one.organiser().equals(WITHOUT_BACKGROUND)
                                ? ""
                                : figure("salsaNewlyImmigratedQuota", one, one.newlyArrived()),
                        WITH_DEVIATION.contains(one.code())
                                ? figure("salsaAverageGradesIn9thGradeDeviation", one, DEVIATION)
                                : ""))
                .collect(Collectors.joining("", "measure,level,area,period,school_form,sex,value\n", ""));
    }

    private static String figure(String measure, Unit unit, BigDecimal value) {
        return "%s,school-unit,%s,%s,grundskola,T,%s%n".formatted(measure, unit.code(), PERIOD, value.toPlainString());
    }
}
