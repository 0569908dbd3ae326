package se.skolkvalitet.bench;

import java.util.List;

/** One thing that is measured beside its yardstick; it may give several figures. */
interface Row {
    /** For the option {@code bench.rows}. */
    String name();

    /** What is not on this machine and how to get it; empty where nothing is missing. */
    default String missing() {
        return "";
    }

    List<Measurement> measure(Workbench bench);
}
