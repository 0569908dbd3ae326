package se.skolkvalitet.indicator.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.text.PlainText;

/**
 * What stands where in an export from SIRIS.
 *
 * @param columns how many
 * @param level of the schools or areas of its lines
 * @param placeName the name of the column of their codes
 * @param places that column
 * @param periods the column of periods; empty where the lines above the header tell one for all
 * @param kinds the column of the kinds of organisers of which a municipality's line is, where there is one
 */
record SirisTable(
        int columns,
        Level level,
        String placeName,
        int places,
        Optional<Integer> periods,
        Optional<Integer> kinds,
        List<Column> figures) {
    /** In this order: the line of a school unit names its municipality, too. */
    private static final List<PlaceColumn> PLACES = List.of(
            new PlaceColumn("Skolenhetskod", Level.SCHOOL_UNIT),
            new PlaceColumn("Organisationsnummer", Level.ORGANISER),
            new PlaceColumn("Kommunkod", Level.MUNICIPALITY));

    private static final List<String> PERIODS = List.of("Läsår", "År");
    private static final String KINDS = "Typ av huvudman";
    private static final Pattern SCHOOL_YEAR = Pattern.compile("(?<![\\d/])(?:19|20)\\d{2}/\\d{2}(?!\\d)");
    private static final Pattern CALENDAR_YEAR = Pattern.compile("(?<![\\d/-])(?:19|20)\\d{2}(?![\\d/-])");

    /** By which column a line tells its school or area. */
    private record PlaceColumn(String name, Level level) {}

    /**
     * A column of figures.
     *
     * @param name as in the header
     * @param period that of all its figures; null where each line has its own
     */
    record Column(int place, String name, Measure measure, Period period) {}

    /**
     * The table under a header; empty where the record is none.
     *
     * @param above what stands above it
     * @throws JobFailed where it is a header of a file that cannot be read
     */
    static Optional<SirisTable> under(List<String> record, List<String> above, Map<String, Measure> measures) {
        List<String> names = record.stream().map(String::strip).toList();
        return PLACES.stream()
                .filter(place -> names.contains(place.name()))
                .findFirst()
                .map(place -> new SirisTable(
                        names.size(),
                        place.level(),
                        place.name(),
                        names.indexOf(place.name()),
                        PERIODS.stream()
                                .filter(names::contains)
                                .map(names::indexOf)
                                .findFirst(),
                        place.level() == Level.MUNICIPALITY && names.contains(KINDS)
                                ? Optional.of(names.indexOf(KINDS))
                                : Optional.empty(),
                        figures(names, above, measures)));
    }

    private static List<Column> figures(List<String> names, List<String> above, Map<String, Measure> measures) {
        boolean periodsInLines = PERIODS.stream().anyMatch(names::contains);
        Function<Measure, Period> period = measure -> periodsInLines ? null : periodAbove(above, measure);
        List<Column> figures = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Measure measure = measures.get(names.get(i));
            if (measure != null) {
                if (names.indexOf(names.get(i)) < i) {
                    throw new JobFailed("The column '%s' is there twice.".formatted(names.get(i)));
                }
                figures.add(new Column(i, names.get(i), measure, period.apply(measure)));
            }
        }
        if (figures.isEmpty()) {
            throw new JobFailed("The edition has no measure for any column of the file: "
                    + PlainText.shown(String.join(", ", names)));
        }
        return figures;
    }

    private static Period periodAbove(List<String> above, Measure measure) {
        Pattern pattern = measure.perSchoolYear() ? SCHOOL_YEAR : CALENDAR_YEAR;
        Set<String> found = above.stream()
                .flatMap(line -> pattern.matcher(line).results().map(MatchResult::group))
                .collect(Collectors.toCollection(TreeSet::new));
        if (found.size() != 1) {
            throw new JobFailed("The file has no column %s, and the lines above its header name %s %s."
                    .formatted(
                            String.join(" or ", PERIODS),
                            found.isEmpty() ? "no" : "more than one",
                            measure.periodKind().replace('-', ' ')));
        }
        return Period.read(found.iterator().next(), measure.periodKind());
    }
}
