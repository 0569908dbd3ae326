package se.skolkvalitet.indicator.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.skolkvalitet.kit.jobs.JobFailed;

/**
 * What a JSON-stat dataset says of its values.
 *
 * @param table the id of the table that it was taken from
 * @param dimensions in the order in which they count the cells, the last one fastest
 * @param roles the dimensions that have one, by the names {@code time}, {@code geo} and {@code metric}
 * @param statuses the signs beside the values
 */
record PxWebDataset(String table, List<Dimension> dimensions, Map<String, Set<String>> roles, PxWebStatuses statuses) {

    /** @param codes of its categories, in their order */
    record Dimension(String id, List<String> codes) {
        int size() {
            return codes.size();
        }
    }

    /** How many values it has. */
    int cells() {
        long cells = 1;
        for (Dimension dimension : dimensions) {
            cells *= dimension.size();
            if (cells > PxWebStatuses.MOST_CELLS) {
                throw new JobFailed(
                        "The dataset has more than %d cells; divide it.".formatted(PxWebStatuses.MOST_CELLS));
            }
        }
        return (int) cells;
    }
}
