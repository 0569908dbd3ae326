package se.skolkvalitet.kit.db;

import java.util.HashMap;
import java.util.Map;

/**
 * The conditions of a Panache query, joined by {@code and}. One whose value is null asks for nothing and is left out, so
 * that optional filters need no branches.
 */
public final class Where {
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * @param condition in HQL, with {@code :name} for the value
     * @param value null where the caller did not ask for this
     */
    public Where and(String condition, String name, Object value) {
        if (value != null) {
            and(condition);
            parameters.put(name, value);
        }
        return this;
    }

    /** @param condition without a value, which always holds */
    public Where and(String condition) {
        text.append(text.isEmpty() ? "" : " and ").append(condition);
        return this;
    }

    public String text() {
        return text.toString();
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
