package se.skolkvalitet.kit.test.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * HTTP/1.1 as bytes: sends requests that no well-behaved client would let through, and reads what comes back. One
 * request a connection where the body's framing is at stake, so that a fault of one cannot be taken for another's.
 */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int CONTINUE = 100;

    private RawHttp() {}

    public record Answer(int status, Map<String, String> headers, String body) {
        public String contentType() {
            return headers.getOrDefault("content-type", "");
        }
    }

    /** @param request head and body as they go over the wire; the head asks to close the connection */
    public static Answer send(int port, byte[] request, boolean head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (IOException closedEarly) {
                // The service may answer and close before it has read all of a body that it refuses.
            }
            return read(new BufferedInputStream(socket.getInputStream()), head);
        }
    }

    private static Answer read(InputStream in, boolean head) throws IOException {
        int status = status(in);
        while (status == CONTINUE) {
            line(in);
            status = status(in);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        byte[] body = head || status == 204 || status == 304 ? new byte[0] : body(in, headers);
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private static int status(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(" ")[1]);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if ("chunked".equals(headers.get("transfer-encoding"))) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = chunk(in); size > 0; size = chunk(in)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            return body.toByteArray();
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed without a whole answer");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
