package se.skolkvalitet.stack.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the files that go in hold, counted without the services, so that it can be held against what comes out.
 *
 * @param covers the counties of which the register has all units, as an import of it takes them
 * @param statuses observations by the status that their {@code valueType} and value stand for
 */
record SourceFiles(
        Path units,
        Path statistics,
        List<String> covers,
        long unitCount,
        long organiserCount,
        Map<String, Long> statuses) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, String> STATUS = Map.of(
            "EXISTS", "normal",
            "MISSING", "missing",
            "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS", "withheld",
            "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE", "rounded",
            "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION", "not-applicable");

    static SourceFiles count(Path folder) {
        Path units = folder.resolve("school-units.ndjson");
        Path statistics = folder.resolve("statistics-gr.ndjson");
        Set<String> codes = new HashSet<>();
        Set<String> organisers = new HashSet<>();
        forEachLine(units, unit -> {
            codes.add(unit.path("code").asText());
            organisers.add(unit.path("organisationRegistryNumber").asText());
        });
        Map<String, Long> statuses = new TreeMap<>();
        forEachLine(
                statistics,
                line -> line.forEach(list -> {
                    if (list.isArray()) {
                        list.forEach(element -> statuses.merge(status(element), 1L, Long::sum));
                    }
                }));
        return new SourceFiles(
                units, statistics, covers(folder.resolve("covers.txt")), codes.size(), organisers.size(), statuses);
    }

    long observationCount() {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A file that is not there says nothing: the register may be any part of the country. */
    private static List<String> covers(Path file) {
        try {
            return Files.exists(file)
                    ? Files.readString(file)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String status(JsonNode element) {
        boolean about = element.path("value").asText().startsWith("cirka ");
        return about ? "rounded" : STATUS.get(element.path("valueType").asText());
    }

    private static void forEachLine(Path file, java.util.function.Consumer<JsonNode> work) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                work.accept(MAPPER.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
