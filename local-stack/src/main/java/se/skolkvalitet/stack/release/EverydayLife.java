package se.skolkvalitet.stack.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import se.skolkvalitet.stack.LocalStack;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.Api;

/**
 * What happens to services beside a main job that goes well: schools that change hands and close, files with faults, work
 * that fails, drafts, rounds that nobody has planned yet, events that no one can read. All of it is in their databases
 * for ever, and what upgrades these has to bear it.
 */
final class EverydayLife {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** In the sample the first unit of each organiser comes first, and independent ones have no other. */
    private static final int LAST_ORGANISER = 59;

    /** Of which the newest merit ratings of the sample are. */
    private static final String PERIOD = "2024/25";

    private static final String NO_JSON = "{\"code\":";
    private static final String IMPORTS = "/v1/imports?source=skolverket-planned-educations-gr";

    private final LocalStack stack;
    private final Path source;
    private final Path files;
    private final Api framework;
    private final Api regional;
    private final Api indicator;
    private final Api dialogue;

    /**
     * @param source the folder of the register and the statistics that the main job takes
     * @param files a folder for other files
     */
    EverydayLife(LocalStack stack, Path source, Path files) {
        this.stack = stack;
        this.source = source;
        this.files = files;
        this.framework = api(ServiceKind.FRAMEWORK);
        this.regional = api(ServiceKind.REGIONAL_OFFICE);
        this.indicator = api(ServiceKind.INDICATOR);
        this.dialogue = api(ServiceKind.DIALOGUE);
    }

    /** A year ago the first school had another organiser. */
    void beforeTheMainJob() throws IOException {
        List<String> units = lines("school-units.ndjson");
        units.set(0, with(units.get(0), organiserOf(units.get(1))));
        completed(regional, "/v1/register-imports?asOf=" + LocalDate.now().minusYears(1), units);
    }

    /** What has come about since: a school has closed, too, and with it the organiser that had no other. */
    void afterTheMainJob() throws IOException {
        List<String> units = lines("school-units.ndjson");
        units.remove(LAST_ORGANISER);
        completed(regional, "/v1/register-imports?covers=00", units);
        units.add(1, NO_JSON);
        units.add(with(units.get(0), Map.of("code", "1", "organisationRegistryNumber", "1")));
        completed(regional, "/v1/register-imports?mode=lenient", units);
        failed(regional, "/v1/register-imports", units);

        List<String> statistics = lines("statistics-gr.ndjson");
        statistics.add(1, NO_JSON);
        completed(indicator, IMPORTS + "&mode=lenient", statistics);
        failed(indicator, IMPORTS, statistics);
        importUnitCodes(JSON.readTree(units.get(0)).path("code").asText());
        indicator.awaitJob(
                indicator.post("/v1/calculations", Map.of("edition", 1)).location(), job -> {});
        importABackground(statistics);

        framework.post("/v1/editions", resource("/main-job/edition-1.json"));
        LocalDate first = LocalDate.now().plusYears(1);
        dialogue.post(
                "/v1/rounds",
                Map.of(
                        "code",
                        "round-2",
                        "name",
                        "Second round",
                        "firstDay",
                        first.toString(),
                        "lastDay",
                        first.plusMonths(6).toString()));
        sendWhatNobodyCanRead();
    }

    /** For every school that has statistics, by an edition whose background a file of one's own fills. */
    private void importABackground(List<String> statistics) throws IOException {
        String edition = resource("/main-job/edition-1.json").replace("\"skolverket-salsa\"", "\"csv\"");
        framework.post("/v1/editions", edition);
        framework.postIfMatch("/v1/editions/2/publication", framework.etag("/v1/editions/2"));
        indicator.await("/v1/measures?limit=1000", PATIENCE, measures -> measures.findValuesAsText("source")
                .contains("csv"));
        Path file = Files.write(Files.createTempFile(files, "background", ".csv"), background(statistics));
        indicator.awaitJob(
                indicator.upload("/v1/imports?source=csv", file, "text/csv").location(), job -> {});
        indicator.awaitJob(
                indicator.post("/v1/calculations", Map.of("edition", 2)).location(), job -> {});
    }

    private static List<String> background(List<String> statistics) throws IOException {
        List<String> lines = new ArrayList<>(List.of("measure,level,area,period,school_form,sex,value"));
        for (int i = 0; i < statistics.size(); i++) {
            if (!statistics.get(i).equals(NO_JSON)) {
                String school =
                        JSON.readTree(statistics.get(i)).path("schoolUnit").asText();
                lines.add(figure("salsaParentsEducation", school, "2.%02d".formatted(i * 37 % 80)));
                lines.add(figure("salsaBoysQuota", school, String.valueOf(40 + i * 53 % 21)));
                lines.add(figure("salsaNewlyImmigratedQuota", school, String.valueOf(i * 29 % 17)));
            }
        }
        return lines;
    }

    private static String figure(String measure, String school, String value) {
        return "%s,school-unit,%s,%s,grundskola,T,%s".formatted(measure, school, PERIOD, value);
    }

    private void importUnitCodes(String unit) throws IOException {
        Path codes = Files.write(
                Files.createTempFile(files, "codes", ".csv"), List.of("code,unit", "V15E018000101," + unit));
        indicator.awaitJob(
                indicator
                        .upload("/v1/unit-codes?scheme=kolada-ou", codes, "text/csv")
                        .location(),
                job -> {});
    }

    private void sendWhatNobodyCanRead() {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("regional.organisers", "no event", NO_JSON));
        }
        for (Api service : List.of(indicator, dialogue)) {
            service.await("/v1/dead-letters", PATIENCE, letters -> !letters.path("items")
                    .isEmpty());
        }
    }

    private void completed(Api service, String path, List<String> lines) throws IOException {
        service.awaitJob(service.upload(path, file(lines)).location(), job -> {});
    }

    private void failed(Api service, String path, List<String> lines) throws IOException {
        service.await(service.upload(path, file(lines)).location(), PATIENCE, job -> job.path("state")
                .asText()
                .equals("failed"));
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(Files.createTempFile(files, "lines", ".ndjson"), lines);
    }

    private List<String> lines(String file) throws IOException {
        return new ArrayList<>(Files.readAllLines(source.resolve(file)));
    }

    private static Map<String, String> organiserOf(String unit) throws IOException {
        JsonNode fields = JSON.readTree(unit);
        return Map.of(
                "organisationRegistryNumber",
                fields.path("organisationRegistryNumber").asText(),
                "corporationName",
                fields.path("corporationName").asText(),
                "principalOrganizerType",
                fields.path("principalOrganizerType").asText());
    }

    private static String with(String unit, Map<String, String> fields) throws IOException {
        ObjectNode changed = (ObjectNode) JSON.readTree(unit);
        fields.forEach(changed::put);
        return changed.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = EverydayLife.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Api api(ServiceKind service) {
        return new Api(service.artifact(), stack.url(service), PAUSE);
    }
}
