package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.function.LongConsumer;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.indicator.imports.ObservationStore.Staging;
import se.skolkvalitet.kit.imports.LineFaults;

/**
 * What a reader needs beside the file.
 *
 * @param measures those of the edition that the source fills, by their key in the source
 * @param faults take what is wrong with a line
 * @param staging takes the observations of each line
 * @param progress is told now and then which line is read
 */
record Reading(
        Map<String, Measure> measures, LineFaults faults, Staging staging, ObjectMapper mapper, LongConsumer progress) {
    private static final long PROGRESS_EVERY = 100;

    void add(long line, Iterable<Observation> observations) {
        observations.forEach(observation -> staging.add(line, observation));
        if (line % PROGRESS_EVERY == 0) {
            progress.accept(line);
        }
    }
}
