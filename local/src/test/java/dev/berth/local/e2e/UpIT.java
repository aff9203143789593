package dev.berth.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A control plane from its start to its end, and again.
@Tag("e2e")
class UpIT {
    private InstalledBerth berth;

    @BeforeEach
    void install() throws Exception {
        berth = new InstalledBerth();
    }

    @Test
    void whatItKnewItKnowsAgain() {
        var up = berth.up();
        berth.runs("profile", "create", "plain", "--publish");
        berth.runs("run", "--profile", "plain", "echo remembered");
        var session = berth.run("session", "start", "--profile", "plain", "--json", "echo begun; sleep 987654")
                .json()
                .path("id")
                .asString();
        berth.begin("session", "watch", session).awaitOut("begun").interrupt();
        assertThat(up.interrupt().exitCode()).isEqualTo(130);
        assertThat(processes()).isEmpty();

        var again = berth.up();
        assertThat(again.out()).contains(urlOf(up).toString());
        assertThat(berth.runs("session", "show", session)).contains("stopped", "shutdown");
        assertThat(berth.runs("session", "watch", session)).contains("begun");
        assertThat(berth.runs("session", "list")).contains("echo remembered");
        again.interrupt();
    }

    @Test
    void aFolderHasOneControlPlane() {
        var up = berth.up();
        var second = berth.run("up", "--port", "0");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains("→").doesNotContain("\tat ", "Exception");
        up.interrupt();
    }

    @Test
    void aPortHasOneListener() {
        var up = berth.up();
        var port = Integer.toString(urlOf(up).getPort());
        var other = berth.run("up", "--port", port, "--data", "other", "--driver", "process");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("port " + port, "--port").doesNotContain("\tat ", "Exception");
        up.interrupt();
    }

    @Test
    void withoutAControlPlaneItSaysHowToStartOne() {
        var list = berth.run("session", "list");
        assertThat(list.exitCode()).isEqualTo(1);
        assertThat(list.err()).contains("berth up").doesNotContain("\tat ", "Exception");
    }

    private static URI urlOf(Command up) {
        return URI.create(up.out().replaceFirst("(?s).*Berth is ready at (\\S+).*", "$1"));
    }

    /// Everything that was started from this test's folder.
    private List<String> processes() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(berth.root().toString()) || command.contains("sleep 987654"))
                .toList();
    }
}
