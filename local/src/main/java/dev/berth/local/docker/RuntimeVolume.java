package dev.berth.local.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import dev.berth.local.driver.SupervisorJvm;
import dev.berth.supervisor.build.BuildFailed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The volume with Berth's runtime, which every container mounts read-only: no snapshot holds it, and none can alter
// it.
final class RuntimeVolume {
    static final String FOLDER = "/opt/berth";
    static final String TOOLS = FOLDER + "/tools";

    private static final String IMAGE = "berth/runtime";

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
        if (removeRest()) {
            engine.works()
                    .createContainerCmd(image)
                    .withName(name)
                    .withLabels(Map.of(Labels.PURPOSE, Labels.RUNTIME_PURPOSE))
                    .withCmd("true")
                    .withHostConfig(HostConfig.newHostConfig().withMounts(List.of(mount().withReadOnly(false))))
                    .exec();
        }
    }

    /// @return false when sandboxes have it, which then is whole
    private boolean removeRest() {
        try {
            engine.calls().removeVolumeCmd(name).exec();
            return true;
        } catch (NotFoundException absent) {
            return true;
        } catch (ConflictException inUse) {
            return false;
        }
    }
}
