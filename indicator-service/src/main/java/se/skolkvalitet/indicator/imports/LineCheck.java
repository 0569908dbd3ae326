package se.skolkvalitet.indicator.imports;

import java.util.function.Supplier;
import se.skolkvalitet.kit.imports.LineFaults;
import se.skolkvalitet.kit.text.InvalidValue;

/** Reads the fields of one line, and tells of each what is wrong with it. */
record LineCheck(long line, LineFaults faults) {

    /** @return null where the field is refused, which has been told */
    <T> T read(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValue refused) {
            faults.add(line, field, refused);
            return null;
        }
    }

    void refuse(String field, String rule, String message) {
        faults.add(line, field, rule, message);
    }

    boolean isFaulty() {
        return faults.hasFaults(line);
    }
}
