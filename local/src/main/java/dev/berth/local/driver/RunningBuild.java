package dev.berth.local.driver;

import dev.berth.event.Failure;
import dev.berth.snapshot.BuildRequest;
import dev.berth.supervisor.build.BuildFailed;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A build that waits for its turn or runs, until its outcome is written.
final class RunningBuild implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningBuild.class);

    private final BuildRequest request;
    private final SnapshotFolder folder;
    private final Build.Kind kind;
    private final Consumer<RunningBuild> ended;
    private @Nullable Build build;
    private boolean cancelled;
    private volatile boolean abandoned;

    RunningBuild(BuildRequest request, SnapshotFolder folder, Build.Kind kind, Consumer<RunningBuild> ended) {
        this.request = request;
        this.folder = folder;
        this.kind = kind;
        this.ended = ended;
    }

    @Override
    public void run() {
        try (var started = start()) {
            build(started);
        } catch (IOException | RuntimeException failure) {
            LOG.error("Build {} failed", request.build(), failure);
            fail(BuildFailed.byOperator(
                            "build_failed",
                            "The build could not go on: " + failure,
                            "See that the data folder can be written and its disk has space, then refresh the snapshot.")
                    .failure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.accept(this);
        }
    }

    String id() {
        return request.build();
    }

    boolean isAbandoned() {
        return abandoned;
    }

    synchronized void cancel() {
        cancelled = true;
        try {
            if (build != null) {
                build.cancel();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends it without an outcome, as if this process had been killed.
    void abandon() {
        abandoned = true;
        cancel();
    }

    private synchronized Build start() throws IOException, InterruptedException {
        var started = kind.begin(request, folder);
        build = started;
        if (cancelled) {
            started.cancel();
        }
        return started;
    }

    private void build(Build started) throws IOException, InterruptedException {
        try {
            folder.finish(started.run());
        } catch (BuildFailed failed) {
            fail(started.explain(failed).failure());
        }
    }

    private void fail(Failure failure) {
        try {
            if (!abandoned) {
                folder.fail(failure);
                folder.removeContents();
            }
        } catch (IOException unwritable) {
            LOG.error("The failure of build {} could not be written", request.build(), unwritable);
        }
    }
}
