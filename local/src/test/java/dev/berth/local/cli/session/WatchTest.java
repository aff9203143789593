package dev.berth.local.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.local.cli.CommandRun;
import dev.berth.local.cli.stub.StubServer;
import dev.berth.local.cli.stub.StubSession;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final StubSession session = new StubSession();

    @Test
    void watchingGoesOnWhenTheControlPlaneComesBack() {
        session.status("running");
        StubServer first = serve(0);
        CommandRun.Running watch = CommandRun.begin(first.url(), "session", "watch", StubSession.ID);
        await().until(() -> first.requests("GET", "/v1/sessions/*/events").size() == 2);
        first.close();
        await().until(() -> watch.errSoFar().contains("does not answer"));
        session.turn("completed").status("stopped");
        try (StubServer second = serve(first.port())) {
            CommandRun end = watch.end().join();
            assertThat(second.requests("GET", "/v1/sessions/*/events")).isNotEmpty();
            assertThat(end.exitCode()).isZero();
            assertThat(end.out()).containsOnlyOnce("● session running").contains("│ hello", "● session stopped");
            assertThat(end.err()).contains("answers again");
        }
    }

    @Test
    void whatIsAppendedIsSeenWhileItHappens() {
        try (StubServer server = serve(0)) {
            CommandRun.Running watch = CommandRun.begin(server.url(), "session", "watch", StubSession.ID);
            await().until(() -> !server.requests("GET", "/v1/sessions/*/events").isEmpty());
            session.status("running").turn("completed").status("stopped");
            assertThat(watch.end().join().out()).contains("hello");
        }
    }

    @Test
    void withoutFollowingItPrintsWhatThereIs() {
        session.status("running").turn("completed");
        try (StubServer server = serve(0)) {
            CommandRun run =
                    CommandRun.of(server.url(), "session", "watch", StubSession.ID, "--no-follow", "--after", "1");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("hello").doesNotContain("running");
        }
    }

    @Test
    void anEventOfAnUnknownTypeIsPassedOver() {
        session.append("sandbox", "some.day", "{\"new\":1}").status("stopped");
        try (StubServer server = serve(0)) {
            CommandRun run = CommandRun.of(server.url(), "session", "watch", StubSession.ID);
            assertThat(run.out()).isEqualTo("● session stopped\n");
        }
    }

    private StubServer serve(int port) {
        StubServer server = new StubServer(port);
        session.serve(server);
        return server;
    }
}
