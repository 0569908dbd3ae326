package se.skolkvalitet.regional.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Vetoed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.embedded.EmbeddedDatabases;
import se.skolkvalitet.kit.db.JdbiProducer;
import se.skolkvalitet.kit.events.Event;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.imports.ImportMode;
import se.skolkvalitet.kit.text.CodeModule;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.office.CoverageMap;
import se.skolkvalitet.regional.testsupport.ImportRun;
import se.skolkvalitet.regional.testsupport.Register;

/** What holds of memberships after any files in any order. The imports are the real ones, on a real database. */
class MembershipPropertyTest {
    private static final String DATABASE = "register";
    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new CodeModule());
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final CountyCode GOTLAND = new CountyCode("09");
    private static final int UNITS = 3;
    private static final int ORGANISERS = 3;

    private static Path directory;
    private static EmbeddedDatabases databases;
    private static Jdbi jdbi;

    private final Outgoing outgoing = new Outgoing();
    private final RegisterStore register = register();
    private final RegisterImportJob imports = imports();

    private enum Kind {
        OPEN,
        ENDED,
        FAULTY
    }

    /**
     * A line of a file.
     *
     * @param since how many days before the file its organiser has had the unit; null where the line does not say
     * @param ended how many days before the file was the last day of a unit that has ended
     */
    private record Line(int unit, int organiser, Kind kind, Integer since, int ended) {
        String code() {
            return "2000060" + unit;
        }

        String number() {
            return Register.organiser(600 + organiser);
        }

        String text(LocalDate asOf) {
            String line = Register.unit(code(), number(), kind == Kind.FAULTY ? "9999" : "0980");
            if (kind == Kind.ENDED) {
                return Register.with(line, "endDate=" + asOf.minusDays(ended));
            }
            return since == null ? line : Register.with(line, "organiserSince=" + asOf.minusDays(since));
        }
    }

    /** @param step how many days it is after the file before; a few are before it */
    private record File(int step, boolean whole, List<Line> lines) {
        boolean isFaulty() {
            return lines.stream().anyMatch(line -> line.kind() == Kind.FAULTY);
        }

        boolean lists(String unit) {
            return lines.stream().anyMatch(line -> line.code().equals(unit));
        }
    }

    @BeforeContainer
    static void start() throws IOException {
        directory = Files.createTempDirectory("memberships");
        databases = EmbeddedDatabases.start(directory.resolve("postgres"), List.of(DATABASE));
        String url = databases.jdbcUrl(DATABASE);
        Flyway.configure()
                .dataSource(url, DATABASE, DATABASE)
                .locations("classpath:db/kit", "classpath:db/migration")
                .load()
                .migrate();
        jdbi = JdbiProducer.configured(Jdbi.create(url, DATABASE, DATABASE));
    }

    @AfterContainer
    static void stop() throws IOException {
        databases.close();
    }

    @BeforeTry
    void empty() {
        outgoing.events.clear();
        jdbi.useHandle(handle -> handle.execute("truncate membership, school_unit, organiser"));
    }

    /** Files that state no days tell of each day what the last file up to it does; the first one also of all before. */
    @Property(tries = 40)
    void onEachDayAUnitBelongsToWhomTheLastFileUpToThenNames(@ForAll("filesWithoutDays") List<File> files) {
        Expected expected = new Expected();
        runDays(files, (asOf, file) -> {
            importFile(asOf, file);
            expected.take(asOf, file);
        });

        for (String unit : expected.units()) {
            assertThat(memberships(unit)).as(unit).isEqualTo(expected.memberships(unit));
        }
    }

    @Property(tries = 40)
    void noDayHasTwoOrganisersNoneIsLeftOutAndTheOpenMembershipIsTheCurrentOne(@ForAll("files") List<File> files) {
        Set<LocalDate> toldEnds = new HashSet<>();
        runDays(files, (asOf, file) -> {
            importFile(asOf, file);
            toldEnds.add(asOf);
            file.lines().forEach(line -> toldEnds.add(asOf.minusDays(line.ended() - 1L)));
        });

        for (SchoolUnit unit : units()) {
            assertIsOneLine(unit, isEverOut(files), toldEnds);
            assertEndsAsTheUnitIs(unit);
        }
    }

    @Property(tries = 20)
    void whoHearsTheEventsInAnyOrderAnyNumberOfTimesEndsWithTheSame(
            @ForAll("files") List<File> files, @ForAll Random random) {
        runDays(files, this::importFile);

        Map<String, Event> heard = new TreeMap<>();
        List<Event> delivered = new ArrayList<>(outgoing.events);
        delivered.addAll(outgoing.events);
        Collections.shuffle(delivered, random);
        delivered.forEach(event -> heard.merge(
                event.subject(), event, (known, other) -> other.version() > known.version() ? other : known));

        Map<String, List<Membership>> stored = new TreeMap<>();
        units().forEach(unit -> stored.put(unit.code().value(), unit.memberships()));
        Map<String, List<Membership>> followed = new TreeMap<>();
        heard.forEach((unit, event) -> followed.put(unit, ((SchoolUnit.State) event.data()).memberships()));
        assertThat(followed).isEqualTo(stored);
    }

    private static void assertIsOneLine(SchoolUnit unit, boolean everOut, Set<LocalDate> toldEnds) {
        List<Membership> memberships = unit.memberships();
        for (int i = 1; i < memberships.size(); i++) {
            Membership before = memberships.get(i - 1);
            Membership after = memberships.get(i);
            assertThat(before.to()).as("%s", memberships).isNotNull().isBeforeOrEqualTo(after.from());
            if (before.to().equals(after.from())) {
                assertThat(before.organiser()).as("%s", memberships).isNotEqualTo(after.organiser());
            } else {
                assertThat(everOut).as("%s", memberships).isTrue();
                assertThat(toldEnds).as("%s", memberships).contains(before.to());
            }
        }
        assertThat(memberships).allSatisfy(one -> assertThat(
                        one.from() == null || one.to() == null || one.from().isBefore(one.to()))
                .isTrue());
    }

    private static void assertEndsAsTheUnitIs(SchoolUnit unit) {
        List<Membership> open =
                unit.memberships().stream().filter(one -> one.to() == null).toList();
        if (unit.status() == UnitStatus.ACTIVE) {
            assertThat(open).singleElement().extracting(Membership::organiser).isEqualTo(unit.organiser());
        } else {
            assertThat(open).isEmpty();
        }
    }

    private static boolean isEverOut(List<File> files) {
        return files.stream()
                .anyMatch(file -> file.whole() || file.lines().stream().anyMatch(line -> line.kind() == Kind.ENDED));
    }

    private interface Step {
        void take(LocalDate asOf, File file);
    }

    private static void runDays(List<File> files, Step step) {
        LocalDate asOf = FIRST_DAY;
        for (File file : files) {
            asOf = asOf.plusDays(file.step());
            step.take(asOf, file);
        }
    }

    private void importFile(LocalDate asOf, File file) {
        StringBuilder text = new StringBuilder();
        file.lines().forEach(line -> text.append(line.text(asOf)));
        List<CountyCode> covers = file.whole() ? List.of(GOTLAND) : List.of();
        jdbi.useTransaction(handle -> imports.importAll(
                new ImportRun(text.toString(), () -> {}),
                new RegisterImportJob.Parameters(ImportMode.LENIENT, asOf, covers, null)));
    }

    private List<SchoolUnit> units() {
        return register.units(null, new RegisterStore.UnitFilter(null, null, null), UNITS);
    }

    private List<Membership> memberships(String unit) {
        return register.unit(new SchoolUnitCode(unit)).memberships();
    }

    @Provide
    Arbitrary<List<File>> files() {
        Arbitrary<Kind> kinds =
                Arbitraries.frequency(Tuple.of(7, Kind.OPEN), Tuple.of(2, Kind.ENDED), Tuple.of(1, Kind.FAULTY));
        return files(kinds, Arbitraries.integers().between(0, 9).injectNull(0.6));
    }

    @Provide
    Arbitrary<List<File>> filesWithoutDays() {
        return files(
                Arbitraries.frequency(Tuple.of(9, Kind.OPEN), Tuple.of(1, Kind.FAULTY)),
                Arbitraries.integers().between(0, 9).injectNull(1));
    }

    private static Arbitrary<List<File>> files(Arbitrary<Kind> kinds, Arbitrary<Integer> since) {
        Arbitrary<Line> lines = Combinators.combine(
                        Arbitraries.integers().between(0, UNITS - 1),
                        Arbitraries.integers().between(0, ORGANISERS - 1),
                        kinds,
                        since,
                        Arbitraries.integers().between(1, 9))
                .as(Line::new);
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(4, 0), Tuple.of(4, 1), Tuple.of(2, 5), Tuple.of(1, -1), Tuple.of(1, -4)),
                        Arbitraries.frequency(Tuple.of(2, false), Tuple.of(1, true)),
                        lines.list().ofMinSize(1).ofMaxSize(UNITS).uniqueElements(Line::unit))
                .as(File::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private RegisterStore register() {
        RegisterStore store = new RegisterStore();
        store.jdbi = jdbi;
        store.mapper = MAPPER;
        store.outbox = outgoing;
        return store;
    }

    private RegisterImportJob imports() {
        RegisterImportJob job = new RegisterImportJob();
        job.store = new RegisterImportStore();
        job.store.jdbi = jdbi;
        job.store.mapper = MAPPER;
        job.store.register = register;
        job.extent = new RegisterExtentStore();
        job.extent.jdbi = jdbi;
        job.extent.outbox = outgoing;
        job.coverage = new NobodyElse();
        job.mapper = MAPPER;
        job.day = new RegisterDay();
        job.day.clock = Clock.fixed(FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        return job;
    }

    /** What files without stated days come to, day by day. */
    private static final class Expected {
        /** For each unit, what the last file of a day says of it; null where it is out. */
        private final Map<String, TreeMap<LocalDate, String>> days = new HashMap<>();

        private final Map<String, String> last = new HashMap<>();

        Set<String> units() {
            return days.keySet();
        }

        void take(LocalDate asOf, File file) {
            if (file.whole() && !file.isFaulty()) {
                for (String unit : days.keySet()) {
                    if (!file.lists(unit) && days.get(unit).lastEntry().getValue() != null) {
                        tell(unit, asOf, null);
                    }
                }
            }
            for (Line line : file.lines()) {
                if (line.kind() == Kind.OPEN) {
                    days.computeIfAbsent(line.code(), none -> new TreeMap<>());
                    tell(line.code(), asOf, line.number());
                }
            }
        }

        private void tell(String unit, LocalDate asOf, String organiser) {
            TreeMap<LocalDate, String> told = days.get(unit);
            if (told.isEmpty() || !told.lastKey().isAfter(asOf)) {
                told.put(asOf, organiser);
                if (organiser != null && told.size() == 1) {
                    last.put(unit, organiser);
                }
            }
        }

        List<Membership> memberships(String unit) {
            List<Membership> memberships = new ArrayList<>();
            String organiser = last.get(unit);
            LocalDate from = null;
            for (Map.Entry<LocalDate, String> day : days.get(unit).entrySet()) {
                if (!Objects.equals(organiser, day.getValue())) {
                    if (organiser != null) {
                        memberships.add(new Membership(new OrganisationNumber(organiser), from, day.getKey()));
                    }
                    organiser = day.getValue();
                    from = day.getKey();
                }
            }
            if (organiser != null) {
                memberships.add(new Membership(new OrganisationNumber(organiser), from, null));
            }
            return memberships;
        }
    }

    @Vetoed
    private static final class Outgoing extends Outbox {
        private final List<Event> events = new ArrayList<>();

        @Override
        public void addAll(List<Event> added) {
            added.stream()
                    .filter(event -> event.topic().equals(SchoolUnit.State.TOPIC))
                    .forEach(events::add);
        }
    }

    @Vetoed
    private static final class NobodyElse extends CoverageMap {
        @Override
        public void holdStill() {
            // Nobody changes the coverage here.
        }
    }
}
