package se.skolkvalitet.regional.office;

import java.util.List;
import se.skolkvalitet.kit.db.CodeColumns;
import se.skolkvalitet.regional.geography.CountyCode;
import se.skolkvalitet.regional.geography.MunicipalityCode;

/** The codes that offices and their coverage have as columns. */
public class CodesInColumns extends CodeColumns {
    public CodesInColumns() {
        super(List.of(CountyCode.class, MunicipalityCode.class, OfficeCode.class));
    }
}
