package dev.berth.local.up;

import dev.berth.profile.DraftPolicy;
import dev.berth.sandbox.Capabilities;
import dev.berth.supervisor.Runtimes;

/// What profiles may ask for on one machine.
final class OneMachine {
    private OneMachine() {}

    static DraftPolicy.Platform platform(Substrate.Kind kind, Capabilities capabilities) {
        return new DraftPolicy.Platform(
                Runtimes.ALL.options(), kind.takesAnyImage(), capabilities.gatewayForced(), kind.repositoryUrls());
    }
}
