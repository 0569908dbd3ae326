package se.skolkvalitet.kit.problem;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** What lies under a fault, however often it was wrapped on its way. */
public final class Causes {
    private Causes() {}

    /** The fault itself, its causes, and what was suppressed beside them: a transaction's commit keeps its cause there. */
    public static Set<Throwable> of(Throwable fault) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(fault);
        while (!open.isEmpty()) {
            Throwable next = open.remove();
            if (all.add(next)) {
                open.addAll(Arrays.asList(next.getSuppressed()));
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
            }
        }
        return all;
    }
}
