package se.skolkvalitet.kit.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.skolkvalitet.kit.problem.FieldError;

/** What must hold for every address before anything looks at what it means. */
final class Address {
    /** Longer ones are cut off by proxies too. */
    static final int LONGEST = 8192;

    private static final char DELETE = 0x7f;
    private static final Set<String> DOT_SEGMENTS = Set.of(".", "..");

    private Address() {}

    /**
     * The first fault: an escape that is none, bytes that are not UTF-8, a control character, a character that an address
     * has only escaped, or something in the path that the framework would leave out: a segment of dots, which leads
     * elsewhere than a proxy sees, or a parameter after a semicolon.
     *
     * @param address path and query as they came
     */
    static Optional<FieldError> fault(String address) {
        return faultOfEscapes(address).or(() -> faultOfCharacters(address)).or(() -> faultOfPath(path(address)));
    }

    private static Optional<FieldError> faultOfPath(String path) {
        if (path.contains(";")) {
            return Optional.of(
                    new FieldError("path", "path-parameter", "A path has no parameters; escape the semicolon."));
        }
        boolean dots = Stream.of(path.split("/"))
                .map(segment -> segment.replaceAll("(?i)%2e", "."))
                .anyMatch(DOT_SEGMENTS::contains);
        return dots
                ? Optional.of(new FieldError("path", "dot-segment", "No segment of a path is . or .. alone."))
                : Optional.empty();
    }

    private static String path(String address) {
        int mark = address.indexOf('?');
        return mark < 0 ? address : address.substring(0, mark);
    }

    private static Optional<FieldError> faultOfEscapes(String address) {
        String path = path(address);
        Optional<FieldError> inPath = faultOf("path", path);
        if (inPath.isPresent() || path.length() == address.length()) {
            return inPath;
        }
        for (String parameter : address.substring(path.length() + 1).split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            Optional<FieldError> fault = faultOf("query", name);
            if (fault.isEmpty() && equals >= 0) {
                fault = faultOf(name, parameter.substring(equals + 1));
            }
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<FieldError> faultOfCharacters(String address) {
        try {
            new URI(address);
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of(new FieldError(
                    "address", "uri", "Escape the character at position %d.".formatted(e.getIndex() + 1)));
        }
    }

    private static Optional<FieldError> faultOf(String field, String escaped) {
        byte[] bytes = new byte[escaped.length()];
        int length = 0;
        for (int i = 0; i < escaped.length(); i++) {
            int value = escaped.charAt(i);
            if (value == '%') {
                value = i + 2 < escaped.length() ? hex(escaped.charAt(i + 1)) * 16 + hex(escaped.charAt(i + 2)) : -1;
                i += 2;
            }
            if (value < 0) {
                return Optional.of(
                        new FieldError(field, "percent-encoding", "A % stands before two hexadecimal digits."));
            }
            if (value < ' ' || value == DELETE) {
                return Optional.of(new FieldError(field, "control-character", "Control characters are not allowed."));
            }
            bytes[length++] = (byte) value;
        }
        return isUtf8(bytes, length)
                ? Optional.empty()
                : Optional.of(new FieldError(field, "utf-8", "Escaped bytes must be UTF-8."));
    }

    /** Far below zero where it is no digit, so that a sum with it is negative. */
    private static int hex(char digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? -1000 : value;
    }

    private static boolean isUtf8(byte[] bytes, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
