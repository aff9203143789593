package dev.berth.local.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.local.cli.CommandRun;
import dev.berth.local.cli.stub.StubAnswer;
import dev.berth.local.cli.stub.StubServer;
import dev.berth.local.cli.stub.StubSession;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublishProfileTest {
    private final StubServer server = new StubServer(0);

    PublishProfileTest() {
        new StubSession().serve(server);
        server.on(
                "POST",
                "/v1/profiles/prf_1/versions",
                StubAnswer.json(202, "{\"version\":3,\"snapshot\":{\"status\":\"queued\"}}"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void waitingShowsTheBuildLogOnceAndEndsWhenTheSnapshotIsReady() {
        snapshots(
                "{\"status\":\"queued\"}",
                "{\"status\":\"building\",\"log\":\"cloning\\n\"}",
                "{\"status\":\"building\",\"log\":\"cloning\\nsetup\\u001b[2J\"}",
                "{\"status\":\"ready\",\"log\":\"cloning\\nsetup\\u001b[2J done\\n\"}");
        CommandRun run = publish();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("version 3\ncloning\nsetup␛[2J done\n✓ the snapshot is ready\n");
    }

    @Test
    void aFailedSnapshotSaysWhatToDo() {
        snapshots(
                "{\"status\":\"failed\",\"failure\":{\"code\":\"setup_failed\",\"detail\":\"Setup ended with 1.\",\"remedy\":\"Mend it.\",\"mustAct\":\"caller\"}}");
        CommandRun run = publish();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("berth: Setup ended with 1.\n  → Mend it.\n");
    }

    private CommandRun publish() {
        return CommandRun.of(server.url(), "profile", "publish", "demo", "--wait");
    }

    private void snapshots(String... states) {
        Iterator<String> rest = List.of(states).iterator();
        server.on("GET", "/v1/profiles/prf_1/versions/3/snapshot", request -> StubAnswer.json(200, rest.next()));
    }
}
