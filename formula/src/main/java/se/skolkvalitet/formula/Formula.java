package se.skolkvalitet.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an indicator means: how its value for an area follows from the figures of the school units in it. Its text is in
 * the language that {@code docs/formulas.md} describes; {@link #parse} reads it and {@code toString} writes it, so that
 * what is written is read as the same formula.
 */
public sealed interface Formula {

    /** A number, the same everywhere. */
    record Constant(BigDecimal number) implements Formula {
        @Override
        public Optional<BigDecimal> constant() {
            return Optional.of(number);
        }

        @Override
        public Stream<Figures> figures() {
            return Stream.empty();
        }

        @Override
        public Formula within(Selection outer) {
            return this;
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.constant(this);
        }

        @Override
        public String toString() {
            return number.toPlainString();
        }
    }

    /** The source's own figure of each unit and area; nothing is aggregated. */
    record Reported(Figures of) implements Formula {
        @Override
        public Stream<Figures> figures() {
            return Stream.of(of);
        }

        @Override
        public Formula within(Selection outer) {
            return new Reported(of.within(outer));
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.reported(this);
        }

        @Override
        public String toString() {
            return "reported(%s)".formatted(of);
        }
    }

    /** A count of the units, added up. */
    record Total(Figures of) implements Formula {
        @Override
        public Stream<Figures> figures() {
            return Stream.of(of);
        }

        @Override
        public Formula within(Selection outer) {
            return new Total(of.within(outer));
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.total(this);
        }

        @Override
        public String toString() {
            return "sum(%s)".formatted(of);
        }
    }

    /** A ready share or average of the units, weighted: Σ w·x / Σ w. */
    record Mean(Figures of, Weight weight) implements Formula {
        @Override
        public Stream<Figures> figures() {
            return Stream.of(of, weight.figures());
        }

        @Override
        public Formula within(Selection outer) {
            return new Mean(of.within(outer), weight.within(outer));
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.mean(this);
        }

        @Override
        public String toString() {
            return "mean(%s %s)".formatted(of, weight);
        }
    }

    /** A ready ratio a/b of the units of which a is the weight: Σ w / Σ (w / x). */
    record Harmonic(Figures of, Weight weight) implements Formula {
        @Override
        public Stream<Figures> figures() {
            return Stream.of(of, weight.figures());
        }

        @Override
        public Formula within(Selection outer) {
            return new Harmonic(of.within(outer), weight.within(outer));
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.harmonic(this);
        }

        @Override
        public String toString() {
            return "harmonic(%s %s)".formatted(of, weight);
        }
    }

    /** The total of counts over the total of others, times {@code per}. */
    record Ratio(List<Figures> numerator, List<Figures> denominator, long per) implements Formula {
        public Ratio {
            numerator = List.copyOf(numerator);
            denominator = List.copyOf(denominator);
        }

        @Override
        public Stream<Figures> figures() {
            return Stream.concat(numerator.stream(), denominator.stream());
        }

        @Override
        public Formula within(Selection outer) {
            return new Ratio(all(numerator, outer), all(denominator, outer), per);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.ratio(this);
        }

        @Override
        public String toString() {
            return "ratio(%s, %s%s)".formatted(added(numerator), added(denominator), per == 1 ? "" : " per " + per);
        }
    }

    /** A part's percentage of its whole. What is not in the part is protected like the part itself. */
    record Share(List<Figures> part, List<Figures> whole) implements Formula {
        public static final long PER = 100;

        public Share {
            part = List.copyOf(part);
            whole = List.copyOf(whole);
        }

        @Override
        public Stream<Figures> figures() {
            return Stream.concat(part.stream(), whole.stream());
        }

        @Override
        public Formula within(Selection outer) {
            return new Share(all(part, outer), all(whole, outer));
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.share(this);
        }

        @Override
        public String toString() {
            return "share(%s, %s)".formatted(added(part), added(whole));
        }
    }

    /** A formula's value for one group less its value for another, of the same area and period. */
    record Gap(Formula of, Selection group, Selection other) implements Formula {
        /** The same without naming its kind. */
        public Formula asDifference() {
            return new Arithmetic(Operator.MINUS, of.within(group), of.within(other));
        }

        @Override
        public Stream<Figures> figures() {
            return asDifference().figures();
        }

        @Override
        public Formula within(Selection outer) {
            return new Gap(of.within(outer), group, other);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.gap(this);
        }

        @Override
        public String toString() {
            return "gap(%s, %s, %s)".formatted(of, group, other);
        }
    }

    /** How much the units of an area differ: the weighted standard deviation of a formula's values for them. */
    record Spread(Formula of, Weight weight) implements Formula {
        @Override
        public Stream<Figures> figures() {
            return Stream.concat(of.figures(), Stream.of(weight.figures()));
        }

        @Override
        public Formula within(Selection outer) {
            return new Spread(of.within(outer), weight.within(outer));
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.spread(this);
        }

        @Override
        public String toString() {
            return "spread(%s %s)".formatted(of, weight);
        }
    }

    /** Two formulas' values for the same area and period, taken together. */
    record Arithmetic(Operator operator, Formula left, Formula right) implements Formula {
        @Override
        public Optional<BigDecimal> constant() {
            return left.constant().flatMap(first -> right.constant().map(second -> operator.apply(first, second)));
        }

        @Override
        public Stream<Figures> figures() {
            return Stream.concat(left.figures(), right.figures());
        }

        @Override
        public Formula within(Selection outer) {
            return new Arithmetic(operator, left.within(outer), right.within(outer));
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.arithmetic(this);
        }

        @Override
        public String toString() {
            return "%s %s %s"
                    .formatted(operand(left, operator.binds()), operator, operand(right, operator.binds() + 1));
        }

        private static String operand(Formula formula, int binds) {
            return formula instanceof Arithmetic inner && inner.operator.binds() < binds
                    ? "(" + formula + ")"
                    : formula.toString();
        }
    }

    /** One answer for each kind of formula: whoever reads formulas is told by the compiler of a new one. */
    interface Cases<R> {
        R constant(Constant formula);

        R reported(Reported formula);

        R total(Total formula);

        R mean(Mean formula);

        R harmonic(Harmonic formula);

        R ratio(Ratio formula);

        R share(Share formula);

        R gap(Gap formula);

        R spread(Spread formula);

        R arithmetic(Arithmetic formula);
    }

    /** @throws NoFormula where the text is not a formula */
    static Formula parse(String text) {
        return new FormulaReader().visit(Syntax.of(text));
    }

    /** The figures that it names, weights too, in the order of their mention. */
    Stream<Figures> figures();

    /**
     * The number that it is where it names no figures, to {@link Operator#PRECISION} digits.
     *
     * @throws ArithmeticException where it divides by zero
     */
    default Optional<BigDecimal> constant() {
        return Optional.empty();
    }

    /** Whether it says itself of which sex its figures are, so that there is no other value of it for each sex. */
    default boolean choosesSex() {
        return figures().anyMatch(one -> one.selection().only().containsKey(Dimension.SEX));
    }

    /** The same formula over no other figures than those that a selection names. */
    Formula within(Selection outer);

    <R> R in(Cases<R> cases);

    /** Whether a unit's value is then the source's own figure of it. */
    default boolean isOneMeasure() {
        return this instanceof Reported || this instanceof Total || this instanceof Mean || this instanceof Harmonic;
    }

    private static List<Figures> all(List<Figures> figures, Selection outer) {
        return figures.stream().map(one -> one.within(outer)).toList();
    }

    private static String added(List<Figures> figures) {
        return figures.stream().map(Figures::toString).collect(Collectors.joining(" + "));
    }
}
