package se.skolkvalitet.framework.edition;

import jakarta.persistence.Embeddable;
import se.skolkvalitet.framework.edition.Framework.Reference;

/** A publication in columns. What it may be is the API's to say, in {@link Reference}. */
@Embeddable
record ReferenceInColumns(String title, String publisher, int year, String url) {

    static ReferenceInColumns of(Reference reference) {
        return new ReferenceInColumns(reference.title(), reference.publisher(), reference.year(), reference.url());
    }

    Reference toReference() {
        return new Reference(title, publisher, year, url);
    }
}
