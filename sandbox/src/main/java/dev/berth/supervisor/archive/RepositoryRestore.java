package dev.berth.supervisor.archive;

import dev.berth.supervisor.agent.AgentPrograms.Program;
import dev.berth.supervisor.agent.ProgramFailed;
import dev.berth.supervisor.archive.ArchiveFolder.Part;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.workspace.Git;
import dev.berth.supervisor.workspace.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Brings one repository from what the snapshot has to what the archive says, but for the files that are in the archive
/// themselves. The snapshot may be newer than the one the archive was made on.
///
/// Until [#clearGitFolder] the repository is the snapshot's, with its own configuration.
final class RepositoryRestore {
    private static final String MISSING = " missing";
    private static final Map<String, String> DECLARED_TRANSPORTS = Map.of("GIT_ALLOW_PROTOCOL", "https:http:file");

    private final ArchiveFolder folder;
    private final Contents.Kept kept;
    private final Repository repository;
    private final Git git;
    private final String url;
    private final Deadline deadline;

    /// @param url where it was cloned from, or what it calls that itself
    RepositoryRestore(ArchiveFolder folder, Contents.Kept kept, String url, Deadline deadline) {
        this.folder = folder;
        this.kept = kept;
        this.repository = new Repository(
                folder.place().resolve(kept.workTree()), folder.place().resolve(kept.gitFolder()));
        this.git = folder.git(repository);
        this.url = url;
        this.deadline = deadline;
    }

    /// Has the commits there, and the files as the commit says that was checked out.
    void prepare() throws IOException, InterruptedException {
        var isThere = Files.exists(repository.gitFolder().resolve("HEAD"), LinkOption.NOFOLLOW_LINKS);
        program(
                "mkdir",
                "-p",
                "--",
                repository.workTree().toString(),
                repository.gitFolder().toString());
        if (isThere) {
            git.output(deadline, "clean", "-ffdq");
            git.run(deadline, List.of("update-index", "-q", "--refresh"));
        } else {
            git.output(deadline, "init", "--quiet", "--template=");
        }
        addObjects();
        fetchMissing();
        git.output(deadline, "read-tree", "--reset", "-u", kept.head());
        var deleted = part(Part.DELETED);
        if (Files.size(deleted) > 0) {
            git.output(
                    deadline,
                    deleted,
                    "rm",
                    "-f",
                    "--quiet",
                    "--ignore-unmatch",
                    "--pathspec-from-file=-",
                    "--pathspec-file-nul");
        }
    }

    /// From here on until its files are back it is no repository.
    void clearGitFolder() throws ProgramFailed, InterruptedException {
        program(
                "find",
                repository.gitFolder().toString(),
                "-mindepth",
                "1",
                "-maxdepth",
                "1",
                "!",
                "-name",
                "objects",
                "!",
                "-name",
                "modules",
                "!",
                "-name",
                "shallow",
                "-exec",
                "rm",
                "-rf",
                "--",
                "{}",
                "+");
    }

    /// The files are back.
    void finish() throws IOException, InterruptedException {
        var shallow = part(Part.SHALLOW);
        if (Files.size(shallow) > 0) {
            var appending = List.of(
                    "sh",
                    "-c",
                    "exec cat >> \"$1\"",
                    "sh",
                    repository.gitFolder().resolve("shallow").toString());
            folder.programs()
                    .output(
                            new Program(appending, folder.place(), folder.scratch("output")).reading(shallow),
                            deadline);
        }
        forgetWhatIsGone();
    }

    private void addObjects() throws IOException, InterruptedException {
        var pack = part(Part.PACK);
        if (Files.size(pack) > 0) {
            git.output(deadline, pack, "index-pack", "--stdin");
        }
    }

    /// A snapshot that was made again may lack commits that its source has given up or that its clone cut off.
    private void fetchMissing() throws IOException, InterruptedException {
        var missing = missing(part(Part.REQUIRED));
        if (missing.isEmpty()) {
            return;
        }
        var arguments = new ArrayList<>(
                List.of("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"));
        if (Files.size(part(Part.SHALLOW)) > 0) {
            arguments.add("--depth=1");
        }
        arguments.add("--");
        arguments.add(url);
        arguments.addAll(missing);
        var fetched = git.with(DECLARED_TRANSPORTS).run(deadline, arguments);
        if (!missing(part(Part.REQUIRED)).isEmpty()) {
            throw new ProgramFailed("its commit %s is not in the snapshot any more, and cannot be fetched: %s"
                    .formatted(missing.getFirst(), fetched.complaint()));
        }
    }

    /// References to what others deleted meanwhile: the branch of somebody else, say.
    private void forgetWhatIsGone() throws IOException, InterruptedException {
        var references = Files.readAllLines(part(Part.REFERENCES));
        var objects = Files.write(
                folder.scratch("referenced"),
                references.stream().map(line -> line.split(" ", 2)[0]).toList());
        var missing = missing(objects);
        if (missing.isEmpty()) {
            return;
        }
        var commands = new ArrayList<String>();
        for (var reference : references) {
            var fields = reference.split(" ", 2);
            if (missing.contains(fields[0])) {
                commands.addAll(List.of("option no-deref", "delete " + fields[1]));
            }
        }
        git.output(deadline, Files.write(folder.scratch("commands"), commands), "update-ref", "--stdin");
    }

    private List<String> missing(Path objects) throws IOException, InterruptedException {
        var answers = git.output(deadline, objects, "cat-file", "--batch-check=%(objectname)");
        try (var lines = Files.lines(answers)) {
            return lines.filter(line -> line.endsWith(MISSING))
                    .map(line -> line.substring(0, line.length() - MISSING.length()))
                    .distinct()
                    .toList();
        }
    }

    private Path part(Part part) {
        return folder.part(kept.number(), part);
    }

    private void program(String... command) throws ProgramFailed, InterruptedException {
        folder.programs().output(new Program(List.of(command), folder.place(), folder.scratch("output")), deadline);
    }
}
