package se.skolkvalitet.indicator.imports;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.text.PlainText;

/**
 * The measures of an edition that a source fills. Of some sources an edition follows up but a part of what they tell: the
 * rest is passed over, as it would otherwise be a fault of every line.
 */
final class FollowedMeasures {
    private static final int MOST_TOLD = 20;

    private final String source;
    private final Map<String, Measure> bySourceKey;
    private final Map<String, Measure> byCode;
    private final Set<String> passedOver = new TreeSet<>();
    private boolean found;

    private FollowedMeasures(String source, Map<String, Measure> bySourceKey) {
        this.source = source;
        this.bySourceKey = bySourceKey;
        this.byCode = bySourceKey.values().stream().collect(Collectors.toMap(Measure::code, Function.identity()));
    }

    /** @throws JobFailed where two measures are the same of the source, which an edition of an earlier release may say */
    static FollowedMeasures of(Collection<Measure> measures, String source) {
        Map<String, Measure> bySourceKey = new HashMap<>();
        for (Measure measure : measures) {
            measure.keyIn(source).ifPresent(key -> {
                Measure other = bySourceKey.put(key, measure);
                if (other != null) {
                    throw new JobFailed(
                            "The edition says of two measures, %s and %s, that they are '%s' of the source: nobody can tell"
                                            .formatted(other.code(), measure.code(), key)
                                    + " whose figures these are. Nothing was imported.");
                }
            });
        }
        return new FollowedMeasures(source, bySourceKey);
    }

    Optional<Measure> find(String sourceKey) {
        Measure measure = bySourceKey.get(sourceKey);
        if (measure != null) {
            found = true;
        } else {
            passOver(sourceKey);
        }
        return Optional.ofNullable(measure);
    }

    /** Whether the figure is to be had from this source; of some levels another may tell it. */
    boolean isFollowed(Observation observation) {
        Measure measure = byCode.get(observation.measure());
        String level = observation.level().value();
        boolean followed = measure.sourceOf(level).equals(source);
        if (!followed) {
            passOver("%s (%s)".formatted(measure.keyIn(source).orElse(measure.code()), level));
        }
        return followed;
    }

    private void passOver(String told) {
        if (passedOver.size() < MOST_TOLD) {
            passedOver.add(PlainText.shown(told, 100));
        }
    }

    Map<String, Measure> bySourceKey() {
        return bySourceKey;
    }

    /** What was looked for and is not there, the first {@value #MOST_TOLD} in their order. */
    Set<String> passedOver() {
        return Collections.unmodifiableSet(passedOver);
    }

    boolean has(String sourceKey) {
        return bySourceKey.containsKey(sourceKey);
    }

    /** @throws JobFailed where all of a file was passed over: it is of another source, or the edition is */
    void requireAny() {
        if (!found && !passedOver.isEmpty()) {
            throw new JobFailed("The edition has no measure for anything in the file: "
                    + PlainText.shown(String.join(", ", passedOver)));
        }
    }
}
