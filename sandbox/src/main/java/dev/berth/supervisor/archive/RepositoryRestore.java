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
/// Until its [git folder][#gitFolder] is cleared the repository is the snapshot's, with its own configuration.
final class RepositoryRestore {
    private static final String MISSING = " missing";
    private static final Map<String, String> DECLARED_TRANSPORTS = Map.of("GIT_ALLOW_PROTOCOL", "https:http:file");

    private static final String COMMIT = "BERTH_COMMIT";

    private static final String CLEAN = """
            "$@" clean -ffdq < /dev/null || exit
            "$@" update-index -q --refresh < /dev/null || :
            """;
    private static final String INITIALIZE = """
            "$@" init --quiet --template= < /dev/null || exit
            """;
    private static final String ADD_OBJECTS = """
            exec "$@" index-pack --stdin
            """;
    private static final String CHECK_OUT = """
            "$@" read-tree --reset -u "$BERTH_COMMIT" < /dev/null || exit
            """;
    private static final String DELETE = """
            exec "$@" rm -f --quiet --ignore-unmatch --pathspec-from-file=- --pathspec-file-nul
            """;

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

    Path gitFolder() {
        return repository.gitFolder();
    }

    /// Has the commits there, and the files as the commit says that was checked out.
    void prepare() throws IOException, InterruptedException {
        makeFolders();
        var pack = part(Part.PACK);
        script(pack, beginning() + (Files.size(pack) > 0 ? ADD_OBJECTS : ""));
        fetchMissing();
        var deleted = part(Part.DELETED);
        script(deleted, CHECK_OUT + (Files.size(deleted) > 0 ? DELETE : ""));
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

    private void makeFolders() throws ProgramFailed, InterruptedException {
        var folders = List.of(repository.workTree(), repository.gitFolder());
        if (!folders.stream().allMatch(Files::isDirectory)) {
            var command = new ArrayList<>(List.of("mkdir", "-p", "--"));
            folders.forEach(each -> command.add(each.toString()));
            folder.programs().output(new Program(command, folder.place(), folder.scratch("output")), deadline);
        }
    }

    private String beginning() {
        return Files.exists(repository.gitFolder().resolve("HEAD"), LinkOption.NOFOLLOW_LINKS) ? CLEAN : INITIALIZE;
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

    private void script(Path input, String script) throws ProgramFailed, InterruptedException {
        git.with(Map.of(COMMIT, kept.head())).script(deadline, input, folder.scratch("output"), script);
    }
}
