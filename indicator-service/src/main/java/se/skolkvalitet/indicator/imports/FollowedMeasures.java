package se.skolkvalitet.indicator.imports;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.skolkvalitet.indicator.framework.Edition.Measure;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.text.PlainText;

/**
 * The measures of an edition that a source fills. Of some sources an edition follows up but a part of what they tell: the
 * rest is passed over, as it would otherwise be a fault of every line.
 */
final class FollowedMeasures {
    private static final int MOST_TOLD = 20;

    private final Map<String, Measure> bySourceKey;
    private final Set<String> passedOver = new TreeSet<>();
    private boolean found;

    FollowedMeasures(Map<String, Measure> bySourceKey) {
        this.bySourceKey = bySourceKey;
    }

    Optional<Measure> find(String sourceKey) {
        Measure measure = bySourceKey.get(sourceKey);
        if (measure != null) {
            found = true;
        } else if (passedOver.size() < MOST_TOLD) {
            passedOver.add(PlainText.shown(sourceKey, 100));
        }
        return Optional.ofNullable(measure);
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
