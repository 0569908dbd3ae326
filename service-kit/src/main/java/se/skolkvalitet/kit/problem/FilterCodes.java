package se.skolkvalitet.kit.problem;

import java.util.function.Supplier;
import se.skolkvalitet.kit.text.Code;

/**
 * Where to find the codes that a filter of a type may name. A feature that produces it as a bean has the nearest of them
 * suggested by every query parameter of the type that cannot be read, so that somebody who leaves out a digit is helped
 * like somebody who takes a wrong one.
 */
public record FilterCodes(Class<? extends Code> type, Supplier<KnownCodes> known) {}
