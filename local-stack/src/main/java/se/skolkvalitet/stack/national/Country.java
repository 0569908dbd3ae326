package se.skolkvalitet.stack.national;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The counties and municipalities, which are the real ones, with the share of the population that each has. Counties and
 * their largest municipalities have the shares they have in life, rounded; how the rest of a county is spread over its
 * other municipalities is made up.
 */
final class Country {
    private static final double SMALLER_BY_RANK = 0.7;

    private final List<Municipality> municipalities;

    /**
     * A municipality.
     *
     * @param share of the population, from 0 to 1
     * @param latitude somewhere in its county
     */
    record Municipality(String code, String county, boolean largest, double share, double latitude, double longitude) {}

    private record County(
            String code, double thousands, String largest, double inLargest, double latitude, double longitude) {}

    private Country(List<Municipality> municipalities) {
        this.municipalities = municipalities;
    }

    static Country read(Random random) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        for (String[] row : rows("/geography/municipalities.csv")) {
            codes.computeIfAbsent(row[2], none -> new ArrayList<>()).add(row[0]);
        }
        List<County> counties =
                rows("/national/counties.csv").stream().map(Country::county).toList();
        double all = counties.stream().mapToDouble(County::thousands).sum();
        List<Municipality> municipalities = new ArrayList<>();
        counties.forEach(
                county -> spread(county, county.thousands() / all, codes.get(county.code()), random, municipalities));
        return new Country(List.copyOf(municipalities));
    }

    List<Municipality> municipalities() {
        return municipalities;
    }

    /** Where most live, most are drawn. */
    Municipality draw(Random random) {
        double place = random.nextDouble();
        for (Municipality municipality : municipalities) {
            place -= municipality.share();
            if (place < 0) {
                return municipality;
            }
        }
        return municipalities.get(0);
    }

    /** The largest of each county, in the order of the counties. */
    List<Municipality> largest() {
        return municipalities.stream().filter(Municipality::largest).toList();
    }

    /**
     * Deals a number out by share, so that the parts make up the whole.
     *
     * @param least what each municipality gets in any case
     */
    int[] apportion(int total, int least) {
        int[] parts = new int[municipalities.size()];
        int rest = total - least * parts.length;
        int left = rest;
        for (int i = 0; i < parts.length; i++) {
            int part = (int) (rest * municipalities.get(i).share());
            parts[i] = least + part;
            left -= part;
        }
        List<Integer> byRemainder = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -(rest * municipalities.get(i).share() % 1)))
                .toList();
        for (int i = 0; i < left; i++) {
            parts[byRemainder.get(i % parts.length)]++;
        }
        return parts;
    }

    private static void spread(
            County county, double share, List<String> codes, Random random, List<Municipality> municipalities) {
        List<String> others = new ArrayList<>(codes);
        others.remove(county.largest());
        Collections.shuffle(others, random);
        double weights =
                IntStream.range(0, others.size()).mapToDouble(Country::weight).sum();
        double inLargest = others.isEmpty() ? 1 : county.inLargest();
        municipalities.add(municipality(county, county.largest(), share * inLargest));
        for (int rank = 0; rank < others.size(); rank++) {
            municipalities.add(
                    municipality(county, others.get(rank), share * (1 - inLargest) * weight(rank) / weights));
        }
    }

    private static double weight(int rank) {
        return Math.pow(rank + 1.0, -SMALLER_BY_RANK);
    }

    private static Municipality municipality(County county, String code, double share) {
        boolean largest = code.equals(county.largest());
        return new Municipality(code, county.code(), largest, share, county.latitude(), county.longitude());
    }

    private static County county(String[] row) {
        return new County(
                row[0],
                Double.parseDouble(row[1]),
                row[2],
                Double.parseDouble(row[3]) / 100,
                Double.parseDouble(row[4]),
                Double.parseDouble(row[5]));
    }

    private static List<String[]> rows(String csv) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Country.class.getResourceAsStream(csv), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
