package se.skolkvalitet.indicator.background;

import jakarta.annotation.Nullable;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.background.PeerGroups.Candidate;
import se.skolkvalitet.indicator.background.PeerGroups.Group;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Peers;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.indicator.value.ValueId;
import se.skolkvalitet.kit.db.Json;
import se.skolkvalitet.kit.db.Sql;
import se.skolkvalitet.kit.db.Store;
import se.skolkvalitet.kit.text.Nearest.Named;
import se.skolkvalitet.kit.web.PageRequest;

/** The peer groups of calculations, and the values that they are made from. */
@Store
class PeerStore {
    private static final String CANDIDATES = Sql.load(PeerStore.class, "select-candidates");
    private static final String INSERT = Sql.load(PeerStore.class, "insert-peers");
    private static final String SELECT = Sql.load(PeerStore.class, "select-peers");
    private static final List<String> FIRST = List.of("", "");

    @Inject
    Jdbi jdbi;

    /**
     * An organiser that has some of the background.
     *
     * @param period the same in all rows; null where there is none
     * @param background null where it lacks a value
     */
    public record CandidateRow(String code, String kind, String period, List<BigDecimal> background) {
        Candidate candidate() {
            return new Candidate(code, kind, background == null ? List.of() : background);
        }
    }

    /** An organiser, or a peer of the one before. */
    public record MemberRow(
            String schoolForm,
            String organiser,
            String period,
            PeerReason reason,
            int position,
            String code,
            BigDecimal distance,
            String name,
            String kind,
            @Nullable List<String> indicators,
            @Nullable List<BigDecimal> figures) {}

    List<CandidateRow> candidates(long calculation, Peers peers) {
        return jdbi.withHandle(handle -> handle.createQuery(CANDIDATES)
                .bind("calculation", calculation)
                .bind("schoolForm", peers.schoolForm())
                .bindArray("background", String.class, peers.background())
                .bind("least", PeerGroups.LEAST)
                .mapTo(CandidateRow.class)
                .list());
    }

    void save(long calculation, String schoolForm, String period, List<Group> groups) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("calculation", calculation)
                .bind("schoolForm", schoolForm)
                .bind("period", period)
                .bind("groups", new Json(groups))
                .execute());
    }

    /** @param filter of one organiser or school form; null for all */
    List<PeerGroup> list(Release release, Edition edition, PeerFilter filter, PageRequest page) {
        List<String> after = page.after(FIRST.size()).orElse(FIRST);
        Map<String, List<String>> backgrounds =
                edition.peers().stream().collect(Collectors.toMap(Peers::schoolForm, Peers::background));
        List<String> all =
                backgrounds.values().stream().flatMap(List::stream).distinct().toList();
        Map<List<String>, List<MemberRow>> groups = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(SELECT)
                .bind("calculation", release.calculation())
                .bindArray("background", String.class, all)
                .bind("organiser", filter.organiser)
                .bind("schoolForm", filter.schoolForm)
                .bind("afterSchoolForm", after.get(0))
                .bind("afterOrganiser", after.get(1))
                .bind("limit", page.fetch())
                .mapTo(MemberRow.class)
                .forEach(row -> groups.computeIfAbsent(
                                List.of(row.schoolForm(), row.organiser()), none -> new ArrayList<>())
                        .add(row)));
        return groups.values().stream()
                .map(members -> group(release, backgrounds.get(members.get(0).schoolForm()), members))
                .toList();
    }

    /** Every organiser of a release. */
    List<Named> organisers(Release release) {
        return jdbi.withHandle(handle -> handle.createQuery("select area as code, name from calculated_area"
                        + " where calculation = :calculation and level = 'organiser' order by area")
                .bind("calculation", release.calculation())
                .mapTo(Named.class)
                .list());
    }

    private static PeerGroup group(Release release, List<String> background, List<MemberRow> members) {
        MemberRow self = members.get(0);
        return new PeerGroup(
                self.organiser(),
                self.name(),
                self.kind(),
                self.schoolForm(),
                self.period(),
                self.reason(),
                figures(release, background, self),
                members.stream()
                        .skip(1)
                        .map(peer -> new PeerGroup.Peer(
                                peer.position(),
                                peer.code(),
                                peer.name(),
                                peer.distance(),
                                figures(release, background, peer)))
                        .toList());
    }

    private static List<BackgroundFigure> figures(Release release, List<String> background, MemberRow member) {
        if (member.indicators() == null) {
            return List.of();
        }
        Map<String, BigDecimal> values = IntStream.range(0, member.indicators().size())
                .boxed()
                .collect(Collectors.toMap(member.indicators()::get, member.figures()::get));
        return background.stream()
                .filter(values::containsKey)
                .map(indicator -> new BackgroundFigure(
                        ValueId.of(
                                release.id(),
                                indicator,
                                Level.ORGANISER,
                                member.code(),
                                member.period(),
                                "T",
                                member.schoolForm()),
                        indicator,
                        values.get(indicator)))
                .toList();
    }
}
