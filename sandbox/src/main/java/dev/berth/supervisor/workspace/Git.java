package dev.berth.supervisor.workspace;

import dev.berth.supervisor.agent.AgentCommands;
import dev.berth.supervisor.agent.AgentCommands.Ran;
import dev.berth.supervisor.agent.AgentFiles;
import dev.berth.supervisor.agent.ChildEnvironment;
import dev.berth.supervisor.build.GitComplaint;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.Deadline;
import dev.berth.supervisor.process.ProcessLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// Runs git on the agent's repository without writing into it: index and new objects are in a folder of the sandbox.
///
/// The repository is hostile. What its configuration could start is turned off or runs as the agent would run it
/// itself: under its isolation, with its environment, and not beyond the deadline.
final class Git {
    private static final String COPY_INDEX =
            "rm -f -- \"$2.lock\"; if [ -f \"$1\" ]; then cp -fp -- \"$1\" \"$2\"; else rm -f -- \"$2\"; fi";
    private static final List<String> COMMAND = List.of(
            "git",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.untrackedCache=false",
            "-c",
            "core.looseCompression=0",
            "-c",
            "core.quotePath=true",
            "-c",
            "diff.external=",
            "-c",
            "gc.auto=0",
            "-c",
            "safe.directory=*",
            "--literal-pathspecs",
            "--no-optional-locks");

    private final Path workTree;
    private final SandboxFolder folder;
    private final AgentCommands commands;
    private final AgentFiles files;

    Git(Path workTree, SandboxFolder folder, ChildEnvironment environment, ProcessLauncher launcher) {
        this.workTree = workTree;
        this.folder = folder;
        this.commands = new AgentCommands(environment, launcher, folder.comparison());
        this.files = new AgentFiles(launcher);
    }

    /// Makes the folders it works in, before the agent can: what git prints is the supervisor's to read, what git keeps
    /// is the agent's to write.
    void createFolders() throws GitFailed {
        try {
            Files.createDirectories(objects());
            files.give(objects());
            files.give(kept());
        } catch (IOException e) {
            throw new GitFailed("there is no place for git to work in: " + e.getMessage());
        }
    }

    /// Begins with what the repository's own index knows of unchanged files.
    void copyIndex() throws GitFailed, InterruptedException {
        try {
            files.run(COPY_INDEX, gitFolder().resolve("index").toString(), index().toString());
        } catch (IOException e) {
            throw new GitFailed("the repository's index cannot be copied: " + e.getMessage());
        }
    }

    Path gitFolder() {
        return workTree.resolve(".git");
    }

    private Path index() {
        return kept().resolve("index");
    }

    /// Standard output of a command that must succeed.
    Path output(Deadline deadline, String... arguments) throws GitFailed, InterruptedException {
        return succeeded(deadline, arguments).output();
    }

    String line(Deadline deadline, String... arguments) throws GitFailed, InterruptedException {
        var ran = succeeded(deadline, arguments);
        return read(ran::text);
    }

    private Ran succeeded(Deadline deadline, String... arguments) throws GitFailed, InterruptedException {
        var ran = run(deadline, List.of(arguments));
        if (!ran.succeeded()) {
            throw new GitFailed("git %s: %s".formatted(arguments[0], complaint(ran)));
        }
        return ran;
    }

    /// What git wrote is in a file, since it can be larger than our memory.
    Ran run(Deadline deadline, List<String> arguments) throws GitFailed, InterruptedException {
        var command = new ArrayList<>(COMMAND);
        command.addAll(arguments);
        try {
            return commands.run(command, workTree, privateFolders(), deadline);
        } catch (IOException e) {
            throw new GitFailed("git cannot be run: " + e.getMessage());
        } catch (TimeoutException e) {
            throw new GitFailed("git %s took too long".formatted(arguments.getFirst()));
        }
    }

    /// The folders are named, so that a repository cannot name others in its configuration.
    private Map<String, String> privateFolders() {
        return Map.of(
                "GIT_DIR", gitFolder().toString(),
                "GIT_WORK_TREE", workTree.toString(),
                "GIT_INDEX_FILE", index().toString(),
                "GIT_OBJECT_DIRECTORY", objects().toString(),
                "GIT_ALTERNATE_OBJECT_DIRECTORIES", quoted(gitFolder().resolve("objects")),
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_ATTR_NOSYSTEM", "1");
    }

    private Path kept() {
        return folder.comparison().resolve("git");
    }

    private Path objects() {
        return kept().resolve("objects");
    }

    /// A colon would otherwise divide the path into two.
    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String complaint(Ran ran) throws GitFailed {
        return read(() -> GitComplaint.in(ran.complaints()));
    }

    private static String read(Reading reading) throws GitFailed {
        try {
            return reading.text();
        } catch (IOException e) {
            throw new GitFailed("what git wrote cannot be read: " + e.getMessage());
        }
    }

    private interface Reading {
        String text() throws IOException;
    }
}
