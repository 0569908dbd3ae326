package se.skolkvalitet.indicator.release;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.skolkvalitet.indicator.calculation.Calculation;
import se.skolkvalitet.indicator.calculation.CodeVersion;
import se.skolkvalitet.kit.jobs.JobFailed;

/** Whether anyone could make the figures again with the code that is running: only what a commit names can be had once more. */
@ApplicationScoped
class PublishableCode {
    private static final String COMMIT = "[0-9a-f]{40}";

    @Inject
    CodeVersion version;

    /** For whoever tries the service out. */
    @ConfigProperty(name = "releases.of-any-code")
    boolean isAny;

    /** @throws JobFailed where a release would name code that nobody can have: that of the calculation, or that of its files */
    void require(Calculation calculation) {
        if (!isAny) {
            requireCommit(calculation.codeVersion(), "Calculation %d was made".formatted(calculation.number()));
            requireCommit(version.text(), "The files would be made");
        }
    }

    static void requireCommit(@Nullable String version, String made) {
        if (version == null || !version.matches(COMMIT)) {
            throw new JobFailed(
                    "%s with '%s', which is no commit, so that nobody could make the release again (setting releases.of-any-code)."
                            .formatted(made, version));
        }
    }
}
