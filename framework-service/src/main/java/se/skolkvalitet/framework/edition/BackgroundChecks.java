package se.skolkvalitet.framework.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import se.skolkvalitet.formula.PeriodKind;
import se.skolkvalitet.framework.edition.Framework.Indicator;
import se.skolkvalitet.framework.edition.Framework.Peers;
import se.skolkvalitet.kit.problem.FieldError;

/** What must hold of the indicators that an edition names as a background. */
final class BackgroundChecks {
    private final FormulaFacts formulas;
    private final Map<String, Indicator> indicators = new HashMap<>();
    private final List<FieldError> faults = new ArrayList<>();

    private BackgroundChecks(Framework framework, FormulaFacts formulas) {
        this.formulas = formulas;
        framework.indicators().forEach(indicator -> indicators.putIfAbsent(indicator.code(), indicator));
    }

    static List<FieldError> faultsOf(Framework framework, FormulaFacts formulas) {
        BackgroundChecks checks = new BackgroundChecks(framework, formulas);
        checks.checkExpectations(framework.indicators());
        checks.checkPeers(framework.peers());
        return checks.faults;
    }

    private void checkExpectations(List<Indicator> all) {
        for (int i = 0; i < all.size(); i++) {
            Indicator indicator = all.get(i);
            if (indicator.expectedBy() != null) {
                checkExpectation("indicators[%d].expectedBy".formatted(i), indicator);
            }
            if (indicator.deviationIn() != null) {
                checkDeviation("indicators[%d].deviationIn".formatted(i), indicator);
            }
        }
    }

    private void checkExpectation(String path, Indicator indicator) {
        if (formulas.isTotal(indicator)) {
            fault(path, "total", "'%s' is a total: that of an area follows from its size".formatted(indicator.code()));
        }
        checkEach(path, indicator.expectedBy(), (place, background) -> {
            if (background.code().equals(indicator.code())) {
                fault(place, "own-background", "'%s' is not its own background".formatted(indicator.code()));
            }
            checkForms(place, background, indicator.schoolForms());
            checkPeriods(place, background, indicator.periodKind());
        });
    }

    private void checkDeviation(String path, Indicator indicator) {
        Indicator deviation = indicators.get(indicator.deviationIn());
        if (deviation == null) {
            dangling(path, indicator.deviationIn());
        } else if (deviation == indicator) {
            fault(path, "own-deviation", "'%s' is not how far it is from itself".formatted(indicator.code()));
        } else {
            if (deviation.unit() != indicator.unit()) {
                fault(
                        path,
                        "unit",
                        "'%s' is told in %s, '%s' in %s"
                                .formatted(
                                        deviation.code(),
                                        deviation.unit().value(),
                                        indicator.code(),
                                        indicator.unit().value()));
            }
            checkForms(path, deviation, indicator.schoolForms());
            checkPeriods(path, deviation, indicator.periodKind());
        }
    }

    private void checkPeers(List<Peers> peers) {
        Set<SchoolForm> seen = new HashSet<>();
        for (int i = 0; i < peers.size(); i++) {
            SchoolForm form = peers.get(i).schoolForm();
            if (!seen.add(form)) {
                fault(
                        "peers[%d].schoolForm".formatted(i),
                        "duplicate",
                        "The background of %s is told more than once".formatted(form.value()));
            }
            checkBackground("peers[%d].background".formatted(i), peers.get(i));
        }
    }

    /** Organisers are set beside each other in one period, so that all must have the same kind of it. */
    private void checkBackground(String path, Peers peers) {
        PeriodKind kind = peers.background().stream()
                .filter(indicators::containsKey)
                .map(code -> indicators.get(code).periodKind())
                .findFirst()
                .orElse(null);
        checkEach(path, peers.background(), (place, background) -> {
            checkForms(place, background, Set.of(peers.schoolForm()));
            checkPeriods(place, background, kind);
        });
    }

    /** @param check of an indicator that exists, with the path to where it is named */
    private void checkEach(String path, List<String> codes, BiConsumer<String, Indicator> check) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            String place = "%s[%d]".formatted(path, i);
            String code = codes.get(i);
            Indicator background = indicators.get(code);
            if (!seen.add(code)) {
                fault(place, "duplicate", "'%s' is named more than once".formatted(code));
            } else if (background == null) {
                dangling(place, code);
            } else {
                checkNoTotal(place, background);
                check.accept(place, background);
            }
        }
    }

    private void dangling(String place, String code) {
        fault(place, "dangling-reference", "There is no indicator '%s'".formatted(code));
    }

    private void checkNoTotal(String place, Indicator background) {
        if (formulas.isTotal(background)) {
            fault(
                    place,
                    "total",
                    "'%s' is a total, and areas of different size are not alike by it".formatted(background.code()));
        }
    }

    private void checkForms(String place, Indicator background, Set<SchoolForm> forms) {
        forms.stream()
                .filter(form -> !background.schoolForms().contains(form))
                .sorted()
                .forEach(form -> fault(
                        place, "school-form", "'%s' has no values of %s".formatted(background.code(), form.value())));
    }

    private void checkPeriods(String place, Indicator background, PeriodKind kind) {
        if (background.periodKind() != kind) {
            fault(
                    place,
                    "period-kind",
                    "'%s' is told by %s, the others by %s"
                            .formatted(
                                    background.code(), background.periodKind().value(), kind.value()));
        }
    }

    private void fault(String path, String rule, String message) {
        faults.add(new FieldError(path, rule, message + "."));
    }
}
