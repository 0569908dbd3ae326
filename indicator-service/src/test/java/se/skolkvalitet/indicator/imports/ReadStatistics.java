package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.imports.LineFault;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.test.Contracts;
import se.skolkvalitet.kit.web.JsonSettings;

/** What a reader made of a file. */
record ReadStatistics(long lines, List<Staged> staged, List<LineFault> faults) {

    static final Map<String, String> UNIT_CODES = Map.of("V15E018000101", "10000001");

    /** An observation and the line that it came from. */
    record Staged(long line, Observation observation) {}

    static ReadStatistics of(StatisticsReader reader, String file, Measure... measures) {
        return of(reader, file.getBytes(StandardCharsets.UTF_8), measures);
    }

    static ReadStatistics of(StatisticsReader reader, byte[] file, Measure... measures) {
        List<Staged> staged = new ArrayList<>();
        List<LineFault> found = new ArrayList<>();
        LineFaults faults = new LineFaults(found::addAll);
        long lines = reader.read(
                () -> new ByteArrayInputStream(file),
                reading(faults, (line, observation) -> staged.add(new Staged(line, observation)), measures));
        faults.flush();
        return new ReadStatistics(lines, staged, found);
    }

    /** How many observations there are in a file that is not kept. */
    static long count(StatisticsReader reader, Supplier<InputStream> file, Measure... measures) {
        long[] count = {0};
        LineFaults faults = new LineFaults(found -> {
            throw new AssertionError(found.get(0).toString());
        });
        reader.read(file, reading(faults, (line, observation) -> count[0]++, measures));
        faults.flush();
        return count[0];
    }

    private static Reading reading(LineFaults faults, ObservationStore.Staging staging, Measure... measures) {
        FollowedMeasures followed = FollowedMeasures.of(List.of(measures), measures[0].source());
        return new Reading(followed, UNIT_CODES, faults, staging, mapper(), line -> {});
    }

    private static ObjectMapper mapper() {
        ObjectMapper asInTheService = new ObjectMapper();
        new JsonSettings().customize(asInTheService);
        return asInTheService;
    }

    /** The measures of the edition that is shipped which a source fills. */
    static Measure[] shipped(StatisticsSource source) {
        return shippedMeasures().stream()
                .filter(measure -> measure.source().equals(source.fills().value()))
                .toArray(Measure[]::new);
    }

    static List<Measure> shippedMeasures() {
        Path edition = Contracts.projectRoot().resolve("local-stack/src/main/resources/main-job/edition-1.json");
        try {
            return List.of(
                    mapper().convertValue(mapper().readTree(edition.toFile()).get("measures"), Measure[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A measure of compulsory school whose key in its source is as its code, in capitals. */
    static Measure measure(String code, String unit, String kind, String periodKind) {
        return measure(code, code.toUpperCase(java.util.Locale.ROOT), unit, kind, periodKind);
    }

    static Measure measure(String code, String sourceKey, String unit, String kind, String periodKind) {
        return new Measure(
                code, null, unit, kind, "a-source", sourceKey, null, Set.of("grundskola"), Set.of(), periodKind, null);
    }

    List<Observation> observations() {
        return staged.stream().map(Staged::observation).toList();
    }

    /** Each observation as {@code area measure period programme value}. */
    List<String> observationsInShort() {
        return observations().stream()
                .map(one -> Stream.of(
                                one.area(),
                                one.measure(),
                                one.period().value(),
                                one.group().programme(),
                                one.figure().status().hasValue()
                                        ? one.figure().value().toPlainString()
                                        : one.figure().status().value())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** Each fault as {@code line field rule}. */
    List<String> faultsInShort() {
        return faults.stream()
                .map(fault -> "%d %s %s".formatted(fault.line(), fault.field(), fault.rule()))
                .toList();
    }
}
