package dev.berth.local.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Mount;
import dev.berth.sandbox.Launch;
import dev.berth.supervisor.program.SupervisorJvm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Plans the containers that sessions run in.
record SandboxContainers(Containers containers, RuntimeVolume runtime) {
    private static final List<String> ARGUMENTS = List.of(
            "--folder",
            Layout.FOLDER,
            "--agent-uid",
            Integer.toString(Layout.AGENT_UID),
            "--tools",
            RuntimeVolume.TOOLS);
    private static final Set<String> ENDED = Set.of("exited", "dead", "removing");

    ContainerPlan plan(Launch launch, InspectImageResponse image) {
        return new ContainerPlan(
                containers.name(launch.sandbox().id()),
                String.valueOf(image.getId()),
                Labels.of(containers.installation(), launch.sandbox()),
                runtime.java(SupervisorJvm.MAIN_CLASS, ARGUMENTS),
                environment(launch, image),
                mounts(image),
                ContainerPlan.OF_SUPERVISOR,
                launch.resources());
    }

    static boolean hasEnded(@Nullable String status) {
        return status == null || ENDED.contains(status);
    }

    static boolean hasEnded(Container container) {
        return hasEnded(container.getState());
    }

    private static List<String> environment(Launch launch, InspectImageResponse image) {
        var environment = new ArrayList<>(ImageEnvironment.of(image));
        environment.add("BERTH_CONTROL_PLANE_URL=" + launch.controlPlaneUrl());
        environment.add("BERTH_BOOTSTRAP_TOKEN=" + launch.bootstrapToken());
        environment.add("BERTH_SANDBOX=" + launch.sandbox().id());
        return environment;
    }

    /// The runtime, and the repositories of this machine that the snapshot was made from.
    private List<Mount> mounts(InspectImageResponse image) {
        var mounts = new ArrayList<>(List.of(runtime.mount()));
        Map<String, String> labels =
                image.getConfig() == null ? null : image.getConfig().getLabels();
        if (labels != null) {
            RepositoryMounts.folders(labels.getOrDefault(Labels.MOUNTS, ""))
                    .forEach(folder -> mounts.add(RepositoryMounts.mount(folder)));
        }
        return mounts;
    }
}
