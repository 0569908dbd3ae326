package se.skolkvalitet.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The results that were committed last, not those that an earlier run has left in the folder since. */
final class CommittedResults {
    static final String FILE = "bench/results.json";

    private CommittedResults() {}

    /** @return results without a row where none have been committed, or this is no checkout */
    static Results read(Path root) {
        if (!Tool.GIT.isThere()) {
            return none();
        }
        try {
            Process git = new ProcessBuilder(Tool.GIT.path(), "-C", root.toString(), "show", "HEAD:" + FILE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String json = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? Results.parse(json) : none();
        } catch (IOException e) {
            throw new BenchFailed("could not run git", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        }
    }

    private static Results none() {
        return new Results("", Map.of());
    }
}
