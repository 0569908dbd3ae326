package se.skolkvalitet.regional.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.text.Day;
import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.regional.geography.MunicipalityCode;

/**
 * A school unit as Skolverket's Planned educations API (v4) describes it in {@code GET /v4/school-units/{code}}.
 * Contact details other than the visiting address are not read.
 *
 * <p>That source tells no days. A line may hold those of Skolenhetsregistret (v2) beside it, under their names there:
 * {@code startdate} and {@code endDate}. No source tells since when an organiser has a unit; who knows it adds {@code
 * organiserSince}.
 *
 * @param schoolForms with the grades that it has in each; without any where the line does not tell them, as the source
 *     never does of upper secondary school
 * @param organiserSince null where it is not told
 * @param startsOn the unit's first day; null where it is not told
 * @param endsOn the unit's last day; null where it is not told
 */
record RegisteredUnit(
        SchoolUnitCode code,
        String name,
        OrganisationNumber organiser,
        String organiserName,
        OrganiserKind organiserKind,
        MunicipalityCode municipality,
        SortedMap<SchoolForm, SortedSet<Integer>> schoolForms,
        String orientation,
        String street,
        String zipCode,
        String city,
        BigDecimal latitude,
        BigDecimal longitude,
        LocalDate organiserSince,
        LocalDate startsOn,
        LocalDate endsOn) {
    private static final int LONGEST = 500;
    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,20})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]+");
    /** From the preschool class to the last year of school that there is. */
    private static final Pattern GRADE = Pattern.compile("[0-9]|1[0-3]");

    /**
     * @param asOf the day that the line tells of
     * @return null where the line has faults; they are all in {@code faults} then
     */
    static RegisteredUnit read(long line, JsonNode unit, LocalDate asOf, LineFaults faults) {
        Reader reader = new Reader(line, unit, faults);
        JsonNode address = visitingAddress(unit);
        RegisteredUnit registered = new RegisteredUnit(
                reader.required("code", SchoolUnitCode::new),
                reader.required("name", RegisteredUnit::printable),
                reader.required("organisationRegistryNumber", OrganisationNumber::new),
                reader.required("corporationName", RegisteredUnit::printable),
                reader.required("principalOrganizerType", OrganiserKind::fromSource),
                reader.required("geographicalAreaCode", MunicipalityCode::new),
                reader.schoolForms(),
                reader.optional("schoolOrientation", RegisteredUnit::printable),
                reader.of(address, "street"),
                reader.of(address, "zipCode"),
                reader.of(address, "city"),
                reader.optional("wgs84_Lat", RegisteredUnit::latitude),
                reader.optional("wgs84_Long", RegisteredUnit::longitude),
                reader.optional("organiserSince", Day::of),
                reader.optional("startdate", Day::of),
                reader.optional("endDate", Day::of));
        registered.checkDays(line, asOf, faults);
        return faults.hasFaults(line) ? null : registered;
    }

    private void checkDays(long line, LocalDate asOf, LineFaults faults) {
        if (isAfter(startsOn, asOf)) {
            faults.add(line, "startdate", "range", "The unit begins after %s, the day of the file.".formatted(asOf));
        }
        if (isAfter(organiserSince, asOf)) {
            faults.add(
                    line,
                    "organiserSince",
                    "range",
                    "The organiser has the unit from after %s, the day of the file.".formatted(asOf));
        }
        if (isAfter(startsOn, organiserSince)) {
            faults.add(line, "organiserSince", "order", "An organiser cannot have a unit before it begins.");
        }
        if (isAfter(startsOn, endsOn) || isAfter(organiserSince, endsOn)) {
            faults.add(line, "endDate", "order", "The unit ends before it or its organiser's having it begins.");
        }
    }

    private static boolean isAfter(LocalDate one, LocalDate other) {
        return one != null && other != null && one.isAfter(other);
    }

    private static JsonNode visitingAddress(JsonNode unit) {
        for (JsonNode address : unit.path("contactInfo").path("addresses")) {
            if (address.path("type").asText().equals("VISITING_ADDRESS")) {
                return address;
            }
        }
        return unit.path("contactInfo").path("none");
    }

    /** A name or an address has no use for one. */
    private static String printable(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("control-character", "The text has a control character");
        }
        if (text.length() > LONGEST) {
            throw new InvalidValue("size", "The text has more than %d characters", LONGEST);
        }
        return text;
    }

    private static BigDecimal latitude(String text) {
        return degrees(text, "54", "70");
    }

    private static BigDecimal longitude(String text) {
        return degrees(text, "10", "25");
    }

    /** The bounds enclose Sweden with a margin, so that swapped coordinates are found. */
    private static BigDecimal degrees(String text, String least, String most) {
        if (!DEGREES.matcher(text).matches()) {
            throw new InvalidValue("number", "'%s' is not a number of degrees", text);
        }
        BigDecimal degrees = new BigDecimal(text);
        if (degrees.compareTo(new BigDecimal(least)) < 0 || degrees.compareTo(new BigDecimal(most)) > 0) {
            throw new InvalidValue("range", "%s is outside Sweden, which is from %s to %s", text, least, most);
        }
        return degrees;
    }

    private static int grade(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            throw new InvalidValue("integer", "'%s' is not a whole number", text);
        }
        if (!GRADE.matcher(text).matches()) {
            throw new InvalidValue("range", "'%s' is not a grade from 0 to 13", text);
        }
        return Integer.parseInt(text);
    }

    /** The forms as an array literal of PostgreSQL. */
    String schoolFormsLiteral() {
        return schoolForms.keySet().stream().map(SchoolForm::value).collect(Collectors.joining(",", "{", "}"));
    }

    /** Of the forms of which the line tells them. */
    List<FormGrades> grades() {
        return schoolForms.entrySet().stream()
                .filter(form -> !form.getValue().isEmpty())
                .map(form -> new FormGrades(form.getKey(), List.copyOf(form.getValue())))
                .toList();
    }

    private record Reader(long line, JsonNode unit, LineFaults faults) {

        <T> T required(String field, Function<String, T> parse) {
            if (isEmpty(unit.path(field))) {
                missing(field);
                return null;
            }
            return optional(field, parse);
        }

        <T> T optional(String field, Function<String, T> parse) {
            return parsed(field, unit.path(field), parse);
        }

        /** A text of the visiting address. */
        String of(JsonNode address, String field) {
            return parsed("contactInfo.addresses." + field, address.path(field), RegisteredUnit::printable);
        }

        /** What several elements tell of one form is put together. */
        SortedMap<SchoolForm, SortedSet<Integer>> schoolForms() {
            JsonNode types = unit.path("typeOfSchooling");
            SortedMap<SchoolForm, SortedSet<Integer>> forms = new TreeMap<>();
            if (types.isMissingNode() || types.isNull()) {
                missing("typeOfSchooling");
            } else if (!types.isArray()) {
                faults.add(line, "typeOfSchooling", "type", "The field is a list of objects with a code.");
            }
            for (int i = 0; types.isArray() && i < types.size(); i++) {
                String field = "typeOfSchooling[%d].".formatted(i);
                SchoolForm form = parsed(field + "code", types.get(i).path("code"), SchoolForm::fromSource);
                SortedSet<Integer> grades =
                        grades(field + "schoolYears", types.get(i).path("schoolYears"));
                if (form != null) {
                    forms.computeIfAbsent(form, none -> new TreeSet<>()).addAll(grades);
                } else if (isEmpty(types.get(i).path("code"))) {
                    missing(field + "code");
                }
            }
            return forms;
        }

        private SortedSet<Integer> grades(String field, JsonNode years) {
            SortedSet<Integer> grades = new TreeSet<>();
            if (!years.isMissingNode() && !years.isNull() && !years.isArray()) {
                faults.add(line, field, "type", "The field is a list of grades.");
            }
            for (int i = 0; years.isArray() && i < years.size(); i++) {
                grade("%s[%d]".formatted(field, i), years.get(i)).ifPresent(grades::add);
            }
            return grades;
        }

        /** The source tells grades as texts; a number says the same. */
        private Optional<Integer> grade(String field, JsonNode year) {
            if (isEmpty(year)) {
                missing(field);
            }
            JsonNode text = year.isNumber() ? TextNode.valueOf(year.asText()) : year;
            return Optional.ofNullable(parsed(field, text, RegisteredUnit::grade));
        }

        private <T> T parsed(String field, JsonNode value, Function<String, T> parse) {
            if (isEmpty(value)) {
                return null;
            }
            if (!value.isTextual()) {
                faults.add(line, field, "type", "The field is a text.");
                return null;
            }
            try {
                return parse.apply(value.textValue().strip());
            } catch (InvalidValue refused) {
                faults.add(line, field, refused);
                return null;
            }
        }

        private void missing(String field) {
            faults.add(line, field, "required", "The field is missing or empty.");
        }

        private static boolean isEmpty(JsonNode value) {
            return value.isMissingNode()
                    || value.isNull()
                    || value.isTextual() && value.textValue().isBlank();
        }
    }
}
