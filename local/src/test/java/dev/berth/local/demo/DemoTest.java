package dev.berth.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.local.cli.CommandRun;
import dev.berth.local.cli.stub.StubAnswer;
import dev.berth.local.cli.stub.StubServer;
import dev.berth.local.cli.stub.StubSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// With a control plane that runs already; starting one is seen by the test of the real launcher.
class DemoTest {
    @TempDir
    private Path folder;

    private final StubServer server = new StubServer(0);
    private final StubSession session = new StubSession();

    @BeforeEach
    void aRunningControlPlane() throws IOException {
        Path data = Files.createDirectories(folder.resolve(".berth"));
        Files.writeString(data.resolve("url"), server.url());
        Files.writeString(data.resolve("admin-key"), "key");
        session.serve(server);
        server.on("GET", "/healthz", StubAnswer.json(200, "{}"));
        server.on("POST", "/v1/profiles", StubAnswer.json(201, "{\"id\":\"prf_2\",\"name\":\"demo\"}"));
        server.on("GET", "/v1/profiles/*/draft", StubAnswer.json(200, "{}").with("ETag", "\"1\""));
        server.on("PUT", "/v1/profiles/*/draft", StubAnswer.json(200, "{}"));
        server.on("POST", "/v1/profiles/*/versions", StubAnswer.json(202, "{\"version\":1}"));
        server.on(
                "GET",
                "/v1/profiles/*/versions/1/snapshot",
                StubAnswer.json(200, "{\"status\":\"ready\",\"log\":\"cloned\\n\"}"));
        server.on("POST", "/v1/sessions/*/stop", request -> {
            session.status("stopped");
            return StubAnswer.json(202, "{\"id\":\"ses_1\",\"status\":\"stopping\"}");
        });
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellsTheWholeStoryOfASession() {
        session.append("berth", "sandbox.phase", "{\"phase\":\"launch\",\"durationMillis\":85}");
        session.status("running").turn("completed");
        CommandRun demo = demo();
        assertThat(demo.exitCode()).describedAs(demo.err()).isZero();
        assertThat(demo.out())
                .contains("One runs already", "cloned", "a script", "│ hello", "+2", "● session stopped")
                .contains("phase launch", "85 ms", "./berth session watch ses_1");
    }

    @Test
    void theDraftNamesARepositoryThatIsThereAndAJdk() {
        session.status("running").turn("completed");
        demo();
        JsonNode draft =
                server.requests("PUT", "/v1/profiles/prf_2/draft").getFirst().json();
        String url = draft.path("repositories").path(0).path("url").asString();
        assertThat(url).startsWith("file:///");
        assertThat(Path.of(url.substring("file://".length())).resolve(".git")).isDirectory();
        assertThat(draft.path("environment").path("JAVA_HOME").asString()).isEqualTo(System.getProperty("java.home"));
    }

    @Test
    void aTaskThatFailsFailsTheDemo() {
        session.status("running").turn("failed");
        assertThat(demo().exitCode()).isEqualTo(3);
    }

    private CommandRun demo() {
        return CommandRun.launched(Path.of(".."), folder, "demo");
    }
}
