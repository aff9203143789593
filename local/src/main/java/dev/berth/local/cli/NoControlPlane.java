package dev.berth.local.cli;

import dev.berth.local.cli.up.ControlPlaneLauncher;
import dev.berth.local.cli.up.UpSettings;

/// Stands where the control plane will be wired in.
final class NoControlPlane implements ControlPlaneLauncher {
    @Override
    public Running start(UpSettings settings) {
        throw new CommandFailure(
                "This build holds no control plane.", "Use client commands with BERTH_URL and BERTH_API_KEY.");
    }
}
