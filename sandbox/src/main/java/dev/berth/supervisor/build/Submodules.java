package dev.berth.supervisor.build;

import dev.berth.protocol.Manifest.Repository;
import dev.berth.supervisor.git.GitTransports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

/// Checks out the submodules of a clone, level by level: what each one refers to is looked at before it is fetched.
final class Submodules {
    private static final String FILE = ".gitmodules";

    private final Repository repository;
    private final Git git;

    Submodules(Repository repository, Git git) {
        this.repository = repository;
        this.git = git;
    }

    void checkOut(Path clone) throws IOException, InterruptedException, BuildFailed {
        Queue<Path> parents = new ArrayDeque<>(List.of(clone));
        for (var parent = parents.poll(); parent != null; parent = parents.poll()) {
            if (Files.isRegularFile(parent.resolve(FILE), LinkOption.NOFOLLOW_LINKS)) {
                refuseUndeclaredTransports(parent);
                update(parent);
                for (var path : values(parent, "path")) {
                    parents.add(inside(parent, path));
                }
            }
        }
    }

    private void refuseUndeclaredTransports(Path parent) throws IOException, InterruptedException, BuildFailed {
        for (var url : values(parent, "url")) {
            if (!GitTransports.mayRefer(repository.url(), url)) {
                throw failure(
                        "submodule_refused",
                        "has a submodule from %s, whose transport is not allowed".formatted(url),
                        "Give the submodule an https URL and refresh the snapshot.");
            }
        }
    }

    private void update(Path parent) throws IOException, InterruptedException, BuildFailed {
        if (git.run(parent, "submodule", "update", "--init") != 0) {
            throw failure(
                    "submodule_not_cloned",
                    "has a submodule that could not be checked out",
                    "See the log, check the submodule's URL and commit, and refresh the snapshot.");
        }
    }

    private List<String> values(Path parent, String key) throws IOException, InterruptedException, BuildFailed {
        var answer =
                git.ask(parent, "config", "--file", FILE, "--null", "--get-regexp", "^submodule\\..*\\." + key + "$");
        return Stream.of(answer.text().split("\0"))
                .filter(entry -> entry.contains("\n"))
                .map(entry -> entry.substring(entry.indexOf('\n') + 1))
                .toList();
    }

    private Path inside(Path parent, String path) throws BuildFailed {
        var folder = parent.resolve(path).normalize();
        if (!folder.startsWith(parent)) {
            throw failure(
                    "submodule_refused",
                    "has a submodule outside its own folder",
                    "Mend its .gitmodules and refresh the snapshot.");
        }
        return folder;
    }

    private BuildFailed failure(String code, String what, String remedy) {
        return BuildFailed.byCaller(
                code, "Repository '%s' (%s) %s.".formatted(repository.id(), repository.url(), what), remedy);
    }
}
