package se.skolkvalitet.formula;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import se.skolkvalitet.formula.IndicatorFormulaParser.ConditionContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.ConstantContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.GapContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.RatioContext;
import se.skolkvalitet.formula.IndicatorFormulaParser.SelectionContext;

/** What the grammar lets through and no formula can mean, whatever its measures are. */
class Wording extends IndicatorFormulaBaseVisitor<Void> {
    private static final int MOST_DIGITS = 12;
    private static final Set<String> SEXES = Set.of("T", "F", "M");

    private final List<FormulaFault> faults;

    Wording(List<FormulaFault> faults) {
        this.faults = faults;
    }

    @Override
    public Void visitRatio(RatioContext context) {
        if (context.NUMBER() != null && !context.NUMBER().getText().matches("[1-9][0-9]{0,5}")) {
            fault(context.NUMBER().getSymbol(), "'per' takes a whole number from 1 to 999999");
        }
        return visitChildren(context);
    }

    @Override
    public Void visitConstant(ConstantContext context) {
        if (context.getText().replace(".", "").length() > MOST_DIGITS) {
            fault(context.start, "a number has at most %d digits".formatted(MOST_DIGITS));
        }
        return null;
    }

    @Override
    public Void visitSelection(SelectionContext context) {
        Set<Dimension> seen = EnumSet.noneOf(Dimension.class);
        for (ConditionContext condition : context.condition()) {
            if (!seen.add(FormulaReader.dimension(condition))) {
                fault(condition.start, "'%s' is chosen twice".formatted(FormulaReader.dimension(condition)));
            }
        }
        return visitChildren(context);
    }

    @Override
    public Void visitCondition(ConditionContext context) {
        String value = FormulaReader.value(context);
        switch (FormulaReader.dimension(context)) {
            case SEX -> {
                if (!SEXES.contains(value)) {
                    fault(context.stop, "a sex is T (all), F (girls, women) or M (boys, men)");
                }
            }
            case GRADE -> {
                if (!value.matches("[0-9]{1,2}")) {
                    fault(context.stop, "a grade is a number");
                }
            }
            case FORM, PROGRAMME -> {
                if (context.WORD() == null) {
                    fault(context.stop, "a %s is a code".formatted(FormulaReader.dimension(context)));
                }
            }
        }
        return null;
    }

    @Override
    public Void visitGap(GapContext context) {
        Selection group = FormulaReader.selection(context.selection(0));
        Selection other = FormulaReader.selection(context.selection(1));
        if (!group.only().keySet().equals(other.only().keySet())) {
            fault(context.selection(1).start, "both groups of a gap are chosen by the same");
        } else if (group.equals(other)) {
            fault(context.selection(1).start, "a gap is between two different groups");
        }
        return visitChildren(context);
    }

    private void fault(Token at, String message) {
        faults.add(new FormulaFault(at.getLine(), at.getCharPositionInLine() + 1, FormulaFault.SYNTAX, message));
    }
}
