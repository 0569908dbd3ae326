package se.skolkvalitet.framework.edition;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** An edition in the database: its head, and a row for each of its parts. */
@Entity
@Table(name = "edition")
class EditionEntity {
    @Id
    private int number;

    private EditionState state = EditionState.DRAFT;

    @Version
    private long version = 1;

    @Embedded
    private TextInColumns title;

    @Embedded
    private TextInColumns note;

    @Embedded
    private LeastCoverageInColumns leastCoverage;

    @Embedded
    private DisclosureInColumns disclosure;

    private LocalDate validFrom;
    private OffsetDateTime publishedAt;

    /** Differs with each change, also one of the parts only, so that the version grows with every change. */
    private Instant changedAt;

    @OneToMany(mappedBy = "edition", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<MeasureEntity> measures = new ArrayList<>();

    @OneToMany(mappedBy = "edition", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<GoalEntity> goals = new ArrayList<>();

    @OneToMany(mappedBy = "edition", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<SubGoalEntity> subGoals = new ArrayList<>();

    @OneToMany(mappedBy = "edition", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<IndicatorEntity> indicators = new ArrayList<>();

    @OneToMany(mappedBy = "edition", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<SuccessFactorEntity> successFactors = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "peers", joinColumns = @JoinColumn(name = "edition"))
    @OrderColumn(name = "position")
    @AttributeOverride(name = "schoolForm", column = @Column(name = "school_form"))
    @AttributeOverride(name = "background", column = @Column(name = "background"))
    private List<PeersInColumns> peers = new ArrayList<>();

    protected EditionEntity() {}

    EditionEntity(int number, Framework framework, Instant now) {
        this.number = number;
        say(framework, now);
    }

    /** Replaces all that the edition says. */
    final void say(Framework framework, Instant now) {
        this.title = TextInColumns.of(framework.title());
        this.note = TextInColumns.of(framework.note());
        this.validFrom = framework.validFrom();
        this.leastCoverage = LeastCoverageInColumns.of(framework.leastCoverage());
        this.disclosure = DisclosureInColumns.of(framework.disclosure());
        this.changedAt = now;
        replace(measures, framework.measures(), MeasureEntity::new);
        replace(goals, framework.goals(), GoalEntity::new);
        replace(subGoals, framework.subGoals(), SubGoalEntity::new);
        replace(indicators, framework.indicators(), IndicatorEntity::new);
        replace(successFactors, framework.successFactors(), SuccessFactorEntity::new);
        peers.clear();
        framework.peers().stream().map(PeersInColumns::of).forEach(peers::add);
    }

    private interface Row<P, E> {
        E of(EditionEntity edition, int position, P part);
    }

    private <P, E> void replace(List<E> rows, List<P> parts, Row<P, E> row) {
        rows.clear();
        IntStream.range(0, parts.size())
                .mapToObj(i -> row.of(this, i, parts.get(i)))
                .forEach(rows::add);
    }

    void publish(Instant now) {
        this.state = EditionState.PUBLISHED;
        this.publishedAt = now.atOffset(ZoneOffset.UTC);
        this.changedAt = now;
    }

    int number() {
        return number;
    }

    boolean isDraft() {
        return state == EditionState.DRAFT;
    }

    long version() {
        return version;
    }

    Edition toEdition() {
        return Edition.of(number, state, version, publishedAt, framework());
    }

    /** Without the parts, which are not loaded for it. */
    EditionSummary toSummary() {
        return new EditionSummary(number, state, version, TextInColumns.text(title), validFrom, publishedAt);
    }

    Framework framework() {
        return new Framework(
                TextInColumns.text(title),
                TextInColumns.text(note),
                validFrom,
                parts(measures, MeasureEntity::toMeasure),
                parts(goals, GoalEntity::toGoal),
                parts(subGoals, SubGoalEntity::toSubGoal),
                parts(indicators, IndicatorEntity::toIndicator),
                parts(successFactors, SuccessFactorEntity::toSuccessFactor),
                parts(peers, PeersInColumns::toPeers),
                LeastCoverageInColumns.leastCoverage(leastCoverage),
                DisclosureInColumns.disclosure(disclosure));
    }

    private static <E, P> List<P> parts(List<E> rows, Function<E, P> part) {
        return rows.stream().map(part).toList();
    }
}
