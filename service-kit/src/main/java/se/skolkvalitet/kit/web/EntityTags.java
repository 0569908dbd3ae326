package se.skolkvalitet.kit.web;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.skolkvalitet.kit.problem.ProblemException;
import se.skolkvalitet.kit.problem.ProblemType;

/** Entity tags of resources that can be changed: their version. */
public final class EntityTags {
    /** With the comma that is in quotes, and not with half of what stands beside it. */
    private static final Pattern TAG = Pattern.compile("(?<![^\\s,])(?:W/)?\"[^\"]*\"(?![^\\s,])");

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

    /**
     * Whether If-None-Match lists the tag or {@code *}. It is compared weakly, as HTTP asks: a cache between may have made
     * it weak when it compressed the answer.
     */
    static boolean isKnown(String ifNoneMatch, String tag) {
        return list(ifNoneMatch)
                .anyMatch(one -> one.equals("*") || one.replaceFirst("^W/", "").equals(tag));
    }

    /** Whether If-Match lists the tag. It is compared strongly: a weak tag is no other's equal. */
    private static boolean lists(String ifMatch, String tag) {
        return list(ifMatch).anyMatch(tag::equals);
    }

    /** The tags of a list; what is none is passed over, and matches nothing. */
    private static Stream<String> list(String header) {
        return header.strip().equals("*")
                ? Stream.of("*")
                : TAG.matcher(header).results().map(MatchResult::group);
    }
}
