package se.skolkvalitet.disclosure;

import java.util.SortedMap;

/**
 * How a primary cell follows from free and open cells, to somebody from his own, too: the equations, each times its factor, add up to a
 * sum of it and them. So one of the free cells has to be withheld, whatever else is.
 *
 * @param primary which is found out where all of them are published
 * @param owner to whom; empty where it is everybody
 * @param factors by the equations' indices in the table
 * @param free the cells one of which has to be withheld
 */
public record Derivation(int primary, String owner, SortedMap<Integer, Long> factors, OneOf free) {}
