package dev.berth.local.docker;

import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import dev.berth.protocol.Manifest.Repository;
import dev.berth.supervisor.build.BuildFailed;
import dev.berth.supervisor.build.GitTransports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Repositories of this machine, mounted read-only where they are: so their URLs hold in a container too.
final class RepositoryMounts {
    /// Mounted over these, a container would not work.
    private static final List<String> TAKEN = List.of(
            "/bin",
            "/boot",
            "/dev",
            "/etc",
            "/lib",
            "/lib64",
            "/opt/berth",
            "/proc",
            "/sandbox",
            "/sbin",
            "/sys",
            "/usr");

    private RepositoryMounts() {}

    static List<String> of(List<Repository> repositories) throws BuildFailed {
        var folders = new ArrayList<String>();
        for (var repository : repositories) {
            if (repository.url().startsWith("file:")) {
                folders.add(folder(repository));
            }
        }
        return folders.stream().distinct().toList();
    }

    static List<String> folders(String label) {
        return label.lines().toList();
    }

    static String label(List<String> folders) {
        return String.join("\n", folders);
    }

    static Mount mount(String folder) {
        return new Mount()
                .withType(MountType.BIND)
                .withSource(folder)
                .withTarget(folder)
                .withReadOnly(true);
    }

    private static String folder(Repository repository) throws BuildFailed {
        var folder = Path.of(GitTransports.folder(repository.url())).normalize();
        if (isTaken(folder)) {
            throw BuildFailed.byCaller(
                    "repository_refused",
                    "Repository '%s' is in %s, which a container has itself.".formatted(repository.id(), folder),
                    "Move the repository to another folder of this machine, and publish a new version.");
        }
        if (!Files.isDirectory(folder)) {
            throw BuildFailed.byCaller(
                    "repository_unreadable",
                    "Repository '%s' (%s) does not exist or cannot be read."
                            .formatted(repository.id(), repository.url()),
                    "Check its URL and who may read it, and refresh the snapshot.");
        }
        return folder.toString();
    }

    private static boolean isTaken(Path folder) {
        return folder.getNameCount() == 0
                || TAKEN.stream().map(Path::of).anyMatch(taken -> folder.startsWith(taken) || taken.startsWith(folder));
    }
}
