package vn.ungcuu.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** nginx with the configuration that production has, but for TLS. It says in {@code X-Node} whom it asked. */
final class Proxy implements AutoCloseable {

    static final String NODE = "X-Node";

    private static final Path PRODUCTION = Path.of("docker/nginx/ung-cuu.conf");

    /** Debian keeps it where only root looks. */
    private static final String NGINX = Files.isExecutable(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx";

    private final Path folder;
    private final int port = freePort();
    private final Process process;

    /** @param nodes the ports they answer on */
    Proxy(Path folder, List<Integer> nodes) {
        this.folder = folder;
        try {
            Files.writeString(folder.resolve("nginx.conf"), """
                    daemon off;
                    user %s;
                    pid nginx.pid;
                    events {}
                    http {
                        access_log off;
                        client_body_temp_path body;
                        proxy_temp_path proxy;
                        fastcgi_temp_path fastcgi;
                        uwsgi_temp_path uwsgi;
                        scgi_temp_path scgi;
                        include ung-cuu.conf;
                    }
                    """.formatted(System.getProperty("user.name")));
            Files.writeString(
                    folder.resolve("upstream.conf"),
                    nodes.stream()
                            .map("server 127.0.0.1:%d max_fails=2 fail_timeout=10s;\n"::formatted)
                            .collect(Collectors.joining()));
            configure(Duration.ofMinutes(1));
            process = new ProcessBuilder(NGINX, "-p", folder.toString(), "-c", "nginx.conf", "-e", "nginx.log")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.out").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** From now on it waits only so long for a node's answer. */
    void waitOnly(Duration readTimeout) {
        try {
            configure(readTimeout);
            new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void configure(Duration readTimeout) throws IOException {
        String production = Files.readString(PRODUCTION);
        Files.writeString(
                folder.resolve("ung-cuu.conf"),
                production
                        .replaceFirst("(?s)server \\{\n    listen 80;.*?\n}\n", "")
                        .replaceAll("(?m)^ *ssl_.*\n", "")
                        .replace("listen 443 ssl;", "listen 127.0.0.1:%d;".formatted(port))
                        .replaceFirst(
                                "(add_header .*\n)",
                                "$1    add_header %s $upstream_addr always;\n"
                                        .formatted(NODE)
                                        .replace("$upstream", "\\$upstream"))
                        .replaceFirst(
                                "proxy_read_timeout .*;",
                                "proxy_read_timeout %ds;".formatted(readTimeout.toSeconds())));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
