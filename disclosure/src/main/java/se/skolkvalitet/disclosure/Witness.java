package se.skolkvalitet.disclosure;

import java.math.BigInteger;
import java.util.SortedMap;

/**
 * Why a primary cell cannot be found out: a change of withheld cells, it among them, after which all equations hold as they
 * did before. Whoever sees what is published cannot tell the one table from the other.
 *
 * @param change by the cells' indices; none of them is zero
 */
public record Witness(SortedMap<Integer, BigInteger> change) {}
