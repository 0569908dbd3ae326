package se.skolkvalitet.framework.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import se.skolkvalitet.framework.edition.Framework.Disclosure;

/** The rules of how few pupils a value may be about in columns, which are null where an edition has the usual ones. */
@Embeddable
record DisclosureInColumns(
        @Column(name = "least_group") Integer leastGroup,
        @Column(name = "least_count") Integer leastCount,
        @Column(name = "few_told") FewTold few,
        @Column(name = "least_width") Integer width) {

    static DisclosureInColumns of(Disclosure rules) {
        return rules == null
                ? null
                : new DisclosureInColumns(rules.leastGroup(), rules.leastCount(), rules.few(), rules.width());
    }

    static Disclosure disclosure(DisclosureInColumns columns) {
        return columns == null
                ? null
                : new Disclosure(columns.leastGroup, columns.leastCount, columns.few, columns.width);
    }
}
