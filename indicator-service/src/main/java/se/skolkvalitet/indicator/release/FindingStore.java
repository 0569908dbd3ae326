package se.skolkvalitet.indicator.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.text.Codes;

/** What checks have found, and what has been said of it. */
@Store
class FindingStore {
    private static final String FIND = Sql.load(FindingStore.class, "find-findings");
    private static final String SELECT = Sql.load(FindingStore.class, "select-findings");
    private static final int MOST_NAMED = 5;
    private static final TypeReference<List<CheckFinding.Jump>> JUMPS = new TypeReference<>() {};

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper mapper;

    /** How much other values of a level may be. */
    @JsonNaming(SnakeCaseStrategy.class)
    private record Limit(String level, BigDecimal sharePoints, BigDecimal factor) {}

    /** Whether an indicator's values are shares, numbers, or what else. */
    private record Kind(String indicator, String kind) {
        static Kind of(Indicator indicator) {
            if (indicator.inPercent()) {
                return new Kind(indicator.code(), "share");
            }
            return new Kind(indicator.code(), indicator.counts() ? "count" : "other");
        }
    }

    /**
     * Looks for what is to be explained of a release that is being made, in place of what was found before.
     *
     * @param previous the release that it follows or corrects
     */
    void find(Release draft, Optional<Release> previous, List<Indicator> indicators, CheckLimits limits) {
        jdbi.useHandle(handle -> {
            handle.execute("delete from release_finding where release = ?", draft.id());
            handle.createUpdate(FIND)
                    .bind("release", draft.id())
                    .bind("calculation", draft.calculation())
                    .bind("previous", previous.map(Release::calculation).orElse(0L))
                    .bind("previousRelease", previous.map(Release::id).orElse(""))
                    .bind(
                            "indicators",
                            new Json(indicators.stream().map(Kind::of).toList()))
                    .bind("limits", new Json(limits(limits)))
                    .bind("leastShare", limits.leastShare())
                    .bind("leastAreas", limits.leastAreas())
                    .bind("leastCount", limits.leastCount())
                    .bind("mostNamed", MOST_NAMED)
                    .execute();
        });
    }

    private static List<Limit> limits(CheckLimits limits) {
        return limits.jumps().entrySet().stream()
                .map(level -> new Limit(
                        level.getKey(),
                        level.getValue().sharePoints(),
                        level.getValue().factor()))
                .toList();
    }

    /**
     * @param reason of those that have one, or of those that have none; null for all
     * @param after the finding before the page, null for the first page
     */
    List<CheckFinding> list(String release, ReasonFilter reason, UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT)
                .bind("release", release)
                .bind("explained", reason == null ? null : reason == ReasonFilter.GIVEN)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> finding(row))
                .list());
    }

    private CheckFinding finding(ResultSet row) throws SQLException {
        return new CheckFinding(
                row.getObject("id", UUID.class),
                Codes.parse(CheckKind.class, row.getString("check")),
                row.getString("indicator"),
                row.getString("school_form"),
                row.getString("sex"),
                Codes.parse(Level.class, row.getString("level")),
                row.getString("period"),
                row.getString("since_period"),
                row.getString("since_release"),
                row.getInt("areas"),
                row.getInt("among"),
                jumps(row.getString("largest")),
                row.getString("reason"));
    }

    private List<CheckFinding.Jump> jumps(String json) {
        try {
            return mapper.readValue(json, JUMPS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How many a release has, and how many of them nobody has explained.
     */
    record Count(long findings, long withoutReason) {}

    Count count(String release) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as findings,
                            count(*) filter (where coalesce(release_finding.reason, finding_reason.reason) is null)
                                as without_reason
                        from release_finding
                        left join finding_reason using (finding)
                        where release = :release
                        """)
                .bind("release", release)
                .mapTo(Count.class)
                .one());
    }

    /** Those of the findings that a release has. */
    List<UUID> known(String release, List<UUID> findings) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select finding from release_finding where release = :release and finding = any(:findings)")
                .bind("release", release)
                .bindArray("findings", UUID.class, findings)
                .mapTo(UUID.class)
                .list());
    }

    /** A later reason takes the place of an earlier one. */
    void explain(List<UUID> findings, String reason, OffsetDateTime now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into finding_reason (finding, reason, recorded_at)
                        select distinct finding, :reason, :now::timestamptz from unnest(:findings) as finding
                        on conflict (finding) do update set reason = excluded.reason, recorded_at = excluded.recorded_at
                        """)
                .bindArray("findings", UUID.class, findings)
                .bind("reason", reason)
                .bind("now", now)
                .execute());
    }

    /** Keeps the reasons of a release that is published as they are now. */
    void keepReasons(String release) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        update release_finding set reason = finding_reason.reason
                        from finding_reason
                        where release = :release and finding_reason.finding = release_finding.finding
                        """).bind("release", release).execute());
    }
}
