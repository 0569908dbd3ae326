package se.skolkvalitet.stack.national;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import se.skolkvalitet.stack.national.Country.Municipality;
import se.skolkvalitet.stack.national.Unit.Organiser;

/**
 * Who runs which school unit where: {@value #ORGANISERS} organisers and {@value #UNITS} units, one after the other. The
 * counts are fixed, by kind of organiser and of unit; the seed decides which is where.
 *
 * <ul>
 *   <li>290 municipalities have preschools, compulsory schools and adult education, each as its population asks.
 *   <li>20 regions have an upper secondary school, five of them adult education beside it. (Gotland's is a municipality.)
 *   <li>Three state organisers have the special schools, the Sami schools, and the schools of closed youth homes.
 *   <li>The others are independent: {@link #CHAINS} large, some hundreds with a few units, most with one.
 * </ul>
 */
final class Register {
    static final int ORGANISERS = 3500;
    static final int UNITS = 16000;
    static final int REGIONS_WITH_TWO = 5;
    static final int[] CHAINS = {90, 70, 55, 45, 40, 35, 30, 25, 20, 20, 15, 15};
    private static final int WITH_A_FEW = 500;
    private static final double LIKE_THE_FIRST = 0.8;
    private static final double LIKE_THE_FIRST_IN_A_CHAIN = 0.5;
    private static final double AT_HOME = 0.9;
    private static final String ISLAND = "09";
    private static final String[] SAMI_COUNTIES = {"25", "25", "25", "24", "23"};
    private static final int SPECIAL_SCHOOLS = 9;
    private static final int YOUTH_HOMES = 20;

    private final Random random;
    private final Country country;
    private final Consumer<Unit> sink;
    private int organisers;
    private int units;

    private Register(long seed, Consumer<Unit> sink) {
        this.random = Chance.of(seed);
        this.country = Country.read(random);
        this.sink = sink;
    }

    /** Tells every unit, those of an organiser one after the other. */
    static void forEachUnit(long seed, Consumer<Unit> sink) {
        Register register = new Register(seed, sink);
        register.municipal();
        register.regional();
        register.state();
        register.independent();
    }

    private void municipal() {
        List<int[]> shares = new ArrayList<>();
        for (UnitKind kind : UnitKind.values()) {
            shares.add(country.apportion(kind.municipal(), kind.isEverywhere() ? 1 : 0));
        }
        for (int i = 0; i < country.municipalities().size(); i++) {
            Organiser organiser = organiser("Påhittade kommunen %d", "Kommunal");
            for (UnitKind kind : UnitKind.values()) {
                for (int unit = 0; unit < shares.get(kind.ordinal())[i]; unit++) {
                    tell(kind, organiser, country.municipalities().get(i));
                }
            }
        }
    }

    private void regional() {
        List<Municipality> seats = country.largest().stream()
                .filter(seat -> !seat.county().equals(ISLAND))
                .toList();
        for (int i = 0; i < seats.size(); i++) {
            Organiser organiser = organiser("Påhittade regionen %d", "Region");
            tell(UnitKind.UPPER_SECONDARY, organiser, seats.get(i));
            if (i < REGIONS_WITH_TWO) {
                tell(UnitKind.ADULT, organiser, seats.get(i));
            }
        }
    }

    private void state() {
        Organiser special = organiser("Påhittade specialskolemyndigheten %d", "Statlig");
        for (int i = 0; i < SPECIAL_SCHOOLS; i++) {
            tell(UnitKind.SPECIAL, special, country.draw(random));
        }
        Organiser sami = organiser("Påhittade sameskolstyrelsen %d", "Statlig");
        for (String county : SAMI_COUNTIES) {
            tell(UnitKind.SAMI, sami, in(county));
        }
        Organiser youthHomes = organiser("Påhittade ungdomshemmen %d", "Statlig");
        for (int i = 0; i < YOUTH_HOMES; i++) {
            tell(UnitKind.COMPULSORY, youthHomes, country.draw(random));
        }
    }

    private void independent() {
        Deck deck = new Deck();
        int[] sizes = sizes(deck.left);
        for (int i = 0; i < sizes.length; i++) {
            boolean chain = i < CHAINS.length;
            Organiser organiser =
                    organiser(chain ? "Påhittade skolkoncernen %d AB" : "Påhittade skolbolaget %d AB", "Fristående");
            Municipality home = country.draw(random);
            UnitKind first = null;
            for (int unit = 0; unit < sizes[i]; unit++) {
                first = first == null ? deck.draw() : first;
                boolean alike = random.nextDouble() < (chain ? LIKE_THE_FIRST_IN_A_CHAIN : LIKE_THE_FIRST);
                UnitKind kind = unit == 0 ? first : alike ? deck.drawLike(first) : deck.draw();
                tell(kind, organiser, place(home, chain, unit));
            }
        }
    }

    /** How many units each independent organiser has; the chains first, then those that may have a few. */
    private int[] sizes(int units) {
        int[] sizes = new int[ORGANISERS - organisers];
        int left = units;
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = i < CHAINS.length ? CHAINS[i] : 1;
            left -= sizes[i];
        }
        for (; left > 0; left--) {
            sizes[CHAINS.length + random.nextInt(WITH_A_FEW)]++;
        }
        return sizes;
    }

    private Municipality place(Municipality home, boolean chain, int unit) {
        if (chain) {
            return country.draw(random);
        }
        return unit == 0 || random.nextDouble() < AT_HOME ? home : in(home.county());
    }

    private Municipality in(String county) {
        List<Municipality> all = country.municipalities().stream()
                .filter(municipality -> municipality.county().equals(county))
                .toList();
        return all.get(random.nextInt(all.size()));
    }

    private Organiser organiser(String name, String type) {
        organisers++;
        return new Organiser(OrganisationNumbers.of(organisers), name.formatted(organisers), type);
    }

    private void tell(UnitKind kind, Organiser organiser, Municipality municipality) {
        units++;
        sink.accept(new Unit(units, kind, organiser, municipality));
    }

    /** The units that independent organisers have in all, drawn without putting back. */
    private final class Deck {
        private final int[] counts = new int[UnitKind.values().length];
        private int left;

        Deck() {
            for (UnitKind kind : UnitKind.values()) {
                counts[kind.ordinal()] = kind.independent();
                left += kind.independent();
            }
        }

        UnitKind draw() {
            int place = random.nextInt(left);
            int kind = 0;
            while (place >= counts[kind]) {
                place -= counts[kind];
                kind++;
            }
            return take(kind);
        }

        /** Another kind where there is none of this left. */
        UnitKind drawLike(UnitKind kind) {
            return counts[kind.ordinal()] > 0 ? take(kind.ordinal()) : draw();
        }

        private UnitKind take(int kind) {
            counts[kind]--;
            left--;
            return UnitKind.values()[kind];
        }
    }
}
