package se.skolkvalitet.disclosure;

import java.util.BitSet;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Who knows all that is published, that nothing is below zero, and between which ends cells lie where the table says that
 * everybody does; and has a library for linear programming.
 */
final class LinearAttacker {
    private static final double MORE_THAN_ALL = 10_000;

    private LinearAttacker() {}

    /** The most or the least that a withheld cell may be; infinite where there is no limit. */
    static double end(Table table, BitSet withheld, int primary, boolean most) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] variables = new Variable[table.cells().size()];
        withheld.stream().forEach(cell -> {
            variables[cell] =
                    model.addVariable("z" + cell).lower(table.least(cell)).weight(cell == primary ? 1 : 0);
            table.most(cell).ifPresent(variables[cell]::upper);
            double leastUnlessNone = table.leastUnlessNone(cell).doubleValue();
            if (leastUnlessNone > 0) {
                Variable some = model.addVariable("some " + cell).binary();
                model.addExpression("not under " + cell)
                        .set(variables[cell], 1)
                        .set(some, -leastUnlessNone)
                        .lower(0);
                model.addExpression("none " + cell)
                        .set(variables[cell], 1)
                        .set(some, -MORE_THAN_ALL)
                        .upper(0);
            }
        });
        for (int i = 0; i < table.equations().size(); i++) {
            Expression expression = model.addExpression("e" + i);
            double known = 0;
            boolean any = false;
            for (Map.Entry<Integer, Long> term :
                    table.equations().get(i).coefficients().entrySet()) {
                if (variables[term.getKey()] == null) {
                    known += table.cells().get(term.getKey()).value().doubleValue() * term.getValue();
                } else {
                    expression.set(variables[term.getKey()], term.getValue());
                    any = true;
                }
            }
            if (any) {
                expression.level(-known);
            }
        }
        Optimisation.Result result = most ? model.maximise() : model.minimise();
        return result.getState() == Optimisation.State.UNBOUNDED ? Double.POSITIVE_INFINITY : result.getValue();
    }
}
