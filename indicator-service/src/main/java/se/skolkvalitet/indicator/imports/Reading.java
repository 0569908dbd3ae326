package se.skolkvalitet.indicator.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.indicator.imports.ObservationStore.Staging;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.text.InvalidValue;

/** What a reader needs beside the file: what the statistics mean, and where they and their faults go. */
final class Reading {
    private static final long PROGRESS_EVERY = 5000;

    private final FollowedMeasures measures;
    private final Map<String, String> unitCodes;
    private final LineFaults faults;
    private final Staging staging;
    private final ObjectMapper mapper;
    private final LongConsumer progress;
    private long toldAt;
    private long handedOn;

    /**
     * @param measures those of the edition that the source fills, by their key in the source
     * @param unitCodes the school units by the codes of the source, where it has codes of its own
     * @param faults take what is wrong with a line
     * @param staging takes the observations of each line
     * @param progress is told now and then which line is read
     */
    Reading(
            FollowedMeasures measures,
            Map<String, String> unitCodes,
            LineFaults faults,
            Staging staging,
            ObjectMapper mapper,
            LongConsumer progress) {
        this.measures = measures;
        this.unitCodes = unitCodes;
        this.faults = faults;
        this.staging = staging;
        this.mapper = mapper;
        this.progress = progress;
    }

    Map<String, Measure> measures() {
        return measures.bySourceKey();
    }

    /** The same, for a source of which an edition follows up but a part. */
    FollowedMeasures followed() {
        return measures;
    }

    LineFaults faults() {
        return faults;
    }

    ObjectMapper mapper() {
        return mapper;
    }

    /** @throws InvalidValue where the edition has no measure with this key */
    Measure measure(String sourceKey) {
        Measure measure = measures().get(sourceKey);
        if (measure == null) {
            throw new InvalidValue("unknown-measure", "The edition has no measure for the statistic '%s'", sourceKey);
        }
        return measure;
    }

    /** @throws InvalidValue where no school unit is known by this code of the source */
    String unit(String code) {
        String unit = unitCodes.get(code);
        if (unit == null) {
            throw new InvalidValue("unmapped-unit", "No school unit is known for the code '%s' of the source", code);
        }
        return unit;
    }

    /** To be called for every line, also for one without observations. */
    void add(long line, List<Observation> observations) {
        for (Observation observation : observations) {
            if (measures.isFollowed(observation)) {
                staging.add(line, observation);
            }
        }
        handedOn += 1 + observations.size();
        if (handedOn - toldAt >= PROGRESS_EVERY) {
            toldAt = handedOn;
            progress.accept(line);
        }
    }
}
