package dev.berth.supervisor.archive;

import dev.berth.event.Json;
import dev.berth.supervisor.agent.AgentPrograms.Program;
import dev.berth.supervisor.agent.ProgramFailed;
import dev.berth.supervisor.archive.ArchiveFolder.Part;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.workspace.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes an archive of the place: the workspace and the agent's state.
final class ArchiveMaker {
    /// Some files changed while they were read.
    private static final int WITH_WARNINGS = 1;

    private final ArchiveFolder folder;
    private final Repositories repositories;
    private final Bases bases;
    private final Complaints complaints = new Complaints();

    ArchiveMaker(ArchiveFolder folder, Repositories repositories, Bases bases) {
        this.folder = folder;
        this.repositories = repositories;
        this.bases = bases;
    }

    /// @param diffBase what the agent's repository is compared with
    Archives.Made make(@Nullable String diffBase, long maxBytes, Deadline deadline)
            throws IOException, InterruptedException {
        folder.begin();
        try (var lists = new ArchiveLists(folder, complaints)) {
            var kept = capture(lists, maxBytes, deadline);
            Files.write(
                    folder.contents(), Json.MAPPER.writeValueAsBytes(new Contents(Contents.FORMAT, diffBase, kept)));
            lists.close();
            tar(kept.size(), lists.pathsFile(), maxBytes, deadline);
        }
        folder.clear();
        return new Archives.Made(Archive.in(folder.file()), complaints.text());
    }

    private List<Contents.Kept> capture(ArchiveLists lists, long maxBytes, Deadline deadline)
            throws IOException, InterruptedException {
        var found = repositories.find(deadline);
        var workTrees = found.stream().map(Repository::workTree).collect(Collectors.toSet());
        var kept = new ArrayList<Contents.Kept>();
        for (var repository : found) {
            var capture = new RepositoryCapture(folder, lists, repository, kept.size(), deadline);
            kept.add(capture.capture(bases.of(repository), workTrees, maxBytes));
        }
        lists.whole().add(folder.inPlace(folder.sandbox().agentState()));
        lists.addListedTrees(deadline);
        lists.addTree(
                folder.inPlace(folder.sandbox().workspace()),
                found.stream().map(Repository::workTree).map(folder::inPlace).toList(),
                List.of(),
                deadline);
        return kept;
    }

    private void tar(int repositories, Path paths, long maxBytes, Deadline deadline)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "tar",
                "--create",
                "--file=-",
                "--no-recursion",
                "--sparse",
                "--numeric-owner",
                "--ignore-failed-read",
                "--warning=no-file-changed",
                "--warning=no-file-removed",
                "--directory=" + folder.root()));
        command.addAll(parts(repositories));
        command.addAll(List.of("--directory=" + folder.place(), "--null", "--files-from=-"));
        var program = new Program(command, folder.place(), folder.file())
                .with(Map.of("LC_ALL", "C"))
                .reading(paths)
                .writingAtMost(maxBytes);
        var ran = folder.programs().run(program, deadline);
        complaints.add(ran.errors());
        if (ran.exitCode() > WITH_WARNINGS) {
            throw new ProgramFailed("tar ended with %d: %s".formatted(ran.exitCode(), ran.complaint()));
        }
    }

    /// What says how to read the others comes first.
    private List<String> parts(int repositories) {
        var files = new ArrayList<>(List.of(folder.contents()));
        for (var number = 0; number < repositories; number++) {
            for (var part : Part.values()) {
                files.add(folder.part(number, part));
            }
        }
        return files.stream()
                .map(file -> ArchiveFolder.PARTS + "/" + file.getFileName())
                .toList();
    }
}
