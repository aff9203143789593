package dev.berth.local.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.local.cli.BerthCommand;
import dev.berth.local.cli.stub.StubAnswer;
import dev.berth.local.cli.stub.StubServer;
import dev.berth.local.cli.stub.StubSession;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunInterruptTest {
    private static final Duration JVM_START = Duration.ofSeconds(30);

    @Test
    void ctrlCAsksTheSessionToStopAndEndsWith130() throws IOException, InterruptedException {
        StubSession session = new StubSession().status("running");
        try (StubServer server = new StubServer(0)) {
            session.serve(server);
            server.on(
                    "POST", "/v1/sessions/*/stop", StubAnswer.json(202, "{\"id\":\"ses_1\",\"status\":\"stopping\"}"));
            Process run = start(server.url());
            await().atMost(JVM_START).until(() -> !server.requests("GET", "/v1/sessions/*/events")
                    .isEmpty());
            new ProcessBuilder("kill", "-INT", Long.toString(run.pid())).start().waitFor();
            assertThat(run.waitFor()).isEqualTo(130);
            assertThat(server.requests("POST", "/v1/sessions/*/stop")).hasSize(1);
        }
    }

    private static Process start(String url) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BerthCommand.class.getName(),
                        "run",
                        "--profile",
                        "demo",
                        "task")
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().putAll(Map.of("BERTH_URL", url, "BERTH_API_KEY", "key"));
        return builder.start();
    }
}
