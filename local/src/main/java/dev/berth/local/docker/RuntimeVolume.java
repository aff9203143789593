package dev.berth.local.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import dev.berth.supervisor.build.BuildFailed;
import dev.berth.supervisor.program.SupervisorJvm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The volume with Berth's runtime, which every container mounts read-only: no snapshot holds it, and none can
/// alter it.
final class RuntimeVolume {
    static final String FOLDER = "/opt/berth";
    static final String TOOLS = FOLDER + "/tools";

    private static final String IMAGE = "berth/runtime";
    private static final Duration FILLED_WITHIN = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Engine engine;
    private final BuiltImages images;
    private final RuntimeContext context;
    private final String name;
    private boolean whole;

    RuntimeVolume(Engine engine, BuiltImages images, RuntimeContext context) {
        this.engine = engine;
        this.images = images;
        this.context = context;
        this.name = "berth-runtime-" + context.hash();
    }

    /// Makes the volume if it is not there.
    synchronized void ensure(Consumer<String> progress) throws BuildFailed {
        if (!whole) {
            var image = images.ensure(IMAGE, context.files(), progress);
            if (!isFilled()) {
                fill(image);
            }
            whole = true;
        }
    }

    /// To be looked at again: somebody may have removed it.
    synchronized void doubt() {
        whole = false;
    }

    Mount mount() {
        return new Mount()
                .withType(MountType.VOLUME)
                .withSource(name)
                .withTarget(FOLDER)
                .withReadOnly(true);
    }

    /// A container's command: Berth's JVM under an init that takes note of orphans.
    List<String> java(String mainClass, List<String> arguments) {
        var command = new ArrayList<>(List.of(TOOLS + "/tini", "--", FOLDER + "/jre/bin/java"));
        command.addAll(SupervisorJvm.OPTIONS);
        command.addAll(
                List.of("-XX:AOTCache=" + FOLDER + "/supervisor.aot", "-Xlog:disable", "-Xlog:all=error:stderr"));
        command.addAll(List.of("-cp", String.join(":", jars()), mainClass));
        command.addAll(arguments);
        return command;
    }

    private List<String> jars() {
        return context.jarNames().stream().map(jar -> FOLDER + "/" + jar).toList();
    }

    /// The engine fills a volume with what its first container has at that place, before that container is there: who
    /// finds the container finds the volume whole.
    private boolean isFilled() {
        try {
            engine.calls().inspectContainerCmd(name).exec();
            return true;
        } catch (NotFoundException absent) {
            return false;
        }
    }

    private void fill(String image) {
        try {
            removeRest();
            engine.works()
                    .createContainerCmd(image)
                    .withName(name)
                    .withLabels(Map.of(Labels.PURPOSE, Labels.RUNTIME_PURPOSE))
                    .withCmd("true")
                    .withHostConfig(HostConfig.newHostConfig().withMounts(List.of(mount().withReadOnly(false))))
                    .exec();
        } catch (ConflictException anotherFillsIt) {
            awaitFilled();
        }
    }

    /// What a filling that was cut off left. One that sandboxes have is whole.
    private void removeRest() {
        try {
            engine.calls().removeVolumeCmd(name).exec();
        } catch (NotFoundException | ConflictException nothingToRemove) {
            // As it should be.
        }
    }

    private void awaitFilled() {
        var limit = System.nanoTime() + FILLED_WITHIN.toNanos();
        while (!isFilled()) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("The volume %s was being filled, and is not".formatted(name));
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }
}
