package se.skolkvalitet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import se.skolkvalitet.stack.ServiceKind;
import se.skolkvalitet.stack.mainjob.Api;
import se.skolkvalitet.stack.mainjob.DraftFindings;

/**
 * A release of a calculation, with its files where anybody may check them.
 *
 * @param path of the release
 * @param released the job that published it
 * @param folder with its files
 */
record ReleasedFiles(String path, Jobs.Done released, Path folder) {
    private static final String REASON = "Made up, so that nothing can explain it";
    private static final String PAGE = "limit=1000";

    /** What its checks find is explained first. */
    static ReleasedFiles of(long calculation, Api indicator, Workbench bench) {
        JsonNode draft = release(indicator, Map.of("calculation", calculation, "draft", true))
                .report()
                .path("draft");
        if (!draft.isMissingNode()) {
            DraftFindings.explain(indicator, draft.path("id").asText(), REASON);
        }
        Jobs.Done released = release(indicator, Map.of("calculation", calculation));
        String path =
                "/v1/releases/" + released.report().path("release").path("id").asText();
        Path folder = bench.folder().resolve("release");
        try {
            Files.createDirectories(folder);
            String url = bench.stack().url(ServiceKind.INDICATOR) + path;
            download(url + "/manifest", folder.resolve("manifest.json"));
            for (JsonNode file : indicator.get(path + "/files?" + PAGE).path("items")) {
                String name = file.path("name").asText();
                download(url + "/files/" + name, folder.resolve(name));
            }
        } catch (IOException e) {
            throw new BenchFailed("could not fetch the files of " + path, e);
        }
        return new ReleasedFiles(path, released, folder);
    }

    private static Jobs.Done release(Api indicator, Map<String, Object> request) {
        return Jobs.run(indicator, () -> indicator.post("/v1/releases", request));
    }

    private static void download(String url, Path file) throws IOException {
        try {
            int status = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofFile(file))
                    .statusCode();
            if (status != 200) {
                throw new BenchFailed("%s was answered with %d".formatted(url, status));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        }
    }
}
