package dev.berth.supervisor.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.berth.protocol.ArchiveReport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlPlaneTest {
    @ParameterizedTest
    @CsvSource({
        "'', /sandbox/v1/archives",
        "/, /sandbox/v1/archives",
        "/berth, /berth/sandbox/v1/archives",
        "/team/berth/, /team/berth/sandbox/v1/archives"
    })
    void isCalledBelowThePathThatItIsServedAt(String path, String called) throws Exception {
        var asked = new CompletableFuture<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.complete(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try (var http = HttpClient.newHttpClient()) {
            var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);

            new ControlPlane(http, url, "bearer").complete(new ArchiveReport("arc_1", 1, "00000000"));

            assertThat(asked.get(20, TimeUnit.SECONDS)).isEqualTo(called);
        } finally {
            server.stop(0);
        }
    }
}
