package se.skolkvalitet.indicator.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import se.skolkvalitet.certificate.folder.WithheldValues;
import se.skolkvalitet.indicator.protection.ProtectedTables;
import se.skolkvalitet.kit.jobs.JobFailed;

/** Holds the values in a release's files, as they were written, against the proofs of what is withheld. */
@ApplicationScoped
class ProvenValues {
    private static final int MOST_NAMED = 3;

    @Inject
    ProtectedTables tables;

    @Inject
    ReleaseFiles files;

    /** @throws JobFailed where a value is told that must not be, or is withheld for others without a proof, which nobody can explain */
    void require(Release release) {
        WithheldValues withheld = tables.withheldValues(release.calculation());
        files.of(release).stream()
                .map(ReleaseFile::name)
                .filter(WithheldValues::areIn)
                .forEach(file -> requireUntold(toldIn(release, file, withheld), file));
        if (withheld.areForOthers() && withheld.isOfNone()) {
            throw new JobFailed("Not published: values are withheld for others, and there is no proof.");
        }
    }

    private List<String> toldIn(Release release, String file, WithheldValues withheld) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(files.open(release, file), StandardCharsets.UTF_8))) {
            return withheld.toldIn(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireUntold(List<String> told, String file) {
        if (!told.isEmpty()) {
            throw new JobFailed("Not published: in %s %d values are told that must not be: %s."
                    .formatted(
                            file, told.size(), told.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))));
        }
    }
}
