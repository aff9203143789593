package dev.berth.local.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Mount;
import dev.berth.event.Failure;
import dev.berth.event.Json;
import dev.berth.local.driver.Build;
import dev.berth.local.driver.BuildPlans;
import dev.berth.local.driver.SnapshotFolder;
import dev.berth.profile.Draft;
import dev.berth.sandbox.Launch.Resources;
import dev.berth.snapshot.BuildRequest;
import dev.berth.supervisor.build.BuildArguments;
import dev.berth.supervisor.build.BuildFailed;
import dev.berth.supervisor.build.BuildLog;
import dev.berth.supervisor.build.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;

/// One build in a container that is then committed.
final class ContainerBuild implements Build {
    private static final BuildArguments ARGUMENTS =
            new BuildArguments(Path.of(Layout.FOLDER), Path.of(RuntimeVolume.TOOLS), Layout.AGENT_UID);

    private final DockerHost host;
    private final BuildRequest request;
    private final BuildLog log;
    private boolean cancelled;
    private boolean running;

    ContainerBuild(DockerHost host, BuildRequest request, SnapshotFolder folder) throws IOException {
        this.host = host;
        this.request = request;
        this.log = new BuildLog(Files.newOutputStream(folder.log()));
    }

    @Override
    public String run() throws IOException, InterruptedException, BuildFailed {
        log.line("== Snapshot of version %d".formatted(request.version()));
        var folders = RepositoryMounts.of(BuildPlans.of(request).repositories());
        var base = host.bases().resolve(request.content().baseImage(), this::say);
        host.prepare(this::say);
        create(base, folders);
        start();
        host.containers().follow(request.build(), this::print);
        requireSuccess(host.containers().awaitExit(request.build()));
        log.line("== Committing the snapshot");
        var labels = labels();
        labels.put(Labels.MOUNTS, RepositoryMounts.label(folders));
        var image = host.images().commit(host.containers().name(request.build()), request.build(), labels);
        log.line("== The snapshot is finished: " + image.ref());
        return image.ref();
    }

    @Override
    public synchronized void cancel() {
        cancelled = true;
        if (running) {
            host.containers().kill(request.build());
        }
    }

    @Override
    public BuildFailed explain(BuildFailed failed) throws IOException {
        log.line("== Failed: " + failed.failure().detail());
        return failed;
    }

    @Override
    public void close() throws IOException {
        try {
            host.containers().remove(request.build());
        } finally {
            log.close();
        }
    }

    private void create(InspectImageResponse base, List<String> folders) throws IOException {
        host.containers().remove(request.build());
        var mounts = new ArrayList<Mount>(List.of(host.runtime().mount()));
        folders.forEach(folder -> mounts.add(RepositoryMounts.mount(folder)));
        var plan = new ContainerPlan(
                host.containers().name(request.build()),
                String.valueOf(base.getId()),
                labels(),
                host.runtime().java(Main.class.getName(), ARGUMENTS.words()),
                ImageEnvironment.of(base),
                mounts,
                ContainerPlan.OF_SETUP,
                resources(request.content().resources()));
        plan.create(host.engine(), host.abilities());
        putPlan();
    }

    private void putPlan() {
        var files = new TreeMap<String, byte[]>();
        files.put(ARGUMENTS.planFile().toString().substring(1), Json.MAPPER.writeValueAsBytes(BuildPlans.of(request)));
        host.containers().put(request.build(), Tar.of(files));
    }

    private synchronized void start() throws BuildFailed {
        failIfCancelled();
        host.containers().start(request.build());
        running = true;
    }

    private void requireSuccess(int exitCode) throws IOException, BuildFailed {
        synchronized (this) {
            failIfCancelled();
        }
        if (exitCode != 0) {
            throw new BuildFailed(failure());
        }
    }

    /// What the build says of itself; when it could not, what the engine and its last words say.
    private Failure failure() throws IOException {
        var said =
                host.containers().file(request.build(), ARGUMENTS.failureFile().toString());
        if (said.isPresent()) {
            try {
                return Json.MAPPER.readValue(said.get(), Failure.class);
            } catch (JacksonException cutOff) {
                // As if it had not said anything.
            }
        }
        return BuildDeath.of(
                        host.containers().inspect(request.build()),
                        request.content().baseImage(),
                        String.join(" ⏎ ", log.lastLines()))
                .failure();
    }

    private void failIfCancelled() throws BuildFailed {
        if (cancelled) {
            throw BuildFailed.byCaller(
                    "build_cancelled", "The build was cancelled.", "Refresh the snapshot when you want it after all.");
        }
    }

    private Map<String, String> labels() {
        var labels = new HashMap<String, String>();
        labels.put(Labels.INSTALLATION, host.containers().installation());
        labels.put(Labels.PURPOSE, Labels.SNAPSHOT_PURPOSE);
        labels.put(Labels.BUILD, request.build());
        return labels;
    }

    private static Resources resources(Draft.Resources resources) {
        return new Resources(resources.cpu(), resources.memoryMiB(), resources.diskGiB());
    }

    private void say(String line) {
        print((line + "\n").getBytes(UTF_8));
    }

    private void print(byte[] bytes) {
        try {
            log.append(bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
