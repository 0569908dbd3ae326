package se.skolkvalitet.indicator.protection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.skolkvalitet.certificate.Equation;

/** What equations say of all cells but those that nobody knows, nor need be kept from knowing. */
final class LeavingOut {
    private LeavingOut() {}

    /** @return equations in which none of the cells stands, and from which all follows that follows of the others */
    static List<Equation> of(List<Equation> equations, Collection<Integer> unknown) {
        List<Equation> left = new ArrayList<>(equations);
        for (int cell : unknown) {
            List<Equation> ofIt = left.stream()
                    .filter(equation -> equation.coefficients().containsKey(cell))
                    .sorted(Comparator.comparingInt(
                            equation -> equation.coefficients().size()))
                    .toList();
            left.removeAll(ofIt);
            ofIt.stream()
                    .skip(1)
                    .flatMap(equation -> without(cell, equation, ofIt.get(0)).stream())
                    .forEach(left::add);
        }
        return left;
    }

    /** Both together; empty where nothing stands in it. */
    private static Optional<Equation> without(int cell, Equation equation, Equation other) {
        long factor = other.coefficients().get(cell);
        long otherFactor = -equation.coefficients().get(cell);
        SortedMap<Integer, Long> sum = new TreeMap<>();
        equation.coefficients().forEach((one, coefficient) -> sum.put(one, Math.multiplyExact(coefficient, factor)));
        other.coefficients()
                .forEach((one, coefficient) ->
                        sum.merge(one, Math.multiplyExact(coefficient, otherFactor), Math::addExact));
        sum.values().removeIf(coefficient -> coefficient == 0);
        long divisor = sum.values().stream()
                .map(BigInteger::valueOf)
                .reduce(BigInteger::gcd)
                .orElse(BigInteger.ONE)
                .longValueExact();
        sum.replaceAll((one, coefficient) -> coefficient / divisor);
        return sum.isEmpty()
                ? Optional.empty()
                : Optional.of(new Equation("%s, and %s".formatted(equation.name(), other.name()), sum));
    }
}
