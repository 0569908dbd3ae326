package se.skolkvalitet.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import se.skolkvalitet.embedded.Ports;

/**
 * Another service as its clients see it over HTTP, which can be made to fail in the ways that services fail. Every
 * request gets the same document while it is well.
 *
 * <p>The init argument {@code client} names the REST client that is led here.
 */
public class Neighbour implements QuarkusTestResourceLifecycleManager {
    private static final long CLIENT_TIMEOUT_MILLIS = 400;

    /** How a neighbour behaves. */
    public enum Mood {
        REFUSES,
        RESETS,
        IS_SLOW,
        ANSWERS_500,
        CUTS_ITS_ANSWER_SHORT,
        IS_WELL
    }

    private final List<Socket> unanswered = new CopyOnWriteArrayList<>();
    private final int port = Ports.free();
    private volatile Mood mood = Mood.REFUSES;
    private volatile String document = "{}";
    private String client;
    private ServerSocket server;
    private Thread thread;

    @Override
    public void init(Map<String, String> arguments) {
        client = arguments.get("client");
    }

    @Override
    public Map<String, String> start() {
        String prefix = "quarkus.rest-client." + client;
        return Map.of(
                prefix + ".url",
                "http://localhost:" + port,
                prefix + ".read-timeout",
                String.valueOf(CLIENT_TIMEOUT_MILLIS));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Neighbour.class));
    }

    @Override
    public void stop() {
        close();
    }

    /** From now on behaves like this. */
    public synchronized void becomes(Mood next) {
        close();
        mood = next;
        if (next == Mood.REFUSES) {
            return;
        }
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getByName("localhost"), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket open = server;
        thread = new Thread(() -> serve(open), "neighbour");
        thread.setDaemon(true);
        thread.start();
    }

    public void serves(String json) {
        document = json;
    }

    private void serve(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                answer(open.accept());
            } catch (IOException closedOrLeft) {
                // The client went away, or this server was closed: the next connection is a new story.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        switch (mood) {
            case RESETS -> reset(socket);
            case IS_SLOW -> unanswered.add(socket);
            case ANSWERS_500 -> respond(socket, "500 Internal Server Error", new byte[0], 0);
            case CUTS_ITS_ANSWER_SHORT ->
                respond(socket, "200 OK", Arrays.copyOf(body(), body().length / 2), body().length);
            default -> respond(socket, "200 OK", body(), body().length);
        }
    }

    private byte[] body() {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static void respond(Socket socket, String status, byte[] body, int announced) throws IOException {
        try (socket;
                var reader =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null && !line.isEmpty()) {
                line = reader.readLine();
            }
            String head =
                    "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                            .formatted(status, announced);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
        }
    }

    private synchronized void close() {
        try {
            if (server != null) {
                server.close();
                // The port is free when the thread has left accept().
                thread.join();
            }
            for (Socket socket : unanswered) {
                socket.close();
            }
            unanswered.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
