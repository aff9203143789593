package dev.berth.supervisor.build;

import dev.berth.protocol.Manifest.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Checks out the submodules of a clone, level by level: what each one refers to is looked at before it is fetched.
record Submodules(Repository repository, Git git, BuildLog log, LargeFiles largeFiles) {
    private static final String SUBMODULE = "160000 ";

    void checkOut(Path clone) throws IOException, InterruptedException, BuildFailed {
        checkOut(clone, repository.url());
    }

    private void checkOut(Path parent, String url) throws IOException, InterruptedException, BuildFailed {
        if (!Files.isRegularFile(parent.resolve(SubmoduleEntry.FILE), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        var entries = entries(parent);
        var named = named(parent, entries);
        for (var submodule : entries) {
            if (!named.contains(submodule.path()) || !submodule.wanted()) {
                continue;
            }
            if (!GitTransports.mayRefer(url, submodule.url())) {
                throw refused(submodule);
            }
            update(parent, submodule);
            var folder = parent.resolve(submodule.path());
            var from = GitTransports.resolve(url, submodule.url());
            largeFiles.fetch(folder, from);
            checkOut(folder, from);
        }
    }

    private void update(Path parent, SubmoduleEntry submodule) throws IOException, InterruptedException, BuildFailed {
        var arguments = new ArrayList<>(List.of("submodule", "update", "--init"));
        if (repository.depth() != null) {
            arguments.add("--depth=" + repository.depth());
        }
        arguments.addAll(List.of("--", submodule.path()));
        if (git.run(parent, arguments) != 0) {
            throw failure(
                    "submodule_not_cloned",
                    "has a submodule '%s' from %s that could not be checked out: %s"
                            .formatted(
                                    submodule.path(),
                                    GitTransports.shown(submodule.url()),
                                    GitComplaint.in(log.recentLines())),
                    "Check that its URL can be read and has the commit that is asked for, and refresh the snapshot.");
        }
    }

    private List<SubmoduleEntry> entries(Path parent) throws IOException, InterruptedException, BuildFailed {
        var arguments = new ArrayList<>(List.of("config", "--file", SubmoduleEntry.FILE));
        arguments.addAll(SubmoduleEntry.QUERY);
        return SubmoduleEntry.parse(git.ask(parent, arguments).text());
    }

    /// The paths at which the commit has a submodule; `.gitmodules` may speak of others.
    private Set<String> named(Path parent, List<SubmoduleEntry> entries)
            throws IOException, InterruptedException, BuildFailed {
        var arguments = new ArrayList<>(List.of("ls-files", "--stage", "-z", "--"));
        entries.forEach(entry -> arguments.add(":(literal)" + entry.path()));
        return Stream.of(git.ask(parent, arguments).text().split("\0"))
                .filter(entry -> entry.startsWith(SUBMODULE))
                .map(entry -> entry.substring(entry.indexOf('\t') + 1))
                .collect(Collectors.toSet());
    }

    private BuildFailed refused(SubmoduleEntry submodule) {
        return failure(
                "submodule_refused",
                "has a submodule '%s' from %s, whose transport is not allowed"
                        .formatted(submodule.path(), GitTransports.shown(submodule.url())),
                "Give the submodule an https URL in .gitmodules, or leave it out by 'update = none' there, and refresh the snapshot.");
    }

    private BuildFailed failure(String code, String what, String remedy) {
        return BuildFailed.byCaller(
                code, "Repository '%s' (%s) %s.".formatted(repository.id(), repository.url(), what), remedy);
    }
}
