package se.skolkvalitet.indicator.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import se.skolkvalitet.indicator.calculation.Calculation;
import se.skolkvalitet.indicator.imports.StatisticsImports;
import se.skolkvalitet.indicator.protection.Disclosure;
import se.skolkvalitet.indicator.protection.ProtectedTables;
import se.skolkvalitet.indicator.protection.WithheldTable;
import se.skolkvalitet.indicator.release.ReleaseFiles.MembershipDay;

/** Gathers what a release was made of, and what it consists of. */
@ApplicationScoped
class Manifests {
    @Inject
    ProtectedTables tables;

    @Inject
    StatisticsImports imports;

    @Inject
    ReleaseFiles files;

    @Inject
    ReleaseRepository releases;

    /** In the transaction that publishes the release, when its files are there. */
    void keep(Release release, Calculation calculation, List<MembershipDay> membershipDays) {
        List<WithheldTable> withheld = tables.of(calculation.number());
        files.keep(new Manifest(
                release.id(),
                release.corrects(),
                release.publishedAt(),
                release.edition(),
                release.codeVersion(),
                new Manifest.Made(
                        calculation.number(),
                        calculation.calculatedAt(),
                        calculation.fingerprint(),
                        releases.numbersUpTo(calculation.knownRelease()),
                        calculation.codeVersion()),
                membershipDays,
                imports.upTo(calculation.lastImport()),
                Disclosure.counts(withheld),
                withheld.stream().filter(table -> table.proof() == null).count(),
                files.of(release)));
    }
}
