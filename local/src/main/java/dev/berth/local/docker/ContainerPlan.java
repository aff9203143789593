package dev.berth.local.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.LogConfig.LoggingType;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.RestartPolicy;
import dev.berth.sandbox.Launch.Resources;
import java.util.List;
import java.util.Map;

/// A container of ours before it is created.
///
/// @param image by id
/// @param capabilities that its root keeps
record ContainerPlan(
        String name,
        String image,
        Map<String, String> labels,
        List<String> command,
        List<String> environment,
        List<Mount> mounts,
        List<Capability> capabilities,
        Resources resources) {
    /// The supervisor takes on the agent's account, ends its processes and enters its folders, and does nothing else
    /// that only root may.
    static final List<Capability> OF_SUPERVISOR = List.of(
            Capability.SETUID, Capability.SETGID, Capability.KILL, Capability.CHOWN, Capability.DAC_READ_SEARCH);

    /// What package managers need; a subset of what containers commonly have.
    static final List<Capability> OF_SETUP = List.of(
            Capability.SETUID,
            Capability.SETGID,
            Capability.KILL,
            Capability.CHOWN,
            Capability.DAC_OVERRIDE,
            Capability.FOWNER,
            Capability.FSETID,
            Capability.SETFCAP,
            Capability.SETPCAP,
            Capability.SYS_CHROOT);

    private static final long PIDS = 4_096;
    private static final int MIB_SHIFT = 20;
    private static final long NANOS = 1_000_000_000;
    private static final Map<String, String> LOG_LIMITS = Map.of("max-size", "100m", "max-file", "1");

    String create(Engine engine, DockerHost.Abilities abilities) {
        return engine.calls()
                .createContainerCmd(image)
                .withName(name)
                .withLabels(labels)
                .withUser("0:0")
                .withWorkingDir("/")
                .withHostName("sandbox")
                .withEntrypoint(command)
                .withEnv(environment)
                .withStopSignal("SIGTERM")
                .withStopTimeout((int) SandboxEnds.GRACE.toSeconds())
                .withHealthcheck(new HealthCheck().withTest(List.of("NONE")))
                .withHostConfig(host(abilities))
                .exec()
                .getId();
    }

    private HostConfig host(DockerHost.Abilities abilities) {
        var memory = (long) resources.memoryMiB() << MIB_SHIFT;
        var host = HostConfig.newHostConfig()
                .withNetworkMode(SandboxNetwork.NAME)
                .withMounts(mounts)
                .withCapDrop(Capability.ALL)
                .withCapAdd(capabilities.toArray(Capability[]::new))
                .withSecurityOpts(List.of("no-new-privileges"))
                .withMemory(memory)
                .withMemorySwap(memory)
                .withNanoCPUs((long) (Math.min(resources.cpu(), abilities.cpus()) * NANOS))
                .withPidsLimit(PIDS)
                .withRestartPolicy(RestartPolicy.noRestart())
                .withInit(false)
                .withLogConfig(new LogConfig(LoggingType.JSON_FILE, LOG_LIMITS));
        return abilities.limitsDisk() ? DiskLimit.apply(host, resources.diskGiB()) : host;
    }
}
