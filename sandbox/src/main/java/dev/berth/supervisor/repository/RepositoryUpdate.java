package dev.berth.supervisor.repository;

import dev.berth.event.EventData.Checkout;
import dev.berth.event.Failure;
import dev.berth.protocol.Manifest.Repository;
import dev.berth.supervisor.agent.AgentFiles;
import dev.berth.supervisor.agent.AgentPrograms;
import dev.berth.supervisor.agent.ProgramFailed.TooSlow;
import dev.berth.supervisor.folder.CannotPrepare;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Brings the repository that the agent works in to the newest commit of its branch, with its submodules. Where that
/// cannot be done, or something of the setup script's would be lost, it stays as the snapshot has it, and says why.
///
/// @param fetchedWithin all that is asked of other machines
public record RepositoryUpdate(SandboxFolder folder, AgentFiles files, AgentPrograms programs, Duration fetchedWithin) {
    private static final Duration MOVED_WITHIN = Duration.ofMinutes(2);

    public StartingPoint bring(Path directory, Repository repository) throws CannotPrepare, InterruptedException {
        var copy = WorkingCopy.in(directory);
        if (!Files.isDirectory(copy.gitFolder(), LinkOption.NOFOLLOW_LINKS)) {
            return StartingPoint.NONE;
        }
        var git = new Git(programs, folder.update(), repository.url(), Deadline.in(fetchedWithin));
        try {
            createFolders();
            var head = new OwnFolder(git, copy).head();
            return head.follows() ? follow(repository, copy, head, git) : at(repository, head, Optional.empty());
        } catch (IOException unreadable) {
            System.err.println("The repository cannot be read: " + unreadable.getMessage());
            return StartingPoint.NONE;
        } finally {
            removeFolders();
        }
    }

    private StartingPoint follow(Repository repository, WorkingCopy copy, Head head, Git git)
            throws CannotPrepare, InterruptedException {
        try {
            return follow(new NewestCommit(repository, copy, git, folder.updateGit(), files), head);
        } catch (StaysBehind stays) {
            return at(repository, head, Optional.of(stays.failure()));
        } catch (TooSlow late) {
            var tooSlow = StaysBehind.tooSlow(repository, fetchedWithin.toSeconds());
            return at(repository, head, Optional.of(tooSlow.failure()));
        } catch (IOException failed) {
            var notFetched = StaysBehind.notFetched(repository, String.valueOf(failed.getMessage()));
            return at(repository, head, Optional.of(notFetched.failure()));
        }
    }

    private StartingPoint follow(NewestCommit newest, Head head)
            throws IOException, InterruptedException, StaysBehind, CannotPrepare {
        var moves = newest.moves(head);
        if (moves.isEmpty()) {
            return at(newest.repository(), head, Optional.empty());
        }
        make(moves, newest.repository());
        var moved = new Head(head.branch(), Optional.of(moves.getFirst().to()), Optional.empty());
        return at(newest.repository(), moved, Optional.empty());
    }

    /// While it lasts the workspace is neither the one nor the other; a supervisor that comes after one that was killed
    /// meanwhile finds the mark.
    private void make(List<Move> moves, Repository repository) throws InterruptedException, CannotPrepare {
        var deadline = Deadline.in(MOVED_WITHIN);
        try {
            Files.writeString(folder.moving(), repository.id());
            for (var move : moves) {
                move.until(deadline).make();
            }
            Files.delete(folder.moving());
        } catch (IOException e) {
            throw CannotPrepare.byOperator(
                    "repository_half_updated",
                    "Repository '%s' could not be brought to its newest commit after that had begun: %s"
                            .formatted(repository.id(), e.getMessage()),
                    "See that the disk has room, then resume the session");
        }
    }

    private static StartingPoint at(Repository repository, Head head, Optional<Failure> behind) {
        var checkout = head.commit()
                .map(commit -> new Checkout(repository.id(), head.branch().orElse(null), commit));
        return new StartingPoint(checkout, behind);
    }

    private void createFolders() throws IOException {
        Files.createDirectories(folder.updateGit());
        files.give(folder.updateGit());
    }

    private void removeFolders() throws InterruptedException {
        try {
            files.run("rm -rf -- \"$1\"", folder.updateGit().toString());
        } catch (IOException harmless) {
            System.err.println("What was used to update the repository is still there: " + harmless.getMessage());
        }
    }
}
