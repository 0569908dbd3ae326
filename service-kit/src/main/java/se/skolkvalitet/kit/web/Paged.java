package se.skolkvalitet.kit.web;

/** An answer that holds one page of a collection; the kit adds the {@code Link} headers. */
public interface Paged {
    /** The {@code cursor} of the next page; null on the last. */
    String next();
}
