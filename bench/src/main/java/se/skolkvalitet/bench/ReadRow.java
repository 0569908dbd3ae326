package se.skolkvalitet.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import se.skolkvalitet.bench.Figures.Pair;
import se.skolkvalitet.stack.ServiceKind;

/** What readers ask for most, against nginx with the same bytes. */
final class ReadRow implements Row {
    private static final int PAGE = 100;
    /** The organiser that comes nearest to a full page of values. */
    private static final String ORGANISER = """
            select area
            from value
            where level = 'organiser'
            group by area
            order by abs(count(*) - %d), area
            limit 1""".formatted(PAGE);

    private static final String GAP_VALUES =
            "Each answer is queried, mapped to records, written as JSON and digested for "
                    + "its ETag. A release never changes, so the answer to the same question is the same for ever. Nearer would "
                    + "come: answers of a release kept as bytes with their ETag, in the service or in a proxy before it.";
    private static final String GAP_EDITION =
            "A published edition never changes, and is kept once it was read; all the same it is written as JSON for each "
                    + "answer. Nearer would come: its bytes kept, in the service or in a proxy before it.";

    private record Turn(Load ours, Load nginx) {
        @Override
        public String toString() {
            return "%s; nginx %s".formatted(text(ours), text(nginx));
        }

        private static String text(Load load) {
            return "%,.0f/s, half within %.1f ms, 99 of 100 within %.1f ms"
                    .formatted(load.perSecond(), load.middle(), load.slow());
        }
    }

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public String missing() {
        return Tool.missing(Tool.NGINX, Tool.WRK);
    }

    @Override
    public List<Measurement> measure(Workbench bench) {
        Database database = bench.database(ServiceKind.INDICATOR);
        String organiser = database.text(ORGANISER);
        long values = Math.min(
                PAGE,
                database.number(
                        "select count(*) from value where level = 'organiser' and area = '%s'".formatted(organiser)));
        List<Measurement> measurements = new ArrayList<>();
        measurements.addAll(read(
                bench,
                "values",
                "`GET /v1/values` of one organiser, %d rows".formatted(values),
                bench.stack().url(ServiceKind.INDICATOR) + "/v1/values?level=organiser&area=" + organiser,
                GAP_VALUES));
        measurements.addAll(read(
                bench,
                "edition",
                "`GET /v1/editions/1`",
                bench.stack().url(ServiceKind.FRAMEWORK) + "/v1/editions/1",
                GAP_EDITION));
        return measurements;
    }

    private static List<Measurement> read(Workbench bench, String id, String title, String url, String gap) {
        String body = body(url);
        try (Nginx nginx = new Nginx(bench.folder().resolve("nginx-" + id), body)) {
            List<Turn> turns = bench.inTurn(id, () -> new Turn(Load.on(url), Load.on(nginx.url())));
            String measured =
                    "%.1f KB of JSON, uncompressed; wrk with %d connections for %d s a repetition, on the same cores."
                            .formatted(
                                    body.getBytes(StandardCharsets.UTF_8).length / 1000.0, Load.CLIENTS, Load.SECONDS);
            return List.of(
                    new Measurement(
                            id + "-rate",
                            title + ", requests",
                            "nginx",
                            Figures.of(Unit.PER_SECOND, pairs(turns, Load::perSecond)),
                            measured,
                            gap),
                    new Measurement(
                            id + "-p50",
                            title + ", half are answered within",
                            "nginx",
                            Figures.of(Unit.MILLISECONDS, pairs(turns, Load::middle)),
                            measured,
                            gap),
                    new Measurement(
                            id + "-p99",
                            title + ", 99 of 100 are answered within",
                            "nginx",
                            Figures.of(Unit.MILLISECONDS, pairs(turns, Load::slow)),
                            measured,
                            gap));
        }
    }

    private static List<Pair> pairs(List<Turn> turns, ToDoubleFunction<Load> figure) {
        return turns.stream()
                .map(turn -> new Pair(figure.applyAsDouble(turn.ours()), figure.applyAsDouble(turn.nginx())))
                .toList();
    }

    private static String body(String url) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new BenchFailed("%s was answered with %d".formatted(url, answer.statusCode()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new BenchFailed("no answer from " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        }
    }
}
