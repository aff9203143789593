package dev.berth.supervisor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessTreeTest {
    private static final ProcessIsolation BEST = ProcessIsolation.probe();

    @ParameterizedTest
    @MethodSource
    void aTreeEndsWithAllItsChildrenUnderEveryIsolation(ProcessIsolation isolation) throws Exception {
        var tree = start(isolation, "trap '' TERM; (trap '' TERM; sleep 300 & wait) & sleep 300 & wait");
        await().until(() ->
                commands(tree).filter(command -> command.contains("sleep")).count() == 2);
        var all = tree.descendants();

        tree.kill();

        assertThat(all).noneMatch(ProcessTree::isRunning);
        assertThat(tree.process().isAlive()).isFalse();
    }

    static List<ProcessIsolation> aTreeEndsWithAllItsChildrenUnderEveryIsolation() {
        return List.of(BEST, ProcessIsolation.NONE);
    }

    @Test
    void whatIsSparedLivesOn() throws Exception {
        var tree = start(BEST, "sleep 300 & read; sleep 301 & read");
        await().until(() -> commands(tree).anyMatch(command -> command.contains("sleep")));
        var spared = tree.descendants();
        tree.process().getOutputStream().write('\n');
        tree.process().getOutputStream().flush();
        await().until(() -> tree.descendants().size() > spared.size());

        tree.endAllBut(spared, Deadline.in(Duration.ofSeconds(5)));

        assertThat(tree.descendants()).isEqualTo(Set.copyOf(spared));
        tree.kill();
    }

    @Test
    void whatWasPrintedIsNotLostToAKill() throws Exception {
        var tree = start(BEST, "echo printed");
        tree.process().waitFor();

        tree.kill();

        assertThat(tree.process().getInputStream().readAllBytes()).asString().isEqualTo("printed\n");
    }

    private static ProcessTree start(ProcessIsolation isolation, String script) throws Exception {
        return new ProcessLauncher(isolation).start(new ProcessBuilder("bash", "-c", script));
    }

    private static Stream<String> commands(ProcessTree tree) {
        return tree.descendants().stream().flatMap(handle -> handle.info().command().stream());
    }
}
