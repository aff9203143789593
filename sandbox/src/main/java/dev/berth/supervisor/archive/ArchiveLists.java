package dev.berth.supervisor.archive;

import dev.berth.supervisor.agent.AgentPrograms.Program;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The lists of what goes into an archive, while they are written. All paths are relative to the place.
final class ArchiveLists implements AutoCloseable {
    private static final Map<String, String> PLAIN_WORDS = Map.of("LC_ALL", "C");

    private final ArchiveFolder folder;
    private final Complaints complaints;
    private final PathList paths;
    private final PathList whole;
    private final PathList untracked;

    ArchiveLists(ArchiveFolder folder, Complaints complaints) throws IOException {
        this.folder = folder;
        this.complaints = complaints;
        this.paths = PathList.in(pathsFile());
        this.whole = PathList.in(folder.scratch("whole"));
        this.untracked = PathList.in(folder.scratch("untracked"));
    }

    /// Goes in as it is; a folder without what is in it.
    PathList paths() {
        return paths;
    }

    /// Folders that go in with all that is in them.
    PathList whole() {
        return whole;
    }

    /// Folders in which the empty ones are looked for.
    PathList untracked() {
        return untracked;
    }

    /// Of [#paths], once this is closed.
    Path pathsFile() {
        return folder.scratch("paths");
    }

    /// Adds a folder and all that is in it. Sockets are nothing without the process that made them.
    ///
    /// @param leftOut paths that are not looked into
    /// @param leftOutNames patterns of names, the same
    void addTree(String root, List<String> leftOut, List<String> leftOutNames, Deadline deadline)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("find", root));
        var tests = new ArrayList<String>();
        leftOut.forEach(path -> tests.addAll(List.of("-o", "-path", Patterns.literal(path))));
        leftOutNames.forEach(name -> tests.addAll(List.of("-o", "-name", name)));
        if (!tests.isEmpty()) {
            command.add("(");
            command.addAll(tests.subList(1, tests.size()));
            command.addAll(List.of(")", "-prune", "-o"));
        }
        command.addAll(List.of("!", "-type", "s", "-print0"));
        addFound(new Program(command, folder.place(), folder.scratch("found")), deadline);
    }

    /// Adds what is in the folders that were listed; nothing more can be listed for that then.
    void addListedTrees(Deadline deadline) throws IOException, InterruptedException {
        whole.close();
        untracked.close();
        if (!whole.isEmpty()) {
            addFound(findEach("whole", "! -type s"), deadline);
        }
        if (!untracked.isEmpty()) {
            addFound(findEach("untracked", "-type d -empty"), deadline);
        }
    }

    @Override
    public void close() throws IOException {
        paths.close();
        whole.close();
        untracked.close();
    }

    private Program findEach(String list, String test) {
        var command = List.of("xargs", "-0", "-r", "sh", "-c", "exec find \"$@\" " + test + " -print0", "find");
        return new Program(command, folder.place(), folder.scratch("found")).reading(folder.scratch(list));
    }

    private void addFound(Program program, Deadline deadline) throws IOException, InterruptedException {
        var ran = folder.programs().run(program.with(PLAIN_WORDS), deadline);
        if (ran.exitCode() != 0) {
            complaints.add(ran.errors());
        }
        paths.addAll(ran.output());
        Files.delete(ran.output());
    }
}
