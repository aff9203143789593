package dev.berth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.aws.ministack.Ministack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/// CloudFormation finds an order in which everything can be made, and everything refers to something that is there: as
/// far as an emulator can tell, which does not check roles.
@Tag("node")
@Tag("ministack")
final class DeploymentTest {
    @RegisterExtension
    static final Ministack MINISTACK = new Ministack();

    @Test
    void everyStackIsMade() {
        try (var deployment = new Deployment(MINISTACK)) {
            assertThat(deployment.deploy(Synthesis.of(Synthesis.DEFAULTS)))
                    .hasSize(4)
                    .allSatisfy(stack -> assertThat(stack.stackStatus())
                            .as(() -> deployment.failures(stack.stackName()).toString())
                            .isEqualTo(StackStatus.CREATE_COMPLETE));
        }
    }
}
