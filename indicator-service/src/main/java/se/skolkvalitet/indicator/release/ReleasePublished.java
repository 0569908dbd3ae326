package se.skolkvalitet.indicator.release;

/** Fired inside the transaction that publishes a release, for what must be told with it. */
public record ReleasePublished(Release release) {}
