package se.skolkvalitet.stack.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.FirstRound.Candidate;

/**
 * The quality system once around, as an outside client does it: an edition is published, the register filled,
 * statistics imported, indicators calculated and released, a round of dialogues planned. Everything goes over HTTP;
 * what passes between the services goes over Kafka. Run a second time over the same data it changes nothing.
 */
public final class MainJob {
    private static final String UNEXPLAINED = "Published to try it out: nobody has looked at it";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration HEARSAY = Duration.ofSeconds(120);
    private static final String SOURCE = "skolverket-planned-educations-gr";
    private static final String ROUND = "round-1";
    private static final int WEEKS_AHEAD = 8;
    private static final int ROUND_WEEKS = 26;

    private final Api framework;
    private final Api indicator;
    private final Api dialogue;
    private final Api regional;
    private final SourceFiles source;
    private final Consumer<String> progress;
    private final Clock clock;
    private final Summary summary = new Summary();
    private JsonNode calculation;
    private String release;
    private String lastTold = "";

    private MainJob(Function<ServiceKind, String> urls, SourceFiles source, Consumer<String> progress, Clock clock) {
        this.framework = client(ServiceKind.FRAMEWORK, urls);
        this.indicator = client(ServiceKind.INDICATOR, urls);
        this.dialogue = client(ServiceKind.DIALOGUE, urls);
        this.regional = client(ServiceKind.REGIONAL_OFFICE, urls);
        this.source = source;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * @param urls base address of each service
     * @param folder with the register and the statistics
     * @param progress told in a line what happens
     * @throws MainJobFailed where a step cannot be done
     */
    public static Summary run(Function<ServiceKind, String> urls, Path folder, Consumer<String> progress) {
        MainJob job = new MainJob(urls, SourceFiles.count(folder), progress, Clock.systemDefaultZone());
        job.step("publish edition 1", job::publishEdition);
        job.step("open offices, add advisers", job::openOffices);
        job.step("import the register", job::importRegister);
        job.step("wait until indicator-service has heard", job::awaitIndicatorService);
        job.step("import statistics", job::importStatistics);
        job.step("calculate", job::calculate);
        job.step("publish release and analyses", job::publishRelease);
        job.step("wait until dialogue-service has heard", job::awaitDialogueService);
        job.step("plan the round", job::planRound);
        job.step("compare what went in with what came out", job::compare);
        return job.summary;
    }

    private void step(String name, Runnable work) {
        progress.accept(name);
        long start = System.nanoTime();
        work.run();
        summary.took(name, (System.nanoTime() - start) / 1e9);
    }

    private void publishEdition() {
        if (!framework.exists("/v1/editions/1")) {
            framework.post("/v1/editions", resource("edition-1.json"));
        }
        framework.postIfMatch("/v1/editions/1/publication", framework.etag("/v1/editions/1"));
        JsonNode edition = framework.get("/v1/editions/1");
        summary.fact(
                "edition 1",
                "%d goals, %d sub-goals, %d indicators, %d success factors"
                        .formatted(
                                edition.path("goals").size(),
                                edition.path("subGoals").size(),
                                edition.path("indicators").size(),
                                edition.path("successFactors").size()));
    }

    private void openOffices() {
        for (JsonNode office : parse(resource("offices.json"))) {
            String path = "/v1/offices/" + office.path("code").asText();
            if (!regional.exists(path)) {
                regional.put(
                        path, Map.of("name", office.path("name"), "municipality", office.path("municipality")), null);
            }
            if (!regional.get(path).path("counties").equals(office.path("counties"))) {
                regional.put(path + "/coverage", Map.of("counties", office.path("counties")), regional.etag(path));
            }
            addAdvisers(office, "skolverket", office.path("advisers").asInt());
            addAdvisers(office, "spsm", office.path("spsmAdvisers").asInt());
        }
    }

    private void addAdvisers(JsonNode office, String agency, int count) {
        for (int i = 1; i <= count; i++) {
            String code = office.path("code").asText();
            regional.post(
                    "/v1/advisers",
                    Map.of(
                            "agency",
                            agency,
                            "reference",
                            "%s-%s-%d".formatted(code, agency, i),
                            "office",
                            code,
                            "schoolForms",
                            List.of("grundskola", "forskoleklass", "gymnasieskola")));
        }
    }

    private void importRegister() {
        JsonNode job = regional.awaitJob(
                regional.upload(registerImports(), source.units()).location(), this::tell);
        summary.fact(
                "register import",
                "school units %s, organisers %s"
                        .formatted(
                                changes(job.path("report").path("schoolUnits")),
                                changes(job.path("report").path("organisers"))));
        summary.fact("counties that the register has whole", wholeCounties());
    }

    private String registerImports() {
        String counties = String.join("&covers=", source.covers());
        return "/v1/register-imports" + (counties.isEmpty() ? "" : "?covers=" + counties);
    }

    private long wholeCounties() {
        return StreamSupport.stream(
                        regional.get("/v1/register").path("counties").spliterator(), false)
                .filter(county -> county.hasNonNull("wholeOn"))
                .count();
    }

    private void awaitIndicatorService() {
        awaitInbox(
                indicator,
                Map.of(
                        "framework.editions",
                        1L,
                        "regional.school-units",
                        regional.count("/v1/school-units"),
                        "regional.organisers",
                        regional.count("/v1/organisers"),
                        "regional.register",
                        wholeCounties() > 0 ? 1L : 0L));
    }

    private void importStatistics() {
        JsonNode job = indicator.awaitJob(
                indicator
                        .upload("/v1/imports?source=" + SOURCE, source.statistics())
                        .location(),
                this::tell);
        JsonNode report = job.path("report");
        summary.fact("statistics import", "observations " + changes(report.path("observations")));
        Map<String, Long> statuses = new TreeMap<>();
        report.path("statuses")
                .fields()
                .forEachRemaining(status ->
                        statuses.put(status.getKey(), status.getValue().asLong()));
        source.statuses()
                .forEach((status, count) ->
                        summary.check("observations, " + status, count, statuses.getOrDefault(status, 0L)));
    }

    private void calculate() {
        JsonNode job = indicator.awaitJob(
                indicator.post("/v1/calculations", Map.of("edition", 1)).location(), this::tell);
        calculation = job.path("report");
        Map<String, Map<String, Long>> levels = new TreeMap<>();
        calculation.path("values").forEach(row -> levels.computeIfAbsent(
                        row.path("level").asText(), none -> new TreeMap<>())
                .put(row.path("status").asText(), row.path("count").asLong()));
        for (String level : List.of("school-unit", "organiser", "municipality", "county", "nation")) {
            summary.fact("values, " + level, levels.getOrDefault(level, Map.of()));
        }
        long unitValues = levels.getOrDefault("school-unit", Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        summary.check("observations → values of school units", source.observationCount(), unitValues);
    }

    private void publishRelease() {
        long number = calculation.path("number").asLong();
        JsonNode draft = releaseJob(Map.of("calculation", number, "draft", true))
                .path("report")
                .path("draft");
        if (!draft.isMissingNode()) {
            explainFindings(draft);
        }
        JsonNode job = releaseJob(Map.of("calculation", number));
        release = job.path("report").path("release").path("id").asText();
        summary.fact(
                "release",
                "%s with %d values"
                        .formatted(
                                release,
                                job.path("report")
                                        .path("release")
                                        .path("valueCount")
                                        .asLong()));
    }

    private JsonNode releaseJob(Map<String, Object> request) {
        return indicator.awaitJob(indicator.post("/v1/releases", request).location(), this::tell);
    }

    /** Nobody is there to explain what the checks have found: that is what the release says then. */
    private void explainFindings(JsonNode draft) {
        summary.fact(
                "checks",
                "%d findings, %d of them new"
                        .formatted(
                                draft.path("findings").asLong(),
                                draft.path("withoutReason").asLong()));
        DraftFindings.explain(indicator, draft.path("id").asText(), UNEXPLAINED);
    }

    private void awaitDialogueService() {
        awaitInbox(
                dialogue,
                Map.of(
                        "regional.offices", regional.count("/v1/offices"),
                        "regional.advisers", regional.count("/v1/advisers"),
                        "regional.organisers", regional.count("/v1/organisers"),
                        "indicator.analyses", indicator.count("/v1/analyses?release=" + release)));
    }

    private void planRound() {
        LocalDate first =
                LocalDate.now(clock).plusWeeks(WEEKS_AHEAD).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        String path = "/v1/rounds/" + ROUND;
        if (!dialogue.exists(path)) {
            Map<String, Object> round = new TreeMap<>(Map.of(
                    "code",
                    ROUND,
                    "name",
                    "First round",
                    "firstDay",
                    first.toString(),
                    "lastDay",
                    first.plusWeeks(ROUND_WEEKS).toString()));
            List<Candidate> organisers = candidates();
            if (FirstRound.isTooLargeForAll(organisers)) {
                round.put("organisers", FirstRound.invited(organisers));
            }
            dialogue.post("/v1/rounds", round);
        }
        if (dialogue.get(path).path("state").asText().equals("open")) {
            dialogue.awaitJob(planning(path), this::tell);
        }
        JsonNode plan = dialogue.get(path + "/plan");
        summary.fact(
                "plan",
                "%d conflicts, penalty %d"
                        .formatted(
                                plan.path("conflicts").size(),
                                plan.path("penalty").asInt()));
    }

    private List<Candidate> candidates() {
        Map<String, Integer> units = new HashMap<>();
        regional.forEach(
                "/v1/school-units", unit -> units.merge(unit.path("organiser").asText(), 1, Integer::sum));
        List<Candidate> candidates = new ArrayList<>();
        regional.forEach("/v1/organisers", organiser -> {
            String number = organiser.path("orgNumber").asText();
            candidates.add(new Candidate(
                    number,
                    organiser.path("kind").asText(),
                    organiser.path("county").path("code").asText(),
                    units.getOrDefault(number, 0)));
        });
        return candidates;
    }

    /** The planning that was under way when an earlier run ended, or a new one. */
    private String planning(String round) {
        JsonNode latest = dialogue.get(round).path("planning");
        String job = "/v1/plannings/" + latest.asText();
        boolean underWay = !latest.isMissingNode() && !dialogue.get(job).hasNonNull("finishedAt");
        return underWay ? job : dialogue.post(round + "/plan").location();
    }

    private void compare() {
        long units = regional.count("/v1/school-units");
        List<Candidate> organisers = candidates();
        summary.check("school units in the register", source.unitCount(), units);
        summary.check("organisers in the register", source.organiserCount(), organisers.size());
        summary.check(
                "analyses, one for each organiser",
                organisers.size(),
                indicator.count("/v1/analyses?release=" + release));
        List<JsonNode> dialogues = dialogue.all("/v1/dialogues?round=" + ROUND);
        summary.check("dialogues, one for each invited organiser", FirstRound.size(organisers), dialogues.size());
        summary.check(
                "dialogues linked to an analysis of the release",
                dialogues.size(),
                dialogues.stream()
                        .filter(one ->
                                one.path("analysis").path("release").asText().equals(release))
                        .count());
        JsonNode plan = dialogue.get("/v1/rounds/" + ROUND + "/plan");
        summary.check(
                "meetings, three for each dialogue",
                3 * dialogues.size(),
                plan.path("meetings").asInt());
        summary.check("hard conflicts in the plan", 0, plan.path("conflicts").size());
        for (Api service : List.of(framework, regional, indicator, dialogue)) {
            summary.check(
                    "dead letters of " + service.name(),
                    0,
                    service.all("/v1/dead-letters").size());
        }
    }

    private static Api client(ServiceKind service, Function<ServiceKind, String> urls) {
        return new Api(service.artifact(), urls.apply(service));
    }

    private static void awaitInbox(Api service, Map<String, Long> expected) {
        service.await("/v1/inbox?limit=1000", HEARSAY, inbox -> expected.entrySet().stream()
                .allMatch(topic -> aggregates(inbox, topic.getKey()) >= topic.getValue()));
    }

    private static long aggregates(JsonNode inbox, String topic) {
        for (JsonNode known : inbox.path("items")) {
            if (known.path("topic").asText().equals(topic)) {
                return known.path("aggregates").asLong();
            }
        }
        return 0;
    }

    private void tell(JsonNode job) {
        String step = job.path("step").asText("");
        String line = "    %s %s %s"
                .formatted(
                        job.path("state").asText(),
                        step,
                        job.hasNonNull("total")
                                ? "%d of %d"
                                        .formatted(
                                                job.path("done").asLong(),
                                                job.path("total").asLong())
                                : "");
        if (!line.equals(lastTold)) {
            progress.accept(line.stripTrailing());
            lastTold = line;
        }
    }

    private static String changes(JsonNode changes) {
        return "%d new, %d changed, %d unchanged"
                .formatted(
                        changes.path("inserted").asLong(),
                        changes.path("changed").asLong(),
                        changes.path("unchanged").asLong());
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream file = MainJob.class.getResourceAsStream("/main-job/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
