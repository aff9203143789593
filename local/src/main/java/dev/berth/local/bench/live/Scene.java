package dev.berth.local.bench.live;

import dev.berth.local.bench.Measurement;
import dev.berth.local.cli.api.Address;
import dev.berth.local.cli.api.BerthApi;
import dev.berth.local.cli.api.DataFolder;
import dev.berth.local.cli.up.UpSettings;
import dev.berth.local.demo.ControlPlaneProcess;
import dev.berth.local.driver.FolderTree;
import dev.berth.local.rehearsal.ScratchProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A control plane of its own on loopback, in a folder that is gone afterwards, with a profile to start from.
///
/// @param upTime from the start of its process to its first word
public record Scene(
        Path folder, ControlPlaneProcess controlPlane, BerthApi api, ScratchProfile profile, Duration upTime)
        implements AutoCloseable {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    /// @param driver what its sandboxes are
    public static Scene open(UpSettings.Driver driver) {
        try {
            Path folder = Files.createTempDirectory("berth-bench");
            Path data = folder.resolve("data");
            long began = System.nanoTime();
            ControlPlaneProcess controlPlane = ControlPlaneProcess.start(data, () -> {}, "--driver", driver.name());
            Duration upTime = Duration.ofNanos(System.nanoTime() - began);
            String key = new DataFolder(data).adminKey().orElseThrow();
            BerthApi api = new BerthApi(new Address(URI.create(controlPlane.url()), key));
            return new Scene(folder, controlPlane, api, ScratchProfile.publish(api, folder), upTime);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the bench", e);
        }
    }

    /// Where sandboxes are processes.
    public List<Measurement> ofProcesses() {
        return List.of(
                new SessionStart(this),
                new Delivery(this),
                new SupervisorSize(this),
                new Crowd(this, "f: 20 at once"),
                new KeptWorkspace(this));
    }

    /// Where they are containers.
    public List<Measurement> ofContainers() {
        var docker = DockerCommand.of(data());
        return List.of(
                new ContainerStart(this, docker),
                new SnapshotTime(this),
                new ContainerMemory(this, docker),
                new Crowd(this, "j: 20 containers at once"));
    }

    Path data() {
        return folder.resolve("data");
    }

    LiveSession start(String task) {
        return LiveSession.start(api, profile, task);
    }

    /// Raises the organization's limit to so many at once.
    void allowSessions(int atOnce) {
        change("{\"limits\": {\"concurrentSessions\": %d}}".formatted(atOnce));
    }

    void allowKeptWorkspaces() {
        change("{\"settings\": {\"persistentSandboxes\": true}}");
    }

    private void change(String change) {
        HttpRequest request = HttpRequest.newBuilder(api.address().at("/v1/organization"))
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + api.address().apiKey())
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(change))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("The organization cannot be changed: " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while changing the organization", e);
        }
    }

    @Override
    public void close() {
        controlPlane.close();
        DockerCommand.of(data()).removeImages();
        try {
            FolderTree.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
