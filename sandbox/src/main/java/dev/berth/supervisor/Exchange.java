package dev.berth.supervisor;

import dev.berth.protocol.BootstrapRequest;
import dev.berth.protocol.Manifest;
import dev.berth.protocol.Protocol;
import dev.berth.supervisor.control.ControlPlane;
import dev.berth.supervisor.control.GenerationEnded;
import dev.berth.supervisor.control.Persistence;
import dev.berth.supervisor.control.Persistence.Settled;
import dev.berth.supervisor.folder.SandboxSecret;
import dev.berth.supervisor.process.Deadline;
import java.time.Duration;

/// Exchanges the bootstrap token for the sandbox's own secret.
///
/// @param controlPlane called with the bootstrap token
record Exchange(ControlPlane controlPlane, Persistence persistence, SandboxSecret secret) {
    private static final Duration GIVES_UP_AFTER = Duration.ofMinutes(2);

    /// @throws GenerationEnded when the exchange is refused or not answered: there is nothing this sandbox may do
    Manifest make() throws GenerationEnded, InterruptedException {
        var request = new BootstrapRequest(Protocol.VERSION, secret.hash());
        var settled = persistence
                .until(Deadline.in(GIVES_UP_AFTER), () -> controlPlane.bootstrap(request))
                .orElseThrow(() -> new GenerationEnded("no answer to the bootstrap exchange for " + GIVES_UP_AFTER));
        return switch (settled) {
            case Settled.Answered<Manifest>(var manifest) -> manifest;
            case Settled.Refused<Manifest>(var status, var detail) ->
                throw new GenerationEnded("the bootstrap exchange was refused with %d: %s".formatted(status, detail));
        };
    }
}
