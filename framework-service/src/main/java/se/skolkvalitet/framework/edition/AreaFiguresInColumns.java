package se.skolkvalitet.framework.edition;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashSet;
import java.util.List;
import se.skolkvalitet.framework.edition.Framework.AreaFigures;

/** Where figures of areas are found, in three columns that are there together or not at all. */
@Embeddable
record AreaFiguresInColumns(
        @Column(name = "area_levels") List<AreaLevel> levels,
        @Column(name = "area_source") String source,
        @Column(name = "area_source_key") String sourceKey) {

    /** @param areas null where there are none */
    static AreaFiguresInColumns of(AreaFigures areas) {
        return areas == null
                ? null
                : new AreaFiguresInColumns(
                        areas.levels().stream().sorted().toList(), areas.source(), areas.sourceKey());
    }

    /** @param columns null where all are */
    static AreaFigures areas(AreaFiguresInColumns columns) {
        return columns == null
                ? null
                : new AreaFigures(new LinkedHashSet<>(columns.levels), columns.source, columns.sourceKey);
    }
}
