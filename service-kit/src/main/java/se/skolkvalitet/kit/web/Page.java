package se.skolkvalitet.kit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a collection.
 *
 * @param items at most {@code limit} of them
 * @param next the {@code cursor} of the next page; null on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) implements Paged {

    /**
     * @param rows the rows after the cursor, fetched with {@link PageRequest#fetch()} as their limit: one more than a
     *     page holds tells that there is a next page
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> cursor) {
        int limit = request.size();
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(List.copyOf(items), cursor.apply(items.get(limit - 1)));
    }

    /**
     * A page of a collection that is short enough to be held whole.
     *
     * @param all in an order that does not change while someone pages; the cursor is how many were passed
     */
    public static <T> Page<T> slice(List<T> all, PageRequest request) {
        int from = request.passed(all.size());
        int to = Math.min(all.size(), from + request.size());
        return new Page<>(List.copyOf(all.subList(from, to)), to < all.size() ? Cursor.of(to) : null);
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
