package se.skolkvalitet.certificate.folder;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which codes of a dimension add up to which. A dimension may have several hierarchies, each of a name of its own. */
final class Hierarchies {
    private final Map<String, Map<String, Set<String>>> childrenByParent = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where a code would be a part of itself */
    void add(String name, String child, String parent) {
        if (isPartOf(name, parent, child)) {
            throw new IllegalArgumentException("'%s' of '%s' would be a part of itself".formatted(child, name));
        }
        childrenByParent
                .computeIfAbsent(name, none -> new LinkedHashMap<>())
                .computeIfAbsent(parent, none -> new LinkedHashSet<>())
                .add(child);
    }

    private boolean isPartOf(String name, String code, String whole) {
        return code.equals(whole)
                || of(name).getOrDefault(whole, Set.of()).stream().anyMatch(child -> isPartOf(name, code, child));
    }

    /** Codes of a hierarchy that are parts of no other. */
    Stream<String> totals(String name) {
        return of(name).keySet().stream()
                .filter(code -> of(name).values().stream().noneMatch(children -> children.contains(code)));
    }

    Set<String> names() {
        return childrenByParent.keySet();
    }

    /** By parent, in the order of the file; none where there is no such hierarchy. */
    Map<String, Set<String>> of(String name) {
        return childrenByParent.getOrDefault(name, Map.of());
    }

    /**
     * The codes that are published of a code: itself, or else those of its children, in the first hierarchy of the column that has any.
     *
     * @param published codes of the column
     */
    Stream<String> published(String column, Set<String> columns, String code, Set<String> published) {
        if (published.contains(code)) {
            return Stream.of(code);
        }
        return names().stream()
                .filter(name -> column(name, columns).equals(column))
                .map(name -> of(name).get(code))
                .filter(children -> children != null)
                .findFirst()
                .stream()
                .flatMap(Set::stream)
                .flatMap(child -> published(column, columns, child, published));
    }

    /**
     * Of which column of the cells a hierarchy is: that of its name, or that with which it shares most codes.
     *
     * @throws IllegalArgumentException where two share as many
     */
    String column(String name, Set<String> columns) {
        if (columns.contains(name)) {
            return name;
        }
        String best = null;
        long most = -1;
        boolean undecided = false;
        for (String column : columns) {
            long shared = codes(column).filter(codes(name).toList()::contains).count();
            undecided = shared == most || undecided && shared < most;
            if (shared > most) {
                most = shared;
                best = column;
            }
        }
        if (undecided) {
            throw new IllegalArgumentException("Nobody can tell of which column '%s' is a hierarchy".formatted(name));
        }
        return best;
    }

    private Stream<String> codes(String name) {
        return of(name).entrySet().stream()
                .flatMap(total -> Stream.concat(Stream.of(total.getKey()), total.getValue().stream()))
                .distinct();
    }
}
