package dev.berth.supervisor.repository;

import dev.berth.protocol.Manifest.Repository;
import dev.berth.supervisor.agent.AgentFiles;
import dev.berth.supervisor.build.GitTransports;
import dev.berth.supervisor.build.SubmoduleEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has to move so that submodules stand at the commits that a newer commit names: fetched level by level, moved
/// later.
final class SubmoduleMoves {
    private final Repository repository;
    private final Path shadows;
    private final AgentFiles files;
    private final List<Move> moves = new ArrayList<>();

    /// @param shadows a folder of the agent's, for git folders of ours
    SubmoduleMoves(Repository repository, Path shadows, AgentFiles files) {
        this.repository = repository;
        this.shadows = shadows;
        this.files = files;
    }

    List<Move> of(Shadow parent, String from, String to) throws IOException, InterruptedException, StaysBehind {
        plan(parent, from, to);
        return List.copyOf(moves);
    }

    private void plan(Shadow parent, String from, String to) throws IOException, InterruptedException, StaysBehind {
        var changed = SubmoduleChange.between(parent, from, to);
        if (changed.isEmpty()) {
            return;
        }
        var entries = SubmoduleEntry.parse(parent.configuration(to, SubmoduleEntry.FILE, SubmoduleEntry.QUERY));
        for (var change : changed) {
            var entry = entries.stream()
                    .filter(submodule -> submodule.path().equals(change.path()))
                    .findFirst();
            if (entry.isPresent()) {
                plan(parent, change, entry.get());
            }
        }
    }

    private void plan(Shadow parent, SubmoduleChange change, SubmoduleEntry entry)
            throws IOException, InterruptedException, StaysBehind {
        var url = parent.git().url();
        if (change.isNew()) {
            if (entry.wanted()) {
                throw StaysBehind.submodule(repository, change.path(), "is new");
            }
            return;
        }
        var copy = checkedOut(parent, change.path());
        if (copy.isEmpty()) {
            return;
        }
        var current = new OwnFolder(parent.git(), copy.get()).commit();
        if (current.equals(change.to())) {
            return;
        }
        if (!current.equals(change.from())) {
            throw StaysBehind.submodule(repository, change.path(), "is at a commit that the setup script chose");
        }
        if (!GitTransports.mayRefer(url, entry.url())) {
            throw StaysBehind.submodule(
                    repository, change.path(), "comes from %s, whose transport is not allowed".formatted(entry.url()));
        }
        move(copy.get(), GitTransports.resolve(url, entry.url()), change, parent.git());
    }

    private void move(WorkingCopy copy, String url, SubmoduleChange change, Git git)
            throws IOException, InterruptedException, StaysBehind {
        var own = shadows.resolve("submodule-" + moves.size());
        var from = change.from();
        var shadow = Shadow.over(copy, own, Optional.of(from), from.length(), git.about(url), files);
        if (!new Fetch(repository, shadow).commit(change.to())) {
            throw StaysBehind.submodule(
                    repository, change.path(), "has no commit %s at %s".formatted(change.to(), url));
        }
        shadow.remember(Shadow.TO, change.to());
        new LargeFiles(repository, shadow).fetch();
        moves.add(new Move(shadow, from, change.to(), Optional.empty()));
        plan(shadow, from, change.to());
    }

    /// Empty for a submodule that nobody checked out.
    private Optional<WorkingCopy> checkedOut(Shadow parent, String path)
            throws IOException, InterruptedException, StaysBehind {
        var above = parent.copy().files();
        var notAbove = Map.of("GIT_CEILING_DIRECTORIES", above.toString());
        var answer = parent.git().run(above, notAbove, List.of("-C", path, "rev-parse", "--absolute-git-dir"));
        if (!answer.succeeded()) {
            return Optional.empty();
        }
        var gitFolder = Path.of(answer.text());
        if (!gitFolder.startsWith(parent.copy().gitFolder())) {
            throw StaysBehind.submodule(repository, path, "is not kept where git keeps submodules");
        }
        return Optional.of(new WorkingCopy(above.resolve(path), gitFolder));
    }
}
