package dev.berth.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.session.SessionKey;
import dev.berth.snapshot.Artifact;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every sandbox driver does.
public abstract class SandboxDriverContract {
    private static final Duration SOON = Duration.ofSeconds(30);

    protected abstract SandboxDriver driver();

    /// A snapshot that sandboxes start from.
    protected abstract Artifact artifact();

    /// A snapshot that was discarded.
    protected abstract Artifact missingArtifact();

    /// The sandboxes that the driver's observer was told are gone, so far.
    protected abstract List<SandboxRef> gone();

    /// How many sandboxes ever came up under this id.
    protected abstract int startsOf(SandboxRef sandbox);

    /// Ends a sandbox from within, at once and without a word.
    protected abstract void crash(SandboxRef sandbox);

    @Test
    void aLaunchedSandboxStandsAndIsListed() {
        var sandbox = launched("sbx_one");
        assertThat(driver().observe(sandbox)).isEqualTo(new Observation.Standing());
        assertThat(driver().list()).containsExactly(sandbox);
    }

    @Test
    void aRepeatedLaunchFindsTheFirst() {
        var sandbox = launched("sbx_twice");
        assertThat(driver().launch(launch(sandbox))).isEqualTo(new LaunchOutcome.Launched());
        assertThat(driver().list()).containsExactly(sandbox);
        assertThat(startsOf(sandbox)).isEqualTo(1);
    }

    @Test
    void manyLaunchesAtOnceMakeOneSandbox() throws Exception {
        var sandbox = ref("sbx_raced");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var launches = threads.invokeAll(IntStream.range(0, 5)
                    .<Callable<LaunchOutcome>>mapToObj(i -> () -> driver().launch(launch(sandbox)))
                    .toList());
            for (var launch : launches) {
                assertThat(launch.get()).isEqualTo(new LaunchOutcome.Launched());
            }
        }
        awaitStart(sandbox);
        assertThat(startsOf(sandbox)).isEqualTo(1);
    }

    @Test
    void aStoppedSandboxIsGoneAndTheObserverIsTold() {
        var sandbox = launched("sbx_stopped");
        driver().stop(sandbox);
        awaitGone(sandbox);
        assertThat(driver().list()).isEmpty();
    }

    @Test
    void aSandboxThatCrashesIsGoneAndTheObserverIsTold() {
        var sandbox = launched("sbx_crashed");
        crash(sandbox);
        awaitGone(sandbox);
    }

    @Test
    void aSandboxThatEndedIsNotStartedAgain() {
        var sandbox = launched("sbx_ended");
        crash(sandbox);
        awaitGone(sandbox);
        assertThat(driver().launch(launch(sandbox))).isEqualTo(new LaunchOutcome.Launched());
        assertThat(driver().observe(sandbox)).isInstanceOf(Observation.Gone.class);
        assertThat(startsOf(sandbox)).isEqualTo(1);
    }

    @Test
    void stoppingWhatIsGoneTellsTheObserverAgain() {
        var sandbox = ref("sbx_unknown");
        driver().stop(sandbox);
        await().atMost(SOON).untilAsserted(() -> assertThat(gone()).contains(sandbox));
    }

    @Test
    void aSandboxThatNeverWasIsGone() {
        assertThat(driver().observe(ref("sbx_never"))).isInstanceOf(Observation.Gone.class);
    }

    @Test
    void aLaunchFromADiscardedSnapshotIsRefusedWithWhatToDo() {
        var sandbox = ref("sbx_refused");
        var outcome = driver().launch(launch(sandbox, missingArtifact()));
        assertThat(outcome).isInstanceOfSatisfying(LaunchOutcome.Refused.class, refused -> assertThat(
                        refused.failure().remedy())
                .containsIgnoringCase("refresh"));
        assertThat(driver().list()).isEmpty();
    }

    protected final SandboxRef launched(String id) {
        var sandbox = ref(id);
        assertThat(driver().launch(launch(sandbox))).isEqualTo(new LaunchOutcome.Launched());
        awaitStart(sandbox);
        return sandbox;
    }

    protected final void awaitGone(SandboxRef sandbox) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(gone()).contains(sandbox);
            assertThat(driver().observe(sandbox)).isInstanceOf(Observation.Gone.class);
        });
    }

    protected final void awaitStart(SandboxRef sandbox) {
        await().atMost(SOON).untilAsserted(() -> assertThat(startsOf(sandbox)).isPositive());
    }

    protected final Launch launch(SandboxRef sandbox) {
        return launch(sandbox, artifact());
    }

    protected static SandboxRef ref(String id) {
        return new SandboxRef(id, new SessionKey("org_1", "ses_1"), 1);
    }

    private static Launch launch(SandboxRef sandbox, Artifact artifact) {
        return new Launch(sandbox, artifact, new Launch.Resources(1, 512, 1), "bootstrap-token", "http://127.0.0.1:1");
    }
}
