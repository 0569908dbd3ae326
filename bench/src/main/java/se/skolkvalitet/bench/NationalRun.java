package se.skolkvalitet.bench;

import java.nio.file.Path;
import java.util.Map;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.Api;

/** Figures of a country, taken into an empty database, calculated, corrected and calculated again, as often as is asked for. */
final class NationalRun implements AutoCloseable {
    private final Workbench bench;
    private final NationalFigures figures;
    private final Api indicator;
    private final Database database;
    private final CopiedCsv copiedCsv;
    private final CopiedValues copiedValues;

    NationalRun(Workbench bench, NationalFigures figures) {
        this.bench = bench;
        this.figures = figures;
        this.indicator = bench.apiOfLongWork(ServiceKind.INDICATOR);
        this.database = bench.database(ServiceKind.INDICATOR);
        this.copiedCsv = new CopiedCsv(database, figures.csv());
        this.copiedValues = new CopiedValues(database);
    }

    NationalTurn turn() {
        IndicatorTables.emptyStatistics(database);
        IndicatorTables.emptyValues(database);
        database.settle();
        HeapWatch heap = new HeapWatch(bench.stack().url(ServiceKind.INDICATOR));
        Jobs.Done imported = importFile(figures.csv());
        heap.close();
        database.settle();
        double copy = Stopwatch.secondsOf(copiedCsv::copy);
        double insert = Stopwatch.secondsOf(copiedCsv::insert);
        copiedCsv.empty();
        rest();
        Jobs.Done calculated = calculate();
        double groupBys = GroupBys.seconds(database);
        importFile(Correction.write(database, bench.folder()));
        Jobs.Done following = calculate();
        database.settle();
        double copying = Stopwatch.secondsOf(
                () -> copiedValues.copy(following.report().path("number").asLong()));
        long values = copiedValues.count();
        copiedValues.empty();
        return new NationalTurn(
                imported, heap.thirds(), copy, insert, calculated, groupBys, following, copying, values);
    }

    /**
     * As a database is left some minutes after a large import: it has looked at what is in its tables, and nobody is the
     * first to read new rows. After a small one it is not so soon.
     */
    private void rest() {
        database.execute("vacuum (analyze)");
        database.settle();
    }

    /** As figures that everybody can read: otherwise most of the work of a calculation were to protect them. */
    private Jobs.Done importFile(Path csv) {
        return Jobs.run(indicator, () -> indicator.upload("/v1/imports?source=csv&licence=CC0-1.0", csv, "text/csv"));
    }

    private Jobs.Done calculate() {
        return Jobs.run(indicator, () -> indicator.post("/v1/calculations", Map.of("edition", figures.edition())));
    }

    @Override
    public void close() {
        copiedCsv.drop();
        copiedValues.drop();
    }
}
