package dev.berth.infra;

import dev.berth.infra.control.ControlPlaneStack;
import dev.berth.infra.data.DataStack;
import dev.berth.infra.operations.OperationsStack;
import dev.berth.infra.release.Release;
import dev.berth.infra.settings.Installation;
import dev.berth.infra.substrate.SubstrateStack;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/// The four stacks of an installation, in the order that they are deployed.
public final class BerthApp {
    private final App app;

    /// @param outputFolder for the templates
    public BerthApp(Installation installation, Release release, Path outputFolder) {
        this.app = App.Builder.create()
                .outdir(outputFolder.toString())
                .analyticsReporting(false)
                .treeMetadata(false)
                .build();
        var data = new DataStack(
                app, id(installation, "data"), props(installation, "what outlives the rest"), installation);
        var substrate = new SubstrateStack(
                app,
                id(installation, "substrate"),
                props(installation, "what sandboxes run on"),
                installation,
                release,
                data);
        var control = new ControlPlaneStack(
                app,
                id(installation, "control-plane"),
                props(installation, "the control plane"),
                installation,
                release,
                data,
                substrate);
        new OperationsStack(
                app,
                id(installation, "operations"),
                props(installation, "dashboard and alarms"),
                installation,
                substrate,
                control);
    }

    public App app() {
        return app;
    }

    private static String id(Installation installation, String stack) {
        return installation.name() + "-" + stack;
    }

    private static StackProps props(Installation installation, String reason) {
        return StackProps.builder()
                .description("Berth: " + reason)
                .env(Environment.builder().region(installation.region()).build())
                .tags(Map.of("berth:installation", installation.name()))
                .build();
    }
}
