package se.skolkvalitet.kit.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import se.skolkvalitet.kit.jobs.Jobs.Upload;
import se.skolkvalitet.kit.web.Idempotency;

/** The common way of an uploaded file to its job: stored, told from a repeat by its checksum, queued, answered with 202. */
@ApplicationScoped
public class Uploads {
    @Inject
    Jobs jobs;

    @Inject
    Idempotency idempotency;

    private record Request(Object parameters, String sha256) {}

    /**
     * @param path of the kind's jobs, ending in a slash; the Location is this and the job's id
     * @param idempotencyKey null where the caller sent none
     */
    @Transactional
    public Response submit(String kind, String path, String idempotencyKey, Object parameters, InputStream file) {
        Upload upload = jobs.store(file);
        Request request = new Request(parameters, upload.sha256());
        boolean[] submitted = {false};
        Response answer = idempotency.once(kind, idempotencyKey, request, () -> {
            submitted[0] = true;
            Job job = jobs.submit(upload, kind, parameters);
            return Response.accepted(job).location(URI.create(path + job.id())).build();
        });
        if (!submitted[0]) {
            jobs.discard(upload);
        }
        return answer;
    }

    public Job find(String kind, UUID id) {
        return jobs.find(kind, id);
    }
}
