package dev.berth.supervisor.archive;

import dev.berth.event.Json;
import dev.berth.supervisor.agent.AgentFiles;
import dev.berth.supervisor.agent.AgentPrograms.Program;
import dev.berth.supervisor.agent.ProgramFailed;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// Makes a place that was just copied from a snapshot into what an archive says.
final class ArchiveRestore {
    private static final long CONTENTS_BYTES_AT_MOST = 1024 * 1024;

    /// What is in no repository goes, since it is in the archive.
    private static final String CLEAR_REST = """
            set -e
            state=$1 workspace=$2
            shift 2
            find "$workspace" -mindepth 1 "$@" -print0 -prune | xargs -0 -r sh -c '%s' rm
            find "$state" -mindepth 1 -maxdepth 1 -exec rm -rf -- {} +
            """.formatted(AgentFiles.REMOVE);

    private final ArchiveFolder folder;
    private final Path archive;
    private final Deadline deadline;

    /// @param archive that is whole
    ArchiveRestore(ArchiveFolder folder, Path archive, Deadline deadline) {
        this.folder = folder;
        this.archive = archive;
        this.deadline = deadline;
    }

    /// @param urls of the repositories, by the paths of their work trees in the place
    /// @return what the agent's repository is compared with
    Optional<String> restore(Map<String, String> urls) throws IOException, InterruptedException {
        folder.begin();
        var contents = contents();
        var repositories = new ArrayList<RepositoryRestore>();
        new ArchiveParts(folder, archive, deadline).extract(contents.repositories());
        for (var kept : contents.repositories()) {
            var restore = new RepositoryRestore(folder, kept, urls.getOrDefault(kept.workTree(), "origin"), deadline);
            restore.prepare();
            repositories.add(restore);
        }
        clearRest(contents);
        if (!repositories.isEmpty()) {
            clearGitFolders(repositories);
        }
        extractFiles();
        for (var repository : repositories) {
            repository.finish();
        }
        folder.clear();
        return Optional.ofNullable(contents.diffBase());
    }

    private Contents contents() throws IOException, InterruptedException {
        var file = folder.contents();
        new ArchiveParts(folder, archive, deadline).extract(file, CONTENTS_BYTES_AT_MOST);
        try {
            var contents = Json.MAPPER.readValue(Files.readAllBytes(file), Contents.class);
            requireReadable(contents);
            return contents;
        } catch (JacksonException notOne) {
            throw new ProgramFailed("it does not say what is in it");
        }
    }

    private void requireReadable(Contents contents) throws ProgramFailed {
        if (contents.format() != Contents.FORMAT) {
            throw new ProgramFailed(
                    "it is of format %d, and this release reads %d".formatted(contents.format(), Contents.FORMAT));
        }
        for (var kept : contents.repositories()) {
            requireInWorkspace(kept.workTree());
            requireInWorkspace(kept.gitFolder());
        }
    }

    private void requireInWorkspace(String path) throws ProgramFailed {
        var resolved = folder.place().resolve(path).normalize();
        if (!resolved.startsWith(folder.sandbox().workspace())
                || !folder.inPlace(resolved).equals(path)) {
            throw new ProgramFailed("it names %s, which is not in the workspace".formatted(path));
        }
    }

    private void clearRest(Contents contents) throws ProgramFailed, InterruptedException {
        var command = new ArrayList<>(List.of("sh", "-c", CLEAR_REST, "sh"));
        command.add(folder.inPlace(folder.sandbox().agentState()));
        command.add(folder.inPlace(folder.sandbox().workspace()));
        command.addAll(spared(contents));
        folder.programs().output(new Program(command, folder.place(), folder.scratch("output")), deadline);
    }

    /// From here on until their files are back they are no repositories.
    private void clearGitFolders(List<RepositoryRestore> repositories) throws ProgramFailed, InterruptedException {
        var command = new ArrayList<>(List.of("find"));
        repositories.forEach(repository -> command.add(repository.gitFolder().toString()));
        command.addAll(List.of("-mindepth", "1", "-maxdepth", "1"));
        for (var stays : List.of("objects", "modules", "shallow")) {
            command.addAll(List.of("!", "-name", stays));
        }
        command.addAll(List.of("-exec", "rm", "-rf", "--", "{}", "+"));
        folder.programs().output(new Program(command, folder.place(), folder.scratch("output")), deadline);
    }

    /// Tests of `find`: is not looked into when it is a repository, and passed through when it leads to one.
    private List<String> spared(Contents contents) {
        var repositories =
                contents.repositories().stream().map(Contents.Kept::workTree).toList();
        var tests = new ArrayList<String>();
        for (var repository : repositories) {
            tests.addAll(List.of("-path", Patterns.literal(repository), "-prune", "-o"));
            for (var above = Path.of(repository).getParent(); above != null; above = above.getParent()) {
                tests.addAll(List.of("-path", Patterns.literal(above.toString()), "-o"));
            }
        }
        return tests;
    }

    private void extractFiles() throws ProgramFailed, InterruptedException {
        var command = List.of(
                "tar",
                "--extract",
                "--file=-",
                "--preserve-permissions",
                "--no-same-owner",
                "--delay-directory-restore",
                folder.inPlace(folder.sandbox().workspace()),
                folder.inPlace(folder.sandbox().agentState()));
        folder.programs()
                .output(new Program(command, folder.place(), folder.scratch("output")).reading(archive), deadline);
    }
}
