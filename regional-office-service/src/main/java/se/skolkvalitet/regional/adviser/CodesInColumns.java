package se.skolkvalitet.regional.adviser;

import java.util.List;
import se.skolkvalitet.kit.db.CodeColumns;
import se.skolkvalitet.regional.register.SchoolForm;

/** The codes that advisers have as columns, beside that of their office. */
public class CodesInColumns extends CodeColumns {
    public CodesInColumns() {
        super(List.of(Agency.class, SchoolForm.class));
    }
}
