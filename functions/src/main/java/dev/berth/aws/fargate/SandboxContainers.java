package dev.berth.aws.fargate;

import dev.berth.aws.SnapshotImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.ContainerCondition;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.ContainerDependency;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.LogDriver;
import software.amazon.awssdk.services.ecs.model.MountPoint;

/// The containers of a sandbox's task. The first copies Berth's runtime into a volume and ends; the second is the
/// snapshot, started with the supervisor from that volume, which it cannot write to.
record SandboxContainers(FargateSettings settings, SnapshotImage snapshot, String controlPlaneUrl) {
    static final String RUNTIME_VOLUME = "runtime";
    static final String RUNTIME = "runtime";
    static final String AGENT = "agent";

    /// Between SIGTERM and the end; Fargate gives at most two minutes.
    static final Duration GRACE = Duration.ofSeconds(90);

    private static final int COPIED_WITHIN_SECONDS = 120;
    private static final String BERTH = "/opt/berth";
    private static final String FOLDER = "/sandbox";
    private static final String FILLED = "/berth-volume";

    /// High enough to be nobody's in images people make.
    private static final String AGENT_UID = "7000";

    /// Fargate adds no capability, so what a supervisor does not need is taken from what containers commonly have:
    /// left are `CHOWN`, `DAC_OVERRIDE`, `KILL`, `SETGID` and `SETUID`.
    private static final List<String> DROPPED = List.of(
            "AUDIT_WRITE",
            "FOWNER",
            "FSETID",
            "MKNOD",
            "NET_BIND_SERVICE",
            "NET_RAW",
            "SETFCAP",
            "SETPCAP",
            "SYS_CHROOT");

    ContainerDefinition runtime() {
        return ContainerDefinition.builder()
                .name(RUNTIME)
                .image(settings.runtimeImage())
                .essential(false)
                .startTimeout(COPIED_WITHIN_SECONDS)
                .entryPoint("/bin/cp", "-a", BERTH + "/.", FILLED)
                .linuxParameters(linux -> linux.capabilities(capabilities -> capabilities.drop("NET_RAW")))
                .mountPoints(mount(FILLED, false))
                .logConfiguration(log())
                .build();
    }

    ContainerDefinition agent() {
        return ContainerDefinition.builder()
                .name(AGENT)
                .image(snapshot.ref())
                .essential(true)
                .user("0")
                .workingDirectory("/")
                .dependsOn(ContainerDependency.builder()
                        .containerName(RUNTIME)
                        .condition(ContainerCondition.SUCCESS)
                        .build())
                .stopTimeout((int) GRACE.toSeconds())
                .entryPoint(supervisor())
                .environment(variable("BERTH_CONTROL_PLANE_URL", controlPlaneUrl))
                .linuxParameters(linux -> linux.capabilities(capabilities -> capabilities.drop(DROPPED)))
                .mountPoints(mount(BERTH, true))
                .logConfiguration(log())
                .build();
    }

    /// The runtime brings its JVM's arguments, as they were when its ahead-of-time cache was made.
    private static List<String> supervisor() {
        return List.of(
                BERTH + "/tools/tini",
                "--",
                BERTH + "/jre/bin/java",
                "@" + BERTH + "/java.args",
                "dev.berth.supervisor.Main",
                "--folder",
                FOLDER,
                "--agent-uid",
                AGENT_UID,
                "--tools",
                BERTH + "/tools");
    }

    private static MountPoint mount(String path, boolean readOnly) {
        return MountPoint.builder()
                .sourceVolume(RUNTIME_VOLUME)
                .containerPath(path)
                .readOnly(readOnly)
                .build();
    }

    /// Non-blocking: a log service that does not answer must not hold up a supervisor.
    private LogConfiguration log() {
        return LogConfiguration.builder()
                .logDriver(LogDriver.AWSLOGS)
                .options(Map.of(
                        "awslogs-group", settings.logGroup(),
                        "awslogs-region", settings.region(),
                        "awslogs-stream-prefix", "sandbox",
                        "mode", "non-blocking",
                        "max-buffer-size", "4m"))
                .build();
    }

    static KeyValuePair variable(String name, String value) {
        return KeyValuePair.builder().name(name).value(value).build();
    }
}
