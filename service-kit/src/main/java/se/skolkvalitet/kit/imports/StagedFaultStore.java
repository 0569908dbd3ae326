package se.skolkvalitet.kit.imports;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** What is wrong with staged lines beside other lines or data, in the temporary table {@code staged_fault}. */
public final class StagedFaultStore {
    private static final int FETCH = 1000;

    private StagedFaultStore() {}

    /**
     * Tells the faults in the order of the file. Inside a transaction, so that memory does not grow with their number.
     *
     * @param find makes the table, with line, field, rule and message
     */
    public static void find(Handle handle, String find, Consumer<LineFault> faults) {
        handle.execute(find);
        handle.createQuery("select line, field, rule, message from staged_fault order by line, field")
                .setFetchSize(FETCH)
                .mapTo(LineFault.class)
                .forEach(faults);
    }
}
