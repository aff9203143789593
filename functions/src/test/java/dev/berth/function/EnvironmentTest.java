package dev.berth.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    private final Map<String, String> variables = new HashMap<>(DeployedVariables.ALL);

    @Test
    void everythingIsRead() {
        variables.put("BERTH_SUBNETS", "subnet-1, subnet-2");
        variables.put("BERTH_CAPACITY_PROVIDER", "FARGATE_SPOT");
        var environment = Environment.read(variables, true);
        assertThat(environment.sandboxUrl()).isEqualTo("https://sandbox.example");
        assertThat(environment.fargate().subnets()).containsExactly("subnet-1", "subnet-2");
        assertThat(environment.fargate().spot()).isTrue();
        assertThat(environment.fargate().publicIp()).isFalse();
        assertThat(environment.builds().bucket()).isEqualTo(environment.objectsBucket());
    }

    @Test
    void onlyWhoLaunchesSandboxesHasToKnowWhereTheyFindTheControlPlane() {
        variables.remove("BERTH_SANDBOX_URL");
        assertThat(Environment.read(variables, false).sandboxUrl()).isEmpty();
        assertThatThrownBy(() -> Environment.read(variables, true))
                .hasMessageContaining("BERTH_SANDBOX_URL is missing");
    }

    @Test
    void allFaultsAreToldTogether() {
        variables.remove("BERTH_TABLE_NAME");
        variables.put("BERTH_BASE_URL", "https://berth.example/");
        variables.put("BERTH_SOCKET_URL", "https://sockets.example");
        variables.put("BERTH_CLUSTER_ARN", "berth");
        variables.put("BERTH_ARCHITECTURE", "SPARC");
        assertThatThrownBy(() -> Environment.read(variables, true))
                .satisfies(failure -> assertThat(failure.getMessage())
                        .contains(List.of(
                                "BERTH_TABLE_NAME is missing",
                                "BERTH_BASE_URL is 'https://berth.example/'",
                                "no slash at its end",
                                "begins with ws:// or wss://",
                                "BERTH_CLUSTER_ARN is 'berth' and has to be an ARN",
                                "BERTH_ARCHITECTURE is 'SPARC' and has to be ARM64 or X86_64")));
    }

    @Test
    void nothingAtAllNamesEveryVariable() {
        assertThatThrownBy(() -> Environment.read(Map.of(), true))
                .satisfies(failure -> assertThat(failure.getMessage()).contains(DeployedVariables.ALL.keySet()));
    }
}
