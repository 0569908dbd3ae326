package se.skolkvalitet.kit.web;

import jakarta.annotation.Nullable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import se.skolkvalitet.kit.problem.ProblemException;

/**
 * One page of a collection.
 *
 * @param items at most {@code limit} of them
 * @param next the {@code cursor} of the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) implements Paged {

    /**
     * @param rows the rows after the cursor, fetched with {@link PageRequest#fetch()} as their limit: one more than a
     *     page holds tells that there is a next page
     * @param key the parts of a row's sort key, which {@link PageRequest#after(int)} gives back
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, List<?>> key) {
        int limit = request.size();
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(List.copyOf(items), request.cursorOf(key.apply(items.get(limit - 1))));
    }

    /**
     * A page of a collection that is short enough to be held whole.
     *
     * @param key tells a row from the others; where several have the same, as a code in a draft may, each is passed once
     * @throws ProblemException 400 where the row after which the page starts is not there any more
     */
    public static <T> Page<T> slice(List<T> all, PageRequest request, Function<T, String> key) {
        List<List<String>> places = places(all.stream().map(key).toList());
        int from = request.after(2).map(after -> following(places, after)).orElse(0);
        int to = Math.min(all.size(), from + request.fetch());
        return of(IntStream.range(from, to).boxed().toList(), request, places::get)
                .map(all::get);
    }

    /** Each key with its number among those like it. */
    private static List<List<String>> places(List<String> keys) {
        Map<String, Integer> seen = new HashMap<>();
        return keys.stream()
                .map(key -> List.of(key, String.valueOf(seen.merge(key, 1, Integer::sum))))
                .toList();
    }

    private static int following(List<List<String>> places, List<String> after) {
        int place = places.indexOf(after);
        if (place < 0) {
            throw Cursor.foreign();
        }
        return place + 1;
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
