package se.skolkvalitet.kit.web;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;

/** Entity tags of resources that can be changed: their version. */
public final class EntityTags {
    private EntityTags() {}

    /** The tag to answer with: {@code Response.ok(office).tag(EntityTags.of(office.version()))}. */
    public static EntityTag of(long version) {
        return new EntityTag(String.valueOf(version));
    }

    /**
     * Lets a write pass only when the caller has seen the resource as it is now.
     *
     * @param ifMatch the request's If-Match header, null where it has none
     * @throws ProblemException 428 without the header, 412 where it names another version
     */
    public static void require(String ifMatch, long version) {
        if (ifMatch == null) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Read the resource first and send its ETag as If-Match; it is %s now.".formatted(header(version)));
        }
        if (!ifMatch.trim().equals("*") && !lists(ifMatch, header(version))) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "If-Match is %s, but the resource is %s now; read it again.".formatted(ifMatch, header(version)));
        }
    }

    /**
     * Lets a write pass that opens what is not there yet.
     *
     * @param ifMatch the request's If-Match header, null where it has none
     * @throws ProblemException 412 where the caller has seen the resource, which is gone
     */
    public static void requireNone(String ifMatch) {
        if (ifMatch != null) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "If-Match is %s, but there is no such resource; send none to open it.".formatted(ifMatch));
        }
    }

    private static String header(long version) {
        return "\"" + version + "\"";
    }

    /** Whether a list of tags, as in If-Match and If-None-Match, has the tag or {@code *}. */
    static boolean lists(String header, String tag) {
        return Arrays.stream(header.split(",")).map(String::trim).anyMatch(one -> one.equals("*") || one.equals(tag));
    }
}
