package se.skolkvalitet.indicator.value;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.skolkvalitet.indicator.area.Level;
import se.skolkvalitet.indicator.framework.Edition;
import se.skolkvalitet.indicator.framework.Edition.Indicator;
import se.skolkvalitet.indicator.framework.EditionStore;
import se.skolkvalitet.indicator.release.Release;
import se.skolkvalitet.kit.problem.FieldError;
import se.skolkvalitet.kit.problem.KnownCodes;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.text.Nearest.Named;

/**
 * Holds the codes that a filter of values names against those that a release knows, so that a typing error is no empty
 * answer. What the answer shows exists; only what it does not show is looked up, so that most requests cost nothing more.
 */
@ApplicationScoped
class ValueCodes {
    private static final List<Named> SEXES =
            List.of(new Named("T", "all"), new Named("F", "girls, women"), new Named("M", "boys, men"));

    @Inject
    ValueStore values;

    @Inject
    EditionStore editions;

    /**
     * @param rows the first rows that the filter finds
     * @throws ProblemException 400 with every code that there is not, and the nearest ones to each
     */
    void require(Release release, ValueFilter filter, List<Value> rows) {
        List<FieldError> faults = new ArrayList<>();
        new Filter("indicator", "indicator", filter.indicators(), rows, Value::indicator)
                .check(unseen -> indicators(release), faults);
        new Filter("area", "area", filter.areas(), rows, Value::area).check(unseen -> areas(release, unseen), faults);
        new Filter("level", "level", filter.levels(), rows, value -> value.level()
                        .value())
                .check(unseen -> levels(), faults);
        new Filter("period", "period", filter.periods(), rows, Value::period)
                .check(unseen -> named(values.periods(release)), faults);
        new Filter("schoolForm", "school form", filter.schoolForms(), rows, Value::schoolForm)
                .check(unseen -> named(schoolForms(release)), faults);
        new Filter("sex", "sex", filter.sexes(), rows, Value::sex).check(unseen -> SEXES, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    /** One parameter of the filter, and what the rows show of it. */
    private record Filter(String field, String what, String[] asked, List<Value> rows, Function<Value, String> shown) {
        /** @param known gives what there is; at least those of the codes it is given that exist */
        void check(Function<Set<String>, List<Named>> known, List<FieldError> faults) {
            Set<String> unseen = new HashSet<>(Arrays.asList(asked));
            rows.forEach(row -> unseen.remove(shown.apply(row)));
            if (unseen.isEmpty()) {
                return;
            }
            KnownCodes codes = new KnownCodes(what, known.apply(unseen));
            Stream.of(asked).distinct().filter(unseen::contains).forEach(code -> codes.fault(field, code)
                    .ifPresent(faults::add));
        }
    }

    private List<Named> indicators(Release release) {
        return editions.find(release.edition()).indicators().stream()
                .map(indicator -> new Named(indicator.code(), indicator.name().sv()))
                .toList();
    }

    /** All of them only where a fault needs them for its suggestions: there are tens of thousands. */
    private List<Named> areas(Release release, Set<String> codes) {
        List<Named> found = values.areas(release, codes);
        return found.size() == codes.size() ? found : values.areas(release);
    }

    private static List<Named> levels() {
        return named(Stream.of(Level.values()).map(Level::value).toList());
    }

    private Collection<String> schoolForms(Release release) {
        Edition edition = editions.find(release.edition());
        return edition.indicators().stream()
                .map(Indicator::schoolForms)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static List<Named> named(Collection<String> codes) {
        return codes.stream().sorted().map(Named::of).toList();
    }
}
