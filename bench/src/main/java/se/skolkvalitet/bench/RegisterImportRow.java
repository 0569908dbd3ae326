package se.skolkvalitet.bench;

import java.util.List;
import se.skolkvalitet.bench.Figures.Pair;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.Api;

/** The register of the whole country on its way into an empty database. */
final class RegisterImportRow implements Row {
    private static final String GAP =
            "The import checks each line against the others, merges, and writes an event with "
                    + "the whole state of each unit and organiser, which is more bytes than the register itself, made one by one "
                    + "in the service. Nearer would come: events made by the merging statement itself, and inserted by `COPY`.";

    private record Turn(Jobs.Done ours, double copy) {
        @Override
        public String toString() {
            return "%.2f s; COPY %.2f s".formatted(ours.seconds(), copy);
        }
    }

    @Override
    public String name() {
        return "register";
    }

    @Override
    public List<Measurement> measure(Workbench bench) {
        Api regional = bench.api(ServiceKind.REGIONAL_OFFICE);
        Database database = bench.database(ServiceKind.REGIONAL_OFFICE);
        Hearing hearing = new Hearing(bench);
        CopiedTable organisers = new CopiedTable(database, "organiser", bench.folder());
        CopiedTable units = new CopiedTable(database, "school_unit", bench.folder());
        List<Turn> turns = bench.inTurn("register", () -> {
            database.execute("truncate membership, school_unit, organiser, outbox");
            // The versions begin again; the neighbours are told, as after a restore.
            regional.post("/v1/outbox/epochs");
            organisers.empty();
            units.empty();
            database.settle();
            Jobs.Done ours = Jobs.run(regional, () -> regional.upload("/v1/register-imports", bench.units()));
            hearing.secondsUntilApplied(Stopwatch.start());
            database.settle();
            return new Turn(ours, Stopwatch.secondsOf(() -> {
                organisers.fill();
                units.fill();
            }));
        });
        organisers.drop();
        units.drop();
        return List.of(new Measurement(
                "register-import",
                "Import of the register, from the upload until the client knows that it is completed",
                "`COPY`",
                Figures.of(
                        Unit.SECONDS,
                        turns.stream()
                                .map(turn -> new Pair(turn.ours().seconds(), turn.copy()))
                                .toList()),
                ("%,d school units and %,d organisers in one file over HTTP into empty tables, %,d events written with"
                                + " them; `COPY` of the same rows into two tables with the same columns, checks and"
                                + " indexes, without foreign keys and events.")
                        .formatted(
                                database.number("select count(*) from school_unit"),
                                database.number("select count(*) from organiser"),
                                hearing.told()),
                GAP));
    }
}
