package se.skolkvalitet.indicator.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import se.skolkvalitet.kit.text.Code;

/** What files of values tell of each, under the names that the API has: all but the release, which is the file's. */
final class ValueColumns {
    static final List<Column> ALL = List.of(
            new Column("indicator", Value::indicator),
            new Column("level", Value::level),
            new Column("area", Value::area),
            new Column("areaName", Value::areaName),
            new Column("period", Value::period),
            new Column("schoolForm", Value::schoolForm),
            new Column("sex", Value::sex),
            new Column("value", Value::value),
            new Column("low", Value::low),
            new Column("high", Value::high),
            new Column("intervalLow", Value::intervalLow),
            new Column("intervalHigh", Value::intervalHigh),
            new Column("status", Value::status),
            new Column("reason", Value::reason),
            new Column("coverage", Value::coverage),
            new Column("roundedShare", Value::roundedShare),
            new Column("estimate", Value::estimate),
            new Column("units", Value::units),
            new Column("unitsWithValue", Value::unitsWithValue));

    private ValueColumns() {}

    /** @param of a text, a code, a number, or null */
    record Column(String name, Function<Value, Object> of) {
        /** Of a value; empty where that has none. */
        String text(Value value) {
            Object field = of.apply(value);
            if (field == null) {
                return "";
            }
            if (field instanceof Code code) {
                return code.value();
            }
            return field instanceof BigDecimal number ? number.toPlainString() : field.toString();
        }
    }
}
