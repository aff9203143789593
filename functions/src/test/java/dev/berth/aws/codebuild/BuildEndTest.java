package dev.berth.aws.codebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.aws.SnapshotImage;
import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.snapshot.BuildObservation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildEndTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final SnapshotImage IMAGE = new SnapshotImage("registry.example/snapshots", DIGEST);

    @Test
    void anImageThatIsTheOnePushedIsTheSnapshot() {
        assertThat(end("SUCCEEDED", DIGEST, Optional.of(IMAGE)))
                .isEqualTo(new BuildObservation.Succeeded(IMAGE.artifact()));
    }

    @Test
    void anotherImageThanTheOnePushedFailsTheBuild() {
        assertThat(code(end("SUCCEEDED", "sha256:" + "b".repeat(64), Optional.of(IMAGE))))
                .isEqualTo("image_changed");
        assertThat(code(end("SUCCEEDED", "", Optional.of(IMAGE)))).isEqualTo("image_changed");
    }

    @Test
    void whatWasDiscardedIsUnknown() {
        assertThat(end("SUCCEEDED", DIGEST, Optional.empty())).isEqualTo(new BuildObservation.Unknown());
    }

    @Test
    void aBuildThatSaysWhyItFailedIsBelieved() {
        var said = new Failure("setup_failed", "exit code 7", "Mend it.", MustAct.CALLER);
        assertThat(new BuildEnd("FAILED", "COMMAND_EXECUTION_ERROR", Optional.of(said), "", Optional.empty())
                        .observation())
                .isEqualTo(new BuildObservation.Failed(said));
    }

    @ParameterizedTest
    @CsvSource({"FAILED, build_failed", "STOPPED, build_cancelled", "TIMED_OUT, build_timed_out", "FAULT, build_lost"})
    void oneThatDoesNotSay(String status, String code) {
        assertThat(code(end(status, "", Optional.empty()))).isEqualTo(code);
    }

    @Test
    void anyOtherStatusIsUnderWay() {
        assertThat(end("IN_PROGRESS", "", Optional.empty())).isEqualTo(new BuildObservation.Building());
    }

    private static BuildObservation end(String status, String pushed, Optional<SnapshotImage> stored) {
        return new BuildEnd(status, "", Optional.empty(), pushed, stored).observation();
    }

    private static String code(BuildObservation observation) {
        return ((BuildObservation.Failed) observation).failure().code();
    }
}
