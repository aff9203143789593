package dev.berth.local.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes that no HTTP client would send.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileRequestsTest {
    private RunningFront front;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        front = new RunningFront(folder);
    }

    @AfterAll
    void stop() throws IOException {
        front.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/things/a%2Fb HTTP/1.1",
                "GET //v1/things HTTP/1.1",
                "GET /v1//things HTTP/1.1",
                "GET /v1/things/%00 HTTP/1.1",
                "GET /v1/things/%zz HTTP/1.1",
                "GET /v1/things/%c3%28 HTTP/1.1",
                "GET /v1/things/%u0041 HTTP/1.1",
                "GET /v1/../../etc/passwd HTTP/1.1",
                "GET /v1/%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
                "GET /objects/../secrets/key HTTP/1.1",
                "GET /objects/%2e%2e/secrets/key HTTP/1.1",
                "GET /v1/things/x?a=%zz HTTP/1.1",
                "GET /v1/things/x?a=%c3%28 HTTP/1.1",
                "GET /v1/things\\x HTTP/1.1",
                "GET v1/things HTTP/1.1",
                "G\u0001T / HTTP/1.1",
                "GET / HTTP/9.9",
                "nonsense",
            })
    void getAProblemAndNoPage(String requestLine) throws IOException {
        var answer = exchange(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 ")
                .contains("application/problem+json")
                .contains("berth-request-id: ")
                .contains("\"code\"", "\"requestId\"");
        assertThat(answer).doesNotContainIgnoringCase("<html").doesNotContainIgnoringCase("jetty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1",
                "Content-Length: 5\r\nContent-Length: 6",
                "Transfer-Encoding: bogus",
                "Host: another",
                "no colon at all",
            })
    void badHeadersGetAProblem(String header) throws IOException {
        var answer =
                exchange("POST /v1/things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 [45].*").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(ints = {16 * 1024})
    void headersThatAreTooLongGetAProblem(int bytes) throws IOException {
        var answer = exchange(
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: " + "x".repeat(bytes) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431").contains("application/problem+json");
    }

    /// Far more than what sockets hold: the server has to take it for the client to come to the answer.
    @Test
    void aBodyThatIsFarTooLargeIsAnsweredAndNotCutOff() throws IOException {
        var body = "x".repeat(4 * 1024 * 1024);
        var answer = exchange("POST /v1/things HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("body_too_large");
    }

    private String exchange(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", front.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
