package se.skolkvalitet.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * What every answer to a GET or HEAD carries: a strong ETag (the resource's own, or a checksum of its content), 304 where the
 * caller already has it, and the {@code Link} to itself and the next page.
 */
class Representations {
    @Inject
    ObjectMapper mapper;

    @ServerResponseFilter
    void addValidators(ContainerRequestContext request, ContainerResponseContext response) {
        boolean read = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        if (!read || response.getStatus() != 200 || !response.hasEntity()) {
            return;
        }
        if (response.getEntity() instanceof Paged page) {
            response.getHeaders().put(HttpHeaders.LINK, links(request.getUriInfo(), page));
        }
        byte[] content = null;
        if (response.getEntity() instanceof String text) {
            content = text.getBytes(StandardCharsets.UTF_8);
        } else if (response.getEntity() instanceof byte[] bytes) {
            content = bytes;
        } else if (isJson(response)) {
            content = serialise(response.getEntity());
            response.setEntity(content, response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        }
        if (content != null) {
            tag(response, content);
        }
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        String tag = response.getHeaderString(HttpHeaders.ETAG);
        // Only now: the framework remembers all headers as they are when the first of them is asked for as text.
        response.getHeaders().putSingle(HttpHeaders.VARY, vary(response.getHeaderString(HttpHeaders.VARY)));
        if (known != null && tag != null && EntityTags.isKnown(known, tag)) {
            response.setStatus(304);
            response.setEntity(null);
        } else if (content != null && hasKnownLength(request)) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, content.length);
        }
    }

    /** Where nothing is sent the server counts nothing; what it would compress has another length. */
    private static boolean hasKnownLength(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.HEAD)
                && request.getHeaderString(HttpHeaders.ACCEPT_ENCODING) == null;
    }

    private static void tag(ContainerResponseContext response, byte[] content) {
        if (response.getEntityTag() == null) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, quoted(checksum(content)));
        }
    }

    /** The server compresses for whoever takes it. */
    private static String vary(String others) {
        return others == null ? HttpHeaders.ACCEPT_ENCODING : others + ", " + HttpHeaders.ACCEPT_ENCODING;
    }

    private static List<Object> links(UriInfo address, Paged page) {
        List<Object> links = new ArrayList<>();
        links.add(link(address.getRequestUri(), "self"));
        if (page.next() != null) {
            URI next = address.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build();
            links.add(link(next, "next"));
        }
        return links;
    }

    private static String link(URI target, String relation) {
        return "<%s>; rel=\"%s\"".formatted(target, relation);
    }

    private static boolean isJson(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        // A resource that answers with a Response leaves the type to the framework, which says more of it to GET than
        // to HEAD.
        return (type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                && !(response.getEntity() instanceof String)
                && !(response.getEntity() instanceof jakarta.ws.rs.core.StreamingOutput);
    }

    private byte[] serialise(Object entity) {
        try {
            return mapper.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }

    private static String checksum(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
