package se.skolkvalitet.indicator.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The imports that exist, for other features. */
@ApplicationScoped
public class StatisticsImports {
    @Inject
    StatisticsImportRepository imports;

    /** The imports up to a number, the oldest first. */
    public List<StatisticsImport> upTo(long last) {
        return imports.upTo(last);
    }

    /** The number of the last import: the statistics as they are now are what came up to it. */
    public Optional<Long> last() {
        return imports.highestNumber();
    }
}
