package se.skolkvalitet.kit.testapp;

import java.util.List;
import se.skolkvalitet.kit.db.CodeColumns;

public class ThingColumns extends CodeColumns {
    public ThingColumns() {
        super(List.of(ThingCode.class, Colour.class));
    }
}
