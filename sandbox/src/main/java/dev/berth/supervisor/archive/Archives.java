package dev.berth.supervisor.archive;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.protocol.Manifest;
import dev.berth.supervisor.agent.AgentPrograms;
import dev.berth.supervisor.agent.AgentPrograms.Program;
import dev.berth.supervisor.agent.ProgramFailed;
import dev.berth.supervisor.agent.ProgramFailed.TooMuchOutput;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Archives of a session's place: makes them, and begins with one. Not safe for threads.
public final class Archives {
    private static final String NEEDED = """
            tar --create --null --files-from=/dev/null --file=/dev/null --ignore-failed-read &&
                find /dev/null && xargs -0 -r true < /dev/null &&
                sed -n p < /dev/null && sort -u < /dev/null && tr a b < /dev/null""";

    private final ArchiveFolder folder;
    private final List<Manifest.Repository> declared;
    private final Repositories repositories;
    private final Bases bases;

    private Archives(ArchiveFolder folder, List<Manifest.Repository> declared, Repositories repositories, Bases bases) {
        this.folder = folder;
        this.declared = declared;
        this.repositories = repositories;
        this.bases = bases;
    }

    /// Made of a place that is as its snapshot has it.
    ///
    /// @throws ArchiveFailed when what makes archives is missing
    public static Archives of(
            SandboxFolder sandbox, AgentPrograms programs, List<Manifest.Repository> declared, Deadline deadline)
            throws ArchiveFailed, InterruptedException {
        var folder = new ArchiveFolder(sandbox, programs);
        try {
            folder.begin();
            requireTar(folder, deadline);
            var repositories = new Repositories(folder, declared);
            return new Archives(
                    folder, declared, repositories, Bases.of(repositories.find(deadline), folder, deadline));
        } catch (IOException e) {
            throw new ArchiveFailed(new Failure(
                    "archive_not_possible",
                    "The workspace of this session is to be kept, and its state cannot be told: " + e.getMessage(),
                    "See that the snapshot's repositories are whole: refresh it and start again",
                    MustAct.CALLER));
        }
    }

    /// Where an archive goes that is to be restored, and where one is that was made.
    public Path file() {
        return folder.file();
    }

    /// @param archive that is whole
    /// @return what the agent's repository is compared with
    public Optional<String> restore(Archive archive, Deadline deadline) throws ArchiveFailed, InterruptedException {
        try {
            return new ArchiveRestore(folder, archive.file(), deadline).restore(urls());
        } catch (IOException e) {
            throw new ArchiveFailed(new Failure(
                    "archive_not_restored",
                    "The workspace that was kept could not be brought back: " + e.getMessage(),
                    "Resume the session again; to go on without what was kept, resume it with a fresh workspace",
                    MustAct.CALLER));
        }
    }

    /// @param unread what could not be read and is not in it
    public record Made(Archive archive, Optional<String> unread) {}

    /// The agent must not be at work meanwhile.
    ///
    /// @param diffBase what the agent's repository is compared with
    /// @param limit for its size
    public Made make(@Nullable String diffBase, Limit limit, Deadline deadline)
            throws ArchiveFailed, InterruptedException {
        try {
            var maker = new ArchiveMaker(folder, repositories, bases);
            return maker.make(diffBase, limit.bytes(), deadline);
        } catch (TooMuchOutput e) {
            throw new ArchiveFailed(limit.exceeded());
        } catch (IOException e) {
            throw new ArchiveFailed(new Failure(
                    "archive_failed",
                    "The workspace could not be kept as it is now: " + e.getMessage(),
                    "See whether git and tar work in the workspace, and send another message",
                    MustAct.CALLER));
        }
    }

    /// Removes what is left of an archive that was uploaded or given up.
    public void discard() throws IOException {
        Files.deleteIfExists(folder.file());
        folder.clear();
    }

    private Map<String, String> urls() {
        return declared.stream()
                .collect(Collectors.toMap(
                        repository ->
                                folder.inPlace(folder.sandbox().workspace().resolve(repository.path())),
                        Manifest.Repository::url));
    }

    private static void requireTar(ArchiveFolder folder, Deadline deadline)
            throws ArchiveFailed, ProgramFailed, InterruptedException {
        var command = List.of("sh", "-c", NEEDED);
        var ran = folder.programs().run(new Program(command, folder.root(), folder.scratch("output")), deadline);
        if (ran.exitCode() != 0) {
            throw new ArchiveFailed(new Failure(
                    "tar_missing",
                    "The workspace of this session is to be kept, for which GNU tar, find, xargs, sed, sort and"
                            + " tr are needed: "
                            + ran.complaint(),
                    "Install them in the sandbox's image or on this machine, or publish the profile without"
                            + " 'persistent'",
                    MustAct.OPERATOR));
        }
    }
}
