package se.skolkvalitet.indicator.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.indicator.imports.PxWebDataset.Dimension;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.text.InvalidValue;
import se.skolkvalitet.kit.text.PlainText;

/**
 * What the categories of a dataset's dimensions are to us. A dimension that is none of these has one category, which is
 * that of all its figures.
 *
 * @param sexes null where the figures are of all
 */
record PxWebAxes(Axis<Measure> measures, Axis<Place> places, Axis<Integer> years, Axis<String> sexes) {
    private static final Set<String> NAMES_OF_SEX = Set.of("kon", "kön", "sex");
    private static final String METRIC = "contentscode";
    private static final String REGION = "region";
    private static final Map<String, String> SEXES =
            Map.of("1", "M", "2", "F", "1+2", "T", "T", "T", "M", "M", "K", "F");

    /**
     * A dimension whose categories have been read.
     *
     * @param stride how many cells lie between a category and the next
     */
    record Axis<T>(String dimension, int stride, List<Category<T>> categories) {
        /** @throws InvalidValue where the category could not be read */
        T at(int cell) {
            return categories.get(cell / stride % categories.size()).value();
        }
    }

    /** What a category is, or why it is nothing. */
    private record Category<T>(T known, InvalidValue fault) {
        T value() {
            if (fault != null) {
                throw fault;
            }
            return known;
        }
    }

    /** @throws JobFailed where it is not clear which dimension is which */
    static PxWebAxes of(PxWebDataset dataset, Function<String, Measure> measures) {
        Map<String, Dimension> byRole = new HashMap<>();
        for (Dimension dimension : dataset.dimensions()) {
            String role = role(dimension, dataset);
            if (role == null) {
                requireOne(dimension);
            } else if (byRole.put(role, dimension) != null) {
                throw new JobFailed(
                        "The dataset has two dimensions of %s, '%s' is the second.".formatted(role, shown(dimension)));
            }
        }
        return new PxWebAxes(
                axis(dataset, required(byRole, "metric"), code -> measures.apply(dataset.table() + "/" + code)),
                axis(dataset, required(byRole, "geo"), PxWebAxes::place),
                axis(dataset, required(byRole, "time"), PxWebAxes::year),
                byRole.containsKey("sex") ? axis(dataset, byRole.get("sex"), PxWebAxes::sex) : null);
    }

    private static String role(Dimension dimension, PxWebDataset dataset) {
        for (String role : List.of("time", "geo", "metric")) {
            if (dataset.roles().getOrDefault(role, Set.of()).contains(dimension.id())) {
                return role;
            }
        }
        String name = dimension.id().toLowerCase(Locale.ROOT);
        if (NAMES_OF_SEX.contains(name)) {
            return "sex";
        }
        // Older tables tell the role of time alone.
        return name.equals(METRIC) ? "metric" : name.equals(REGION) ? "geo" : null;
    }

    private static void requireOne(Dimension dimension) {
        if (dimension.size() != 1) {
            throw new JobFailed(
                    "The dimension '%s' is none of time, region, contents or sex, so that the dataset must have one category of it; it has %d."
                            .formatted(shown(dimension), dimension.size()));
        }
    }

    private static Dimension required(Map<String, Dimension> byRole, String role) {
        if (!byRole.containsKey(role)) {
            throw new JobFailed("The dataset has no dimension with the role '%s'.".formatted(role));
        }
        return byRole.get(role);
    }

    private static <T> Axis<T> axis(PxWebDataset dataset, Dimension dimension, Function<String, T> read) {
        int stride = 1;
        for (int i = dataset.dimensions().size() - 1; dataset.dimensions().get(i) != dimension; i--) {
            stride *= dataset.dimensions().get(i).size();
        }
        List<Category<T>> categories = new ArrayList<>();
        for (String code : dimension.codes()) {
            categories.add(category(code, read));
        }
        return new Axis<>(dimension.id(), stride, categories);
    }

    private static <T> Category<T> category(String code, Function<String, T> read) {
        try {
            return new Category<>(read.apply(code), null);
        } catch (InvalidValue refused) {
            return new Category<>(null, refused);
        }
    }

    private static Place place(String code) {
        return switch (code.length()) {
            case 2 -> code.equals(Level.NATION_CODE) ? Place.NATION : Place.of(Level.COUNTY, code);
            case 4 -> Place.of(Level.MUNICIPALITY, code);
            default -> throw new InvalidValue("pattern", "'%s' is not a municipality, a county or 00", code);
        };
    }

    private static Integer year(String code) {
        if (!code.matches("(?:19|20)\\d{2}")) {
            throw new InvalidValue("period", "'%s' is not a year", code);
        }
        return Integer.valueOf(code);
    }

    private static String sex(String code) {
        if (!SEXES.containsKey(code)) {
            throw new InvalidValue("one-of", "'%s' is not 1, 2, 1+2, T, M or K", code);
        }
        return SEXES.get(code);
    }

    private static String shown(Dimension dimension) {
        return PlainText.shown(dimension.id(), 100);
    }
}
