package se.skolkvalitet.disclosure.folder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which columns of a file of cells tell what.
 *
 * @param values columns of which the first that is there has the value
 * @param primary column that tells which cells are primary
 * @param marks what stands in it of those that are, in whatever case
 * @param open column that tells, by one of the same marks, which cells everybody knows; null where there are none
 * @param cost column of what it costs to withhold a cell; null where each costs 1
 * @param owner column of who knows a cell anyway; null where nobody is named
 * @param below column of how far under its value a primary cell must be able to lie; null where nothing is asked
 * @param above column of how far over it; null where nothing is asked
 * @param width how far apart the least and the most that a primary cell may be must lie; at least 1 where a rule is known
 * @param few the rule that everybody knows
 */
public record Marks(
        List<String> values,
        String primary,
        Set<String> marks,
        String open,
        String cost,
        String owner,
        String below,
        String above,
        BigDecimal width,
        Optional<Few> few) {
    public Marks {
        if (few.isPresent()) {
            width = width.max(BigDecimal.ONE);
        }
        marks = marks.stream().map(mark -> mark.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Where nothing is asked but that primary cells must not follow from what is published. */
    public Marks(String value, String primary, Set<String> marks) {
        this(List.of(value), primary, marks, null, null, null, null, null, BigDecimal.ZERO, Optional.empty());
    }

    /** Where it is asked how far they must be from their values, too. */
    public Marks protecting(String under, String over, BigDecimal asWide) {
        return new Marks(values, primary, marks, open, cost, owner, under, over, asWide, few);
    }

    boolean has(String field) {
        return marks.contains(field.toLowerCase(Locale.ROOT));
    }

    String[] valueColumns() {
        return values.toArray(String[]::new);
    }
}
