package se.skolkvalitet.indicator.release;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import se.skolkvalitet.indicator.calculation.Calculation;
import se.skolkvalitet.indicator.calculation.Calculations;
import se.skolkvalitet.indicator.calculation.CodeVersion;
import se.skolkvalitet.indicator.protection.PupilProtection;
import se.skolkvalitet.indicator.release.ReleaseFiles.MembershipDay;
import se.skolkvalitet.kit.events.Outbox;
import se.skolkvalitet.kit.jobs.JobFailed;
import se.skolkvalitet.kit.jobs.JobHandler;
import se.skolkvalitet.kit.jobs.JobRun;

/**
 * Checks a calculation, and publishes it as a release, of its own or in the place of one that it corrects, with an analysis
 * document for each organiser and its files. They are written first, the documents in portions, for a release that nobody sees yet;
 * a job that is cut off goes on where it was. Then one short transaction publishes it with all of them. A calculation is published
 * once: asking again gives the release that it already has.
 */
@ApplicationScoped
class ReleaseJob implements JobHandler<ReleaseJob.Parameters> {
    static final String KIND = "release-publication";

    @Inject
    ReleaseRepository releases;

    @Inject
    Calculations calculations;

    @Inject
    PupilProtection protection;

    @Inject
    Manifests manifests;

    @Inject
    ReleaseDrafts drafts;

    @Inject
    FindingStore findings;

    @Inject
    ReleaseFiles files;

    @Inject
    PublishableCode code;

    @Inject
    ProvenValues provenValues;

    @Inject
    Outbox outbox;

    @Inject
    Event<ReleasePrepared> prepared;

    @Inject
    Event<ReleasePublished> published;

    @Inject
    Clock clock;

    @Inject
    CodeVersion codeVersion;

    /**
     * @param corrects the release that it corrects; null where it corrects none
     * @param draft whether it is checked only; null for no
     */
    record Parameters(long calculation, String corrects, Boolean draft) {}

    /**
     * @param release null where it was not published
     * @param alreadyPublished the calculation had this release before
     * @param draft null where it was published
     */
    public record Report(
            @Nullable Release release,
            boolean alreadyPublished,
            @Nullable ReleaseDraft draft) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<Parameters> parametersType() {
        return Parameters.class;
    }

    @Override
    public Object run(JobRun run, Parameters parameters) {
        Optional<Release> existing = releases.ofCalculation(parameters.calculation());
        if (existing.isPresent()) {
            return new Report(existing.get(), true, null);
        }
        Calculation calculation = calculations
                .find(parameters.calculation())
                .orElseThrow(() -> new JobFailed("There is no calculation %d.".formatted(parameters.calculation())));
        code.require(calculation);
        if (protection.isOutdated(calculation.number())) {
            throw new JobFailed(
                    "Since calculation %d was made, a release has told other figures of pupils: together they might tell what is withheld. Calculate again."
                            .formatted(calculation.number()));
        }
        Release release =
                QuarkusTransaction.requiringNew().call(() -> prepare(run, calculation, parameters.corrects()));
        run.progress("checking", 0, null);
        ReleaseDraft draft = QuarkusTransaction.requiringNew().call(() -> {
            run.hold();
            return drafts.check(release);
        });
        if (Boolean.TRUE.equals(parameters.draft())) {
            return new Report(null, false, draft);
        }
        if (draft.state() != ReleaseState.CHECKED) {
            throw new JobFailed(
                    "Not published: of %d findings of its checks %d have no reason (/v1/release-drafts/%s/findings)."
                            .formatted(draft.findings(), draft.withoutReason(), draft.id()),
                    new Report(null, false, draft));
        }
        prepared.fire(new ReleasePrepared(release, run));
        QuarkusTransaction.requiringNew().run(() -> files.addProofs(release));
        run.progress("holding values against proofs", 0, null);
        QuarkusTransaction.requiringNew().run(() -> {
            run.hold();
            provenValues.require(release);
        });
        List<MembershipDay> membershipDays = files.membershipDays(release);
        return QuarkusTransaction.requiringNew().call(() -> {
            Report report = new Report(publish(release.id(), calculation, membershipDays), false, null);
            run.complete(report);
            return report;
        });
    }

    /** Goes on with what was begun for this calculation; what was begun for another is given up, with its number. */
    private Release prepare(JobRun run, Calculation calculation, String corrects) {
        run.hold();
        return releases.inPreparation(calculation.number(), corrects, codeVersion.text(), now().getYear())
                .orElseGet(() -> {
                    releases.giveUpPreparations();
                    ReleaseNumber number = corrects == null ? nextNumber() : nextCorrection(corrects);
                    Release release = draft(number, calculation, corrects);
                    releases.persistAndFlush(new ReleaseEntity(release, number));
                    return release;
                });
    }

    private Release publish(String id, Calculation calculation, List<MembershipDay> membershipDays) {
        releases.findById(id).publish(now());
        releases.flush();
        Release release = releases.record(id).orElseThrow();
        if (release.corrects() != null) {
            releases.findById(release.corrects()).correct(id);
        }
        findings.keepReasons(id);
        manifests.keep(release, calculation, membershipDays);
        outbox.add(release.event());
        published.fire(new ReleasePublished(release));
        return release;
    }

    /** Two cannot take the same number: of the jobs of a kind one is at work at a time. */
    private ReleaseNumber nextNumber() {
        int year = now().getYear();
        return new ReleaseNumber(year, releases.lastSerial(year) + 1, 0);
    }

    /** A job that waited while another corrected the same release comes too late. */
    private ReleaseNumber nextCorrection(String corrected) {
        releases.record(corrected).map(Release::correctedBy).ifPresent(by -> {
            throw new JobFailed("Release %s is corrected by %s already.".formatted(corrected, by));
        });
        return releases.findById(corrected).number().nextCorrection();
    }

    private Release draft(ReleaseNumber number, Calculation calculation, String corrects) {
        return new Release(
                number.text(),
                releases.lastSequence() + 1,
                ReleaseState.DRAFT,
                corrects,
                null,
                calculation.number(),
                calculation.edition(),
                codeVersion.text(),
                null,
                calculations.valueCount(calculation));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
