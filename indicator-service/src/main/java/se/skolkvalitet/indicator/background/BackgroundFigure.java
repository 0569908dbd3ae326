package se.skolkvalitet.indicator.background;

import java.math.BigDecimal;
import se.skolkvalitet.indicator.value.ValueId;

/** A value of the background. */
public record BackgroundFigure(ValueId id, String indicator, BigDecimal value) {}
