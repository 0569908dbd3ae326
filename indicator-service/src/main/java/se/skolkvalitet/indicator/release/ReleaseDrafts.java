package se.skolkvalitet.indicator.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import se.skolkvalitet.indicator.framework.EditionStore;
import se.skolkvalitet.indicator.protection.ProtectedTables;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.ProblemException;

/** Releases before they are published: their checks, and what people say of what these have found. There is one at a time. */
@ApplicationScoped
class ReleaseDrafts {
    @Inject
    ReleaseRepository releases;

    @Inject
    FindingStore findings;

    @Inject
    EditionStore editions;

    @Inject
    ProtectedTables tables;

    @Inject
    CheckLimits limits;

    @Inject
    Clock clock;

    List<ReleaseDraft> all() {
        return releases.drafts().stream().map(this::draft).toList();
    }

    /** @throws ProblemException 404 where there is none of the number: it is published, or was given up */
    ReleaseDraft find(ReleaseKey key) {
        return all().stream()
                .filter(draft -> key.isLatest() || draft.id().equals(key.value()))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(
                        key.isLatest() ? "draft of a release" : "draft of a release " + key.value()));
    }

    private ReleaseDraft draft(ReleaseEntity release) {
        return ReleaseDraft.of(release.toRecord(), release.checkedAt(), findings.count(release.id()));
    }

    /**
     * Makes all checks of a draft, in the caller's transaction.
     *
     * @throws JobFailed where a proof is not right, which nobody can explain
     */
    ReleaseDraft check(Release draft) {
        List<String> wrong = tables.wrongProofs(draft.calculation());
        if (!wrong.isEmpty()) {
            throw new JobFailed("What is withheld is not proven to be safe: " + String.join("; ", wrong));
        }
        Optional<Release> previous = draft.corrects() == null ? releases.newest() : releases.record(draft.corrects());
        findings.find(draft, previous, editions.find(draft.edition()).indicators(), limits);
        releases.findById(draft.id()).check(clock.instant().atOffset(ZoneOffset.UTC));
        releases.flush();
        return find(new ReleaseKey(draft.id()));
    }

    /** @throws ProblemException 400 where the draft has not all of the findings */
    ReleaseDraft explain(String id, List<UUID> explained, String reason) {
        List<UUID> known = findings.known(id, explained);
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < explained.size(); i++) {
            if (!known.contains(explained.get(i))) {
                faults.add(new FieldError(
                        "findings[%d]".formatted(i),
                        "unknown",
                        "The draft of %s has no finding %s.".formatted(id, explained.get(i))));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        findings.explain(explained, reason, clock.instant().atOffset(ZoneOffset.UTC));
        return find(new ReleaseKey(id));
    }
}
