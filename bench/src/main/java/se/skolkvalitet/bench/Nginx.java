package se.skolkvalitet.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import se.skolkvalitet.embedded.Ports;

/** nginx with one file, as its handbook would have it for that. */
final class Nginx implements AutoCloseable {
    private static final String CONFIGURATION = """
            daemon off;
            user %1$s;
            worker_processes auto;
            pid %2$s/nginx.pid;
            error_log %2$s/error.log;
            events { worker_connections 1024; }
            http {
                access_log off;
                sendfile on;
                tcp_nopush on;
                keepalive_requests 1000000000;
                open_file_cache max=10;
                client_body_temp_path %2$s;
                proxy_temp_path %2$s;
                fastcgi_temp_path %2$s;
                uwsgi_temp_path %2$s;
                scgi_temp_path %2$s;
                default_type application/json;
                server {
                    listen 127.0.0.1:%3$d;
                    root %2$s/files;
                }
            }
            """;

    private final Process process;
    private final int port = Ports.free();

    Nginx(Path folder, String body) {
        try {
            Files.createDirectories(folder.resolve("files"));
            Files.writeString(folder.resolve("files/body"), body);
            Path configuration = folder.resolve("nginx.conf");
            Files.writeString(configuration, CONFIGURATION.formatted(System.getProperty("user.name"), folder, port));
            process = new ProcessBuilder(Tool.NGINX.path(), "-p", folder.toString(), "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new BenchFailed("could not start nginx", e);
        }
        // Nothing else would end it where the bench itself is ended from outside.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Stopwatch.start().secondsUntil("nginx answers", this::answers);
    }

    String url() {
        return "http://127.0.0.1:" + port + "/body";
    }

    private boolean answers() {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(url())).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
