package se.skolkvalitet.stack.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A made-up register and made-up statistics in the shapes of Skolverket's Planned educations API (v4): 60 organisers
 * and 200 school units in all 21 counties, and there are no others in the country that it makes up. Every name says that it
 * is made up, organisation numbers begin with 99 and unit codes with 9. The same seed gives the same files.
 */
public final class Sample {
    private static final int ORGANISERS = 60;
    private static final int UNITS = 200;
    private static final int LATEST_YEAR = 2025;
    /** Of the counties of which the register has all units. */
    private static final String WHOLE_COUNTRY = "00\n";

    private static final List<String> MUNICIPALITIES = List.of(
            "0180", "0126", "0380", "0480", "0580", "0581", "0680", "0780", "0880", "0980", "1080", "1280", "1281",
            "1380", "1480", "1490", "1780", "1880", "1980", "2080", "2180", "2280", "2380", "2480", "2482", "2580",
            "2584", "2421", "0114", "1493");
    private static final List<String> YEARLY_OF_TEACHERS = List.of(
            "specialTeacherPositions", "studentsPerTeacherQuota", "certifiedTeachersQuota", "specialEducatorsQuota");
    private static final List<String> SHARES_IN_9 = List.of(
            "ratioOfPupilsIn9thGradeWithAllSubjectsPassed",
            "ratioOfPupils9thGradeEligibleForNationalProgramYR",
            "ratioOfPupils9thGradeEligibleForNationalProgramES",
            "ratioOfPupils9thGradeEligibleForNationalProgramSAEKHU",
            "ratioOfPupils9thGradeEligibleForNationalProgramNATE");
    private static final List<String> SUBJECTS = List.of("SVE", "ENG", "MA", "SVA");

    private final ObjectMapper mapper = new ObjectMapper();
    private final Random random;
    private final List<Organiser> organisers = new ArrayList<>();

    private record Organiser(String number, String name, String type, String municipality) {}

    /** @param pupils in one year group */
    private record School(String code, int pupils, boolean has6, boolean has9, double level, boolean waldorf) {}

    private Sample(long seed) {
        random = new Random(seed);
    }

    /**
     * Writes {@code school-units.ndjson} and {@code statistics-gr.ndjson} into the folder, and {@code covers.txt}, which
     * says that the first has all units of the country.
     */
    public static void write(Path folder, long seed) {
        Sample sample = new Sample(seed);
        try {
            Files.createDirectories(folder);
            sample.writeFiles(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeFiles(Path folder) throws IOException {
        for (int i = 0; i < ORGANISERS; i++) {
            organisers.add(organiser(i));
        }
        Files.writeString(folder.resolve("covers.txt"), WHOLE_COUNTRY);
        try (BufferedWriter units = Files.newBufferedWriter(folder.resolve("school-units.ndjson"));
                BufferedWriter statistics = Files.newBufferedWriter(folder.resolve("statistics-gr.ndjson"))) {
            for (int i = 0; i < UNITS; i++) {
                // Each organiser has one unit; the others go to the municipalities, as in life.
                Organiser organiser = organisers.get(i < ORGANISERS ? i : random.nextInt(MUNICIPALITIES.size()));
                School school = school(i);
                units.write(mapper.writeValueAsString(unit(school, organiser, i)) + "\n");
                statistics.write(mapper.writeValueAsString(statistics(school)) + "\n");
            }
        }
    }

    private Organiser organiser(int index) {
        boolean municipal = index < MUNICIPALITIES.size();
        String municipality = MUNICIPALITIES.get(index % MUNICIPALITIES.size());
        String name =
                municipal ? "Påhittade kommunen " + (index + 1) : "Påhittade skolbolaget %d AB".formatted(index + 1);
        return new Organiser(
                withCheckDigit("99%07d".formatted(index + 1)),
                name,
                municipal ? "Kommunal" : "Fristående",
                municipality);
    }

    private static String withCheckDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int digit = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return nine + (10 - sum % 10) % 10;
    }

    private School school(int index) {
        boolean has9 = random.nextInt(10) < 7;
        return new School(
                "9%07d".formatted(index + 1),
                4 + (int) (random.nextDouble() * random.nextDouble() * 150),
                !has9 || random.nextBoolean(),
                has9,
                random.nextGaussian(),
                random.nextInt(20) == 0);
    }

    private ObjectNode unit(School school, Organiser organiser, int index) {
        ObjectNode unit = mapper.createObjectNode();
        unit.put("code", school.code()).put("name", "Påhittade skolan " + (index + 1));
        ObjectNode address = mapper.createObjectNode()
                .put("type", "VISITING_ADDRESS")
                .put("street", "Exempelgatan " + (index + 1))
                .put("zipCode", "00000")
                .put("city", "Exempelort");
        unit.putObject("contactInfo").putArray("addresses").add(address);
        unit.put("geographicalAreaCode", organiser.municipality());
        unit.put("wgs84_Lat", String.format(Locale.ROOT, "%.5f", 55.5 + 12 * random.nextDouble()));
        unit.put("wgs84_Long", String.format(Locale.ROOT, "%.5f", 12 + 8 * random.nextDouble()));
        unit.put("organisationRegistryNumber", organiser.number());
        unit.put("principalOrganizerType", organiser.type());
        unit.put("corporationName", organiser.name());
        unit.put("companyForm", organiser.type());
        unit.put("schoolOrientation", school.waldorf() ? "WALDORF" : "ALLMAN");
        ArrayNode forms = unit.putArray("typeOfSchooling");
        form(forms, "gr", "Grundskolan", school.has6() ? 1 : 7, school.has9() ? 9 : 6);
        if (school.has6()) {
            form(forms, "fsk", "Förskoleklassen", 0, 0);
        }
        return unit.put("abroadSchool", false);
    }

    private static void form(ArrayNode forms, String code, String name, int firstGrade, int lastGrade) {
        ArrayNode grades =
                forms.addObject().put("code", code).put("displayName", name).putArray("schoolYears");
        IntStream.rangeClosed(firstGrade, lastGrade).mapToObj(String::valueOf).forEach(grades::add);
    }

    private ObjectNode statistics(School school) {
        ObjectNode line = mapper.createObjectNode().put("schoolUnit", school.code());
        for (String key : YEARLY_OF_TEACHERS) {
            years(line.putArray(key), LATEST_YEAR, 5, year -> teachers(key, school));
        }
        line.putNull("docLinks");
        int total = school.pupils() * (school.has6() && school.has9() ? 9 : 4);
        element(
                line.putArray("totalNumberOfPupils"),
                "cirka " + Math.max(10, total / 10 * 10),
                "EXISTS",
                period(LATEST_YEAR));
        ArrayNode passed6 = line.putArray("ratioOfPupilsIn6thGradeWithAllSubjectsPassed");
        if (school.has6()) {
            years(passed6, LATEST_YEAR - 1, 1, year -> share(school, 78));
        } else {
            element(passed6, null, "MISSING", null);
        }
        for (String subject : SUBJECTS) {
            tests(line, subject, "6", school.has6(), school);
            tests(line, subject, "9", school.has9(), school);
        }
        for (String key : SHARES_IN_9) {
            ArrayNode list = line.putArray(key);
            if (school.has9()) {
                years(list, LATEST_YEAR - 1, 5, year -> share(school, 84));
            }
        }
        ArrayNode merit = line.putArray("averageGradesMeritRating9thGrade");
        if (school.has9()) {
            years(merit, LATEST_YEAR - 1, 5, year -> average(school, 225 + 18 * school.level(), 8));
        }
        line.putObject("_links");
        return line;
    }

    private void tests(ObjectNode line, String subject, String grade, boolean has, School school) {
        ArrayNode list = line.putArray("averageResultNationalTestsSubject%s%sthGrade".formatted(subject, grade));
        if (has) {
            years(list, LATEST_YEAR - 1, 4, year -> average(school, 13 + 1.2 * school.level(), 0.8));
        }
    }

    private interface Yearly {
        String[] figure(int year);
    }

    /** Newest first, as the API has it. */
    private void years(ArrayNode list, int latest, int count, Yearly yearly) {
        for (int year = latest; year > latest - count; year--) {
            String[] figure = yearly.figure(year);
            element(list, figure[0], figure[1], period(year));
        }
    }

    private void element(ArrayNode list, String value, String type, String period) {
        list.addObject().put("value", value).put("valueType", type).put("timePeriod", period);
    }

    private String[] teachers(String key, School school) {
        if (school.waldorf() && key.equals("certifiedTeachersQuota")) {
            return new String[] {"*", "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION"};
        }
        if (random.nextInt(12) == 0) {
            return new String[] {".", "MISSING"};
        }
        return switch (key) {
            case "certifiedTeachersQuota" -> exists(Math.min(100, 55 + 30 * random.nextDouble()));
            case "studentsPerTeacherQuota" -> exists(9 + 7 * random.nextDouble());
            case "specialEducatorsQuota" -> exists(12 * random.nextDouble());
            default -> exists(4 * random.nextDouble());
        };
    }

    private String[] share(School school, double around) {
        if (school.pupils() < 10) {
            return withheld();
        }
        double share = Math.min(100, Math.max(10, around + 9 * school.level() + 5 * random.nextGaussian()));
        double notReached = school.pupils() * (100 - share) / 100;
        return notReached < 5 ? new String[] {"~100", "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE"} : exists(share);
    }

    private String[] average(School school, double around, double spread) {
        return school.pupils() < 10 ? withheld() : exists(Math.max(1, around + spread * random.nextGaussian()));
    }

    private static String[] withheld() {
        return new String[] {"..", "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS"};
    }

    private static String[] exists(double value) {
        return new String[] {String.format(Locale.ROOT, "%.1f", value).replace('.', ','), "EXISTS"};
    }

    private static String period(int year) {
        return "%d/%02d".formatted(year, (year + 1) % 100);
    }
}
