package se.skolkvalitet.stack.mainjob;

import java.util.List;
import java.util.Map;

/** What the checks of a release have found, where nobody is there to explain it. */
public final class DraftFindings {
    private DraftFindings() {}

    /**
     * Gives all findings that have none the same reason.
     *
     * @param draft the number of the release
     */
    public static void explain(Api indicator, String draft, String reason) {
        String path = "/v1/release-drafts/" + draft;
        String missing = path + "/findings?reason=missing&limit=1000";
        for (List<String> findings = indicator.get(missing).findValuesAsText("id");
                !findings.isEmpty();
                findings = indicator.get(missing).findValuesAsText("id")) {
            indicator.post(path + "/reasons", Map.of("findings", findings, "reason", reason));
        }
    }
}
