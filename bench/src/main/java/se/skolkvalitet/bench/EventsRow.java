package se.skolkvalitet.bench;

import java.util.List;
import se.skolkvalitet.bench.Figures.Pair;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.Api;

/** Every unit and organiser of the country told again at once, as after a restore. */
final class EventsRow implements Row {
    private static final String YARDSTICK = "bare Kafka";
    private static final String GAP_SENT =
            "The relay reads 1,000 rows, sends them in a Kafka transaction, marks them over "
                    + "the session that holds its lock, and only then reads on: it and the broker wait for each other in turn. "
                    + "Nearer would come: reading the next rows while a transaction is under way, and larger transactions.";
    private static final String GAP_APPLIED = "What arrives together is looked up, remembered and written with a "
            + "statement each, in one transaction. Every event is parsed, written as JSON once more for those statements, and "
            + "compared with what is there. Nearer would come: taking the partitions of a topic in side by side.";

    private record Turn(long events, double sent, double applied, double kafka) {
        Pair sentPair() {
            return new Pair(events / sent, events / kafka);
        }

        Pair appliedPair() {
            return new Pair(events / applied, events / kafka);
        }

        @Override
        public String toString() {
            return "%,d events sent after %.2f s, applied after %.2f s; Kafka %.2f s"
                    .formatted(events, sent, applied, kafka);
        }
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public List<Measurement> measure(Workbench bench) {
        Api regional = bench.api(ServiceKind.REGIONAL_OFFICE);
        Hearing hearing = new Hearing(bench);
        try (BareKafka kafka = new BareKafka(bench.stack().bootstrapServers())) {
            kafka.mark();
            tell(regional, hearing);
            kafka.capture(hearing.told());
            List<Turn> turns = bench.inTurn("events", () -> {
                for (ServiceKind kind : ServiceKind.values()) {
                    // As a database is left that was quiet for some minutes.
                    bench.database(kind).execute("vacuum (analyze)");
                }
                bench.database(ServiceKind.REGIONAL_OFFICE).settle();
                return turn(regional, hearing, kafka);
            });
            String measured =
                    ("%,d events (%.1f MB in Kafka's records) committed at once by regional-office-service, taken in by"
                                    + " indicator-service and dialogue-service at the same time; the same records (key, headers,"
                                    + " value) through a producer with acks=all and lz4 to one consumer, in the same broker, topics"
                                    + " with as many partitions.")
                            .formatted(turns.get(0).events(), kafka.megabytes());
            return List.of(
                    new Measurement(
                            "events-sent",
                            "Events, from commit until Kafka has them all",
                            YARDSTICK,
                            Figures.of(
                                    Unit.PER_SECOND,
                                    turns.stream().map(Turn::sentPair).toList()),
                            measured,
                            GAP_SENT),
                    new Measurement(
                            "events-applied",
                            "Events, from commit until all receivers have applied them",
                            YARDSTICK,
                            Figures.of(
                                    Unit.PER_SECOND,
                                    turns.stream().map(Turn::appliedPair).toList()),
                            measured,
                            GAP_APPLIED));
        }
    }

    private static Turn turn(Api regional, Hearing hearing, BareKafka kafka) {
        Told told = tell(regional, hearing);
        return new Turn(hearing.told(), told.sent(), told.applied(), kafka.seconds());
    }

    private record Told(double sent, double applied) {}

    private static Told tell(Api regional, Hearing hearing) {
        regional.post("/v1/outbox/epochs");
        Stopwatch watch = Stopwatch.start();
        return new Told(hearing.secondsUntilSent(watch), hearing.secondsUntilApplied(watch));
    }
}
