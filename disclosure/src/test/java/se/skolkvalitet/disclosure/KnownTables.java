package se.skolkvalitet.disclosure;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.skolkvalitet.disclosure.folder.Marks;
import se.skolkvalitet.disclosure.folder.TableFolder;

/** Tables of other tools, of which the fewest secondary cells are known. */
enum KnownTables {
    SDC_MICRODATA("01-sdctable-microdata1", new Marks("freq", "primary", Set.of("1")), 3),
    SDC_4X4("03-sdctable-4x4", new Marks("freq", "primary", Set.of("1")), 1),
    SSB_Z1("05-ssb-z1", new Marks("freq", "primary", Set.of("1")), 3),
    SSB_EXAMPLE("07-ssb-example1", new Marks("freq", "primary_maxN3", Set.of("1")), 2),
    SSB_EXAMPLE_OF_WIDTH(
            "07-ssb-example1",
            new Marks("freq", "primary_maxN3", Set.of("1")).protecting(null, null, BigDecimal.valueOf(5)),
            4),
    ARGUS_BATCH("08-tauargus-batch-ex1", new Marks("freq", "primary", Set.of("1")), 3),
    ARGUS_BATCH_OF_WIDTH(
            "08-tauargus-batch-ex1",
            new Marks("freq", "primary", Set.of("1")).protecting("lpl", "upl", BigDecimal.ZERO),
            3),
    ARGUS_SIMPLE("09-tauargus-simple2d", new Marks("value", "pp_status", Set.of("U")), 2),
    ARGUS_SIMPLE_OF_WIDTH(
            "09-tauargus-simple2d",
            new Marks("value", "pp_status", Set.of("U")).protecting("pp_lpl", "pp_upl", BigDecimal.ZERO),
            4),
    RT_ARGUS("11-rtauargus-ex1", new Marks("val", "expected_status", Set.of("A", "B")), 2);

    private final String folder;
    private final Marks marks;
    private final int fewest;

    KnownTables(String folder, Marks marks, int fewest) {
        this.folder = folder;
        this.marks = marks;
        this.fewest = fewest;
    }

    /** Secondary cells that protect the primary ones as it is asked. */
    int fewest() {
        return fewest;
    }

    Table table() {
        return TableFolder.read(List.of(folder()), marks).table();
    }

    Path folder() {
        return data().resolve("disclosure").resolve(folder);
    }

    private static Path data() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .takeWhile(path -> path != null)
                .map(path -> path.resolve("../shared/data").normalize())
                .filter(path -> path.toFile().isDirectory())
                .findFirst()
                .orElseThrow();
    }
}
