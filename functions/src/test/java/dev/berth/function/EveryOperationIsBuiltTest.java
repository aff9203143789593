package dev.berth.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.http.Spec;
import dev.berth.organization.Ids;
import dev.berth.profile.DraftPolicy;
import dev.berth.profile.RepositoryUrlPolicy;
import dev.berth.sandbox.FlushPolicy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// That each endpoint is in the document, with the same scope, is asked when a dispatch is made.
class EveryOperationIsBuiltTest {
    private final ControlPlane controlPlane;

    EveryOperationIsBuiltTest() throws ReflectiveOperationException {
        controlPlane =
                new ControlPlane(Unplugged.ports(), settings(), Ids.ulids(), Clock.systemUTC(), new SecureRandom());
    }

    @Test
    void theEndpointsForClientsAreTheOperationsForClients() {
        assertThat(controlPlane.api().routeKeys()).isEqualTo(operations(false));
    }

    @Test
    void theEndpointsForSandboxesAreTheOperationsForSandboxes() {
        assertThat(controlPlane.sandboxApi().routeKeys()).isEqualTo(operations(true));
    }

    private static Set<String> operations(boolean forSandboxes) {
        return Spec.load().operations().keySet().stream()
                .filter(routeKey -> routeKey.contains(" /sandbox/") == forSandboxes)
                .collect(Collectors.toSet());
    }

    private static Settings settings() {
        return new Settings(
                "berth",
                "http://127.0.0.1:1",
                "http://127.0.0.1:1",
                "ws://127.0.0.1:1",
                "ws://127.0.0.1:1",
                Duration.ofSeconds(20),
                FlushPolicy.ONE_MACHINE,
                new DraftPolicy.Platform(Map.of("shell", List.of()), false, false, RepositoryUrlPolicy.HTTPS_ONLY));
    }
}
