package se.skolkvalitet.stack.national;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A register and statistics of the size of the country, in the shapes of Skolverket's Planned educations API (v4), one
 * unit a line and never more than one in memory. All of it is made up and says so; no code or number in it can be one
 * of somebody's. The geography alone is real.
 *
 * <p>That source has neither preschools nor after-school centres. They are here under the codes that the import knows
 * beside those of the source, {@code forskola} and {@code fth}; a school with preschool class has an after-school centre.
 */
public final class National {
    /** Of the counties of which the register has all units. */
    private static final String WHOLE_COUNTRY = "00\n";

    private static final long WHERE = 2;
    private static final double AROUND = 0.3;

    private final NationalSize size;
    private final JsonGenerator units;
    private final JsonGenerator statistics;

    private National(NationalSize size, JsonGenerator units, JsonGenerator statistics) {
        this.size = size;
        this.units = units;
        this.statistics = statistics;
    }

    /**
     * Writes {@code school-units.ndjson} and {@code statistics-gr.ndjson} into the folder, and {@code covers.txt}, which
     * says that the first has all units of the country.
     */
    public static void write(Path folder, NationalSize size) {
        JsonFactory lines = new JsonFactoryBuilder().rootValueSeparator("\n").build();
        try {
            Files.createDirectories(folder);
            try (BufferedWriter unitFile = Files.newBufferedWriter(folder.resolve("school-units.ndjson"));
                    BufferedWriter statisticsFile = Files.newBufferedWriter(folder.resolve("statistics-gr.ndjson"));
                    JsonGenerator units = lines.createGenerator(unitFile);
                    JsonGenerator statistics = lines.createGenerator(statisticsFile)) {
                National national = new National(size, units, statistics);
                Register.forEachUnit(size.seed(), national::write);
                units.writeRaw('\n');
                statistics.writeRaw('\n');
            }
            Files.writeString(folder.resolve("covers.txt"), WHOLE_COUNTRY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Unit unit) {
        try {
            School school = School.of(unit, size);
            writeUnit(unit, Schooling.of(unit, school), school.isWaldorf());
            if (unit.kind() == UnitKind.COMPULSORY) {
                writeStatistics(unit, school);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeUnit(Unit unit, List<Schooling> forms, boolean waldorf) throws IOException {
        units.writeStartObject();
        units.writeStringField("code", unit.code());
        units.writeStringField("name", unit.name());
        writeAddress(unit);
        units.writeStringField("geographicalAreaCode", unit.municipality().code());
        Random where = Chance.of(size.seed(), unit.number(), WHERE);
        units.writeStringField("wgs84_Lat", degrees(unit.municipality().latitude(), where));
        units.writeStringField("wgs84_Long", degrees(unit.municipality().longitude(), where));
        units.writeStringField("organisationRegistryNumber", unit.organiser().number());
        units.writeStringField("principalOrganizerType", unit.organiser().type());
        units.writeStringField("corporationName", unit.organiser().name());
        units.writeStringField("companyForm", unit.organiser().type());
        units.writeStringField("schoolOrientation", waldorf ? "WALDORF" : "ALLMAN");
        units.writeArrayFieldStart("typeOfSchooling");
        for (Schooling form : forms) {
            units.writeStartObject();
            units.writeStringField("code", form.code());
            units.writeArrayFieldStart("schoolYears");
            for (String grade : form.grades()) {
                units.writeString(grade);
            }
            units.writeEndArray();
            units.writeEndObject();
        }
        units.writeEndArray();
        units.writeBooleanField("abroadSchool", false);
        units.writeEndObject();
    }

    private void writeAddress(Unit unit) throws IOException {
        units.writeObjectFieldStart("contactInfo");
        units.writeArrayFieldStart("addresses");
        units.writeStartObject();
        units.writeStringField("type", "VISITING_ADDRESS");
        units.writeStringField("street", "Exempelgatan " + unit.number());
        units.writeStringField("zipCode", "00000");
        units.writeStringField("city", "Exempelort");
        units.writeEndObject();
        units.writeEndArray();
        units.writeEndObject();
    }

    private static String degrees(double around, Random where) {
        return String.format(Locale.ROOT, "%.5f", around + AROUND * (2 * where.nextDouble() - 1));
    }

    private void writeStatistics(Unit unit, School school) throws IOException {
        statistics.writeStartObject();
        statistics.writeStringField("schoolUnit", unit.code());
        for (int i = 0; i < size.measures(); i++) {
            Statistic statistic = Statistic.values()[i];
            statistics.writeArrayFieldStart(statistic.key());
            int year = statistic.latestYear();
            for (Figure figure : Figures.of(unit, school, statistic, size)) {
                statistics.writeStartObject();
                statistics.writeStringField("value", figure.value());
                statistics.writeStringField("valueType", figure.type());
                statistics.writeStringField("timePeriod", "%d/%02d".formatted(year, (year + 1) % 100));
                statistics.writeEndObject();
                year--;
            }
            statistics.writeEndArray();
        }
        statistics.writeEndObject();
    }
}
