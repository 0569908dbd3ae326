package se.skolkvalitet.indicator.imports;

import java.util.List;
import se.skolkvalitet.kit.db.CodeColumns;
import se.skolkvalitet.kit.imports.ImportMode;

/** The codes that imports have as columns. */
public class CodesInColumns extends CodeColumns {
    public CodesInColumns() {
        super(List.of(StatisticsSource.class, ImportMode.class, Licence.class));
    }
}
