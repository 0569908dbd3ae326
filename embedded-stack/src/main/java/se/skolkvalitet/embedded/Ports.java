package se.skolkvalitet.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    private Ports() {}

    /**
     * A port that was free when asked for, of those that systems give to no outgoing connection: one of these could take it
     * before the server for which it is meant.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    /** Whether a server could listen on the port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
