package se.skolkvalitet.kit.web;

import jakarta.ws.rs.core.CacheControl;

/** How long an answer may be kept without asking again. */
public final class Caching {
    private static final int YEAR_IN_SECONDS = 31_536_000;

    private Caching() {}

    /**
     * For what was published and never changes, at its own address only: what {@code latest} and {@code current} stand
     * for does change.
     */
    public static CacheControl immutable() {
        CacheControl cache = new CacheControl();
        cache.setNoTransform(false);
        cache.setMaxAge(YEAR_IN_SECONDS);
        cache.getCacheExtension().put("immutable", "");
        return cache;
    }
}
