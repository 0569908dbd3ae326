package se.skolkvalitet.kit.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes one end of a TCP connection to PostgreSQL silent, as a host that loses its power: from one moment on no packet
 * between the two arrives, no FIN, no RST, no answer to a keep-alive. A proxy that forwards nothing would not do, because
 * its kernel goes on answering for it. The firewall drops the packets of that connection alone, so this takes Linux,
 * {@code iptables} and the right to use it.
 */
public final class LostHost implements AutoCloseable {
    private final List<List<String>> rules = new ArrayList<>();

    /** Whether the rules of the firewall can be changed here. */
    public static boolean isPossible() {
        try {
            return run(List.of("iptables", "-w", "-n", "-L", "INPUT")) == 0;
        } catch (UncheckedIOException notInstalled) {
            return false;
        }
    }

    /**
     * @param server the port of PostgreSQL
     * @param client the port of the connection's other end
     */
    public static LostHost at(int server, int client) {
        LostHost lost = new LostHost();
        lost.drop(server, client);
        lost.drop(client, server);
        return lost;
    }

    private void drop(int from, int to) {
        List<String> rule = List.of(
                "INPUT",
                "-i",
                "lo",
                "-p",
                "tcp",
                "--sport",
                String.valueOf(from),
                "--dport",
                String.valueOf(to),
                "-j",
                "DROP");
        if (run(command("-I", rule)) != 0) {
            close();
            throw new IllegalStateException("the firewall did not take the rule " + rule);
        }
        rules.add(rule);
    }

    /** Lets packets through again. */
    @Override
    public void close() {
        rules.forEach(rule -> run(command("-D", rule)));
        rules.clear();
    }

    private static List<String> command(String what, List<String> rule) {
        List<String> command = new ArrayList<>(List.of("iptables", "-w", what));
        command.addAll(rule);
        return Collections.unmodifiableList(command);
    }

    private static int run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
