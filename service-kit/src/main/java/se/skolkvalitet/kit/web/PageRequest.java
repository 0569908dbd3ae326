package se.skolkvalitet.kit.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Codes;

/** The paging parameters that every collection takes. */
public class PageRequest {
    @QueryParam("limit")
    @DefaultValue("100")
    @Min(value = 1, message = "limit must be at least 1")
    @Max(value = 1000, message = "limit must be at most 1000")
    @Parameter(description = "Most items on the page.")
    public Integer limit;

    @QueryParam("cursor")
    @Parameter(description = "`next` of the page before; left out for the first page.")
    public String cursor;

    @Context
    UriInfo address;

    int size() {
        return limit;
    }

    /** How many rows to fetch: one more than the page holds. */
    public int fetch() {
        return limit + 1;
    }

    /** The parts of the key after which the page starts, none on the first page. */
    public Optional<List<String>> after(int parts) {
        return Optional.ofNullable(cursor).map(text -> Cursor.read(collection(), text, parts));
    }

    /** The cursor of the page after the row with this key. */
    String cursorOf(List<?> key) {
        return Cursor.of(collection(), key);
    }

    /**
     * The path as the caller wrote it: the faults of two imports are two collections, and those of the latest a third,
     * whichever that is by then. Filters are no part of it.
     */
    private String collection() {
        return address.getPath();
    }

    /**
     * Like {@link #after(int)} for a key that the caller reads; null on the first page.
     *
     * @throws ProblemException 400 where it cannot be read, so is none of this collection
     */
    public <T> T after(int parts, Function<List<String>, T> read) {
        return after(parts)
                .map(key -> {
                    try {
                        return read.apply(key);
                    } catch (IllegalArgumentException | DateTimeException foreign) {
                        throw Cursor.foreign();
                    }
                })
                .orElse(null);
    }

    /**
     * Like {@link #after(int)} for a key that is one identifier; null on the first page.
     *
     * @throws ProblemException 400 where the cursor holds no such identifier, so is none of this collection
     */
    public <T> T afterKey(Class<T> code) {
        return key(text -> Codes.parse(code, text));
    }

    /** Like {@link #afterKey(Class)} for a UUID. */
    public UUID afterId() {
        return key(UUID::fromString);
    }

    private <T> T key(Function<String, T> parse) {
        return after(1, key -> parse.apply(key.get(0)));
    }

    /** Like {@link #after(int)} for a key of one part; empty text, which sorts before every key, on the first page. */
    public String afterKey() {
        return after(1).map(key -> key.get(0)).orElse("");
    }
}
