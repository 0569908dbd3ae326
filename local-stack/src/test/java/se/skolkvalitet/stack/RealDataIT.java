package se.skolkvalitet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import se.skolkvalitet.stack.mainjob.MainJob;
import se.skolkvalitet.stack.mainjob.Summary;

/** The main job on real answers of Skolverket's API, where the checkout has them beside it. */
@EnabledIf("isThere")
@TestInstance(Lifecycle.PER_CLASS)
class RealDataIT {
    private static final String SEVERAL_PERIODS = "..";
    private static final Path SOURCE = TestStack.projectRoot()
            .resolve("../shared/data/skolverket-planned-educations")
            .normalize();
    private static final String STATISTICS = "skolverket-planned-educations-gr";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private LocalStack stack;
    private Summary summary;
    private Map<String, String> indicatorOfStatistic;
    private Map<String, JsonNode> valuesById;
    private String release;

    static boolean isThere() {
        return Files.isDirectory(SOURCE);
    }

    /** A figure as it stands in the source file. */
    private record SourceFigure(
            long line, String unit, String statistic, String value, String valueType, String period) {}

    @BeforeAll
    void runTheMainJob() throws IOException {
        stack = TestStack.start();
        summary = MainJob.run(stack::url, SOURCE, TestStack.silence());
        release = get("/v1/releases/latest").path("id").asText();
        Map<String, String> statisticOfMeasure = new HashMap<>();
        for (JsonNode measure : get("/v1/measures?limit=1000").path("items")) {
            if (measure.path("source").asText().equals(STATISTICS)) {
                statisticOfMeasure.put(
                        measure.path("code").asText(), measure.path("sourceKey").asText());
            }
        }
        indicatorOfStatistic = new TreeMap<>();
        get("/v1/indicators?limit=1000")
                .path("items")
                .forEach(indicator -> statisticOfMeasure.forEach((measure, statistic) -> {
                    String formula = indicator.path("formula").asText();
                    if (Stream.of("sum(%s)", "mean(%s ", "harmonic(%s ")
                            .anyMatch(start -> formula.startsWith(start.formatted(measure)))) {
                        indicatorOfStatistic.put(
                                statistic, indicator.path("code").asText());
                    }
                }));
        valuesById = new HashMap<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page =
                    get("/v1/values?level=school-unit&limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            for (JsonNode value : page.path("items")) {
                if (!value.path("period").asText().contains(SEVERAL_PERIODS)) {
                    valuesById.put(value.path("id").asText(), value);
                }
            }
            cursor = page.hasNonNull("next") ? page.get("next").asText() : null;
        }
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void whatComesOutAgreesWithWhatWentIn() {
        assertThat(summary.checks()).isNotEmpty().allMatch(Summary.Check::holds);
    }

    /** The files hold the schools of one county that have a ninth grade. */
    @Test
    void theRegisterHasNoCountyWhole() {
        assertThat(summary.facts()).containsEntry("counties that the register has whole", "0");
    }

    @Test
    void everyFigureOfEverySchoolUnitComesOutAsItWentIn() throws IOException {
        List<SourceFigure> figures = figures();

        assertThat(figures).hasSameSizeAs(valuesById.keySet());
        assertThat(figures).allSatisfy(figure -> {
            JsonNode value = valuesById.get(id(figure));
            assertThat(value).as("value %s", id(figure)).isNotNull();
            assertThat(value.path("status").asText()).as(id(figure)).isEqualTo(status(figure));
            if (number(figure) == null) {
                assertThat(value.has("value")).as(id(figure)).isFalse();
            } else {
                assertThat(value.get("value").decimalValue()).as(id(figure)).isEqualByComparingTo(number(figure));
            }
        });
    }

    /** For every unit and every statistic, in the newest period that it has. */
    @Test
    void provenanceLeadsFromEveryUnitAndStatisticToItsLineInTheFile() throws IOException {
        Map<String, SourceFigure> newest = new TreeMap<>();
        for (SourceFigure figure : figures()) {
            newest.putIfAbsent(figure.unit() + " " + figure.statistic(), figure);
        }

        assertThat(newest.values().parallelStream().filter(figure -> !leadsToItsLine(figure)))
                .isEmpty();
        assertThat(newest.size()).isGreaterThan(5000);
    }

    @Test
    void aCountyEstimateSaysHowMuchOfTheWeightItCovers() {
        JsonNode merit = get("/v1/values?indicator=GR-MERIT-9&level=county&period=2024/25")
                .path("items")
                .get(0);

        assertThat(merit.path("status").asText()).isEqualTo("estimated");
        assertThat(merit.path("coverage").decimalValue()).isBetween(new BigDecimal("0.8"), BigDecimal.ONE);
        assertThat(merit.path("value").decimalValue()).isBetween(new BigDecimal("200"), new BigDecimal("280"));
    }

    @Test
    void theDocumentedFiguresOfTheCountyAreThoseOfARun() throws IOException {
        CountyFigures figures =
                CountyFigures.of(get("/v1/values?level=county&limit=1000"), get("/v1/values?level=nation&limit=1000"));
        if (Boolean.getBoolean("figures.write")) {
            figures.write();
        }

        assertThat(figures.table()).isEqualTo(CountyFigures.ofTheDocument());
    }

    private boolean leadsToItsLine(SourceFigure figure) {
        String id = URLEncoder.encode(id(figure), StandardCharsets.UTF_8);
        JsonNode sources = get("/v1/values/" + id + "/provenance").path("items");
        JsonNode source = sources.path(0);
        return sources.size() == 1
                && source.path("line").asLong() == figure.line()
                && source.path("unit").asText().equals(figure.unit())
                && (figure.value() == null
                        ? !source.has("raw")
                        : source.path("raw").asText().equals(figure.value()));
    }

    private static List<SourceFigure> figures() throws IOException {
        List<SourceFigure> figures = new ArrayList<>();
        long number = 0;
        for (String line : Files.readAllLines(SOURCE.resolve("statistics-gr.ndjson"))) {
            number++;
            JsonNode document = MAPPER.readTree(line);
            for (var statistic : document.properties()) {
                if (statistic.getValue().isArray()) {
                    for (JsonNode element : statistic.getValue()) {
                        figures.add(new SourceFigure(
                                number,
                                document.path("schoolUnit").asText(),
                                statistic.getKey(),
                                element.path("value").textValue(),
                                element.path("valueType").asText(),
                                element.path("timePeriod").textValue()));
                    }
                }
            }
        }
        return figures;
    }

    private String id(SourceFigure figure) {
        String period = figure.period() == null ? "none" : figure.period().replace('/', '-');
        String indicator = indicatorOfStatistic.get(figure.statistic());
        return String.join(":", release, indicator, "school-unit", figure.unit(), period, "T", "grundskola");
    }

    private static String status(SourceFigure figure) {
        return switch (figure.valueType()) {
            case "EXISTS" -> figure.value().startsWith("cirka") ? "rounded" : "normal";
            case "ROUNDED_OFF_DUE_TO_FEW_PUPILS_NOT_ELIGIBLE" -> "rounded";
            case "OMITTED_DUE_TO_BASED_ON_FEW_PUPILS" -> "withheld";
            case "TEACHERS_EXCLUDED_DUE_TO_NO_REQUIRED_LEGITIMATION" -> "not-applicable";
            default -> "missing";
        };
    }

    private static BigDecimal number(SourceFigure figure) {
        boolean isNumber = List.of("normal", "rounded").contains(status(figure));
        return isNumber
                ? new BigDecimal(
                        figure.value().replace("cirka ", "").replace("~", "").replace(',', '.'))
                : null;
    }

    private JsonNode get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(stack.url(ServiceKind.INDICATOR) + path))
                    .build();
            return MAPPER.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
