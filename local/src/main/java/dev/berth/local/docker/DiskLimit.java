package dev.berth.local.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Info;
import dev.berth.supervisor.build.BuildFailed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Whether the engine can keep a container from filling the disk. That depends on its file system and how that is
/// mounted, so it is found by trying, where it could be.
final class DiskLimit {
    private static final Set<String> DRIVERS = Set.of("btrfs", "zfs");
    private static final String IMAGE = "berth/nothing";

    private DiskLimit() {}

    static boolean works(Engine engine, Info info, BuiltImages images) {
        return isConceivable(info) && isAccepted(engine, images);
    }

    static HostConfig apply(HostConfig host, int gibibytes) {
        return host.withStorageOpt(Map.of("size", gibibytes + "G"));
    }

    private static boolean isConceivable(Info info) {
        var driver = String.valueOf(info.getDriver());
        var statuses = Objects.requireNonNullElse(info.getDriverStatuses(), List.<List<String>>of());
        return DRIVERS.contains(driver)
                || (driver.equals("overlay2") && statuses.stream().anyMatch(s -> s.contains("xfs")));
    }

    private static boolean isAccepted(Engine engine, BuiltImages images) {
        try {
            var files = new TreeMap<>(Map.of("Dockerfile", "FROM scratch\nCOPY Dockerfile /".getBytes(UTF_8)));
            var image = images.ensure(IMAGE, files, _ -> {});
            var container = engine.calls()
                    .createContainerCmd(image)
                    .withCmd("nothing")
                    .withHostConfig(apply(HostConfig.newHostConfig(), 1))
                    .exec()
                    .getId();
            engine.calls().removeContainerCmd(container).exec();
            return true;
        } catch (BuildFailed | DockerException refused) {
            return false;
        }
    }
}
