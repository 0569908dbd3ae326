package se.skolkvalitet.kit.time;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Identifiers where the domain has none of its own. */
public final class Ids {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new UUID of version 7: unique, and later ones sort after earlier ones made by the same process. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
