package se.skolkvalitet.indicator.protection;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.skolkvalitet.certificate.Ends;
import se.skolkvalitet.disclosure.Protection;

/** Between which ends everybody knows counts to lie that are withheld, by the rules by which they are; nothing of what is not counted. */
final class KnownEnds {
    private final DisclosureRules rules;
    private final boolean areCounts;
    private final Set<Integer> partsOfSmallGroups = new HashSet<>();
    private final Set<Integer> smallGroups = new HashSet<>();
    private final Set<Integer> largeGroups = new HashSet<>();

    KnownEnds(DisclosureRules rules, Family family, Stream<BigDecimal> values) {
        this.rules = rules;
        this.areCounts = rules.width() > 0
                && family.sums().stream().allMatch(sum -> sum.kind().isCounted())
                && values.allMatch(KnownEnds::isCount);
    }

    private static boolean isCount(BigDecimal value) {
        return value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0;
    }

    /** Whether it is asked that figures be uncertain in whole numbers. */
    boolean areCounts() {
        return areCounts;
    }

    Protection protection() {
        return areCounts ? Protection.ofWidth(BigDecimal.valueOf(rules.width())) : Protection.LEAST;
    }

    /** That a share of these figures is withheld or told by how many they are together. */
    void addGroup(List<Integer> whole, BigDecimal group) {
        if (whole.size() == 1) {
            (rules.isSmall(group) ? smallGroups : largeGroups).addAll(whole);
        }
    }

    void addPartsOfSmallGroup(Collection<Integer> parts) {
        partsOfSmallGroups.addAll(parts);
    }

    Ends few() {
        return Ends.between(1, rules.leastCount() - 1L);
    }

    Ends partOfSmallGroup() {
        return Ends.between(0, rules.leastGroup() - 1L);
    }

    /** Of a figure that is withheld because it tells of few. */
    Ends ofFew(int number) {
        return partsOfSmallGroups.contains(number) ? partOfSmallGroup() : few();
    }

    /** Of a sum that is not told, nor hidden. */
    Ends ofNoFew() {
        return Ends.noneOrFrom(rules.leastCount());
    }

    /** Of a group that is not of few, by whether a share of it is withheld because it is small. */
    Ends ofGroup(BigDecimal group) {
        return rules.isSmall(group)
                ? Ends.between(rules.leastCount(), rules.leastGroup() - 1L)
                : Ends.from(rules.leastGroup());
    }

    /** Of one that is withheld for others. */
    Ends ofOthers(int number) {
        if (largeGroups.contains(number)) {
            return Ends.from(rules.leastGroup());
        }
        return smallGroups.contains(number)
                ? Ends.between(rules.leastCount(), rules.leastGroup() - 1L)
                : Ends.from(rules.leastCount());
    }

    /** These; none where figures contradict each other, so that one does not lie where it should. */
    Ends unlessContradicted(Ends ends, BigDecimal value) {
        return areCounts && ends.have(value) ? ends : Ends.UNKNOWN;
    }
}
