package se.skolkvalitet.certificate;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a certificate. */
final class Findings {
    private final List<String> found = new ArrayList<>();

    void require(boolean holds, String otherwise, Object... of) {
        if (!holds) {
            found.add(otherwise.formatted(of));
        }
    }

    List<String> found() {
        return List.copyOf(found);
    }
}
