package se.skolkvalitet.indicator.background;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.background.ExpectedStore.ModelRow;
import se.skolkvalitet.indicator.background.ExpectedStore.UnitRow;
import se.skolkvalitet.indicator.background.PeerGroups.Group;
import se.skolkvalitet.indicator.background.PeerStore.CandidateRow;
import se.skolkvalitet.indicator.background.Regression.Unit;
import se.skolkvalitet.indicator.calculation.CalculationWritten;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.Edition.Peers;

/** Adds peer groups and expected values to a calculation, in its transaction. */
@ApplicationScoped
class BackgroundWriter {
    @Inject
    PeerStore peers;

    @Inject
    ExpectedStore expected;

    void write(@Observes CalculationWritten calculation) {
        Edition edition = calculation.edition();
        edition.peers().forEach(form -> writePeers(calculation.number(), form));
        List<Indicator> indicators = edition.indicators().stream()
                .filter(indicator -> !indicator.expectedBy().isEmpty())
                .toList();
        List<ModelRow> models = indicators.stream()
                .flatMap(indicator -> models(calculation.number(), indicator))
                .toList();
        expected.save(calculation.number(), models, indicators);
    }

    private void writePeers(long calculation, Peers form) {
        List<CandidateRow> rows = peers.candidates(calculation, form);
        String period = rows.isEmpty() ? null : rows.get(0).period();
        List<Group> groups =
                PeerGroups.of(rows.stream().map(CandidateRow::candidate).toList());
        peers.save(calculation, form.schoolForm(), period, groups);
    }

    private Stream<ModelRow> models(long calculation, Indicator indicator) {
        return indicator.schoolForms().stream()
                .sorted()
                .flatMap(form -> byPeriod(expected.units(calculation, indicator, form)).entrySet().stream()
                        .map(period -> ModelRow.of(
                                indicator,
                                form,
                                period.getKey(),
                                Regression.over(
                                        complete(period.getValue()),
                                        indicator.expectedBy().size()))));
    }

    private static Map<String, List<UnitRow>> byPeriod(List<UnitRow> units) {
        return units.stream().collect(Collectors.groupingBy(UnitRow::period, TreeMap::new, Collectors.toList()));
    }

    private static List<Unit> complete(List<UnitRow> units) {
        return units.stream()
                .filter(unit -> unit.background() != null)
                .map(unit -> new Unit(unit.code(), unit.value(), unit.background()))
                .toList();
    }
}
