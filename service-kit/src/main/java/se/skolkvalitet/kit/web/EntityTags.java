package se.skolkvalitet.kit.web;

import java.util.Arrays;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;

/** Entity tags of resources that can be changed: their version, quoted. */
public final class EntityTags {
    private EntityTags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
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
                    "Read the resource first and send its ETag as If-Match; it is %s now.".formatted(of(version)));
        }
        if (!ifMatch.trim().equals("*") && !lists(ifMatch, of(version))) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    "If-Match is %s, but the resource is %s now; read it again.".formatted(ifMatch, of(version)));
        }
    }

    /** Whether a list of tags, as in If-Match and If-None-Match, has the tag or {@code *}. */
    static boolean lists(String header, String tag) {
        return Arrays.stream(header.split(",")).map(String::trim).anyMatch(one -> one.equals("*") || one.equals(tag));
    }
}
