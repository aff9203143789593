package dev.berth.supervisor.workspace;

import dev.berth.supervisor.agent.AgentFiles;
import dev.berth.supervisor.agent.AgentPrograms;
import dev.berth.supervisor.agent.AgentPrograms.Program;
import dev.berth.supervisor.agent.AgentPrograms.Ran;
import dev.berth.supervisor.agent.ProgramFailed;
import dev.berth.supervisor.build.GitComplaint;
import dev.berth.supervisor.process.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs git on a repository that may be hostile: what its configuration could start is turned off, or runs as the agent
/// would run it itself.
public final class Git {
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
            "maintenance.auto=false",
            "-c",
            "safe.directory=*",
            "--literal-pathspecs",
            "--no-optional-locks");

    private final List<String> command;
    private final Repository repository;
    private final Path scratch;
    private final AgentPrograms programs;
    private final Map<String, String> variables;

    private Git(
            List<String> command,
            Repository repository,
            Path scratch,
            AgentPrograms programs,
            Map<String, String> variables) {
        this.command = List.copyOf(command);
        this.repository = repository;
        this.scratch = scratch;
        this.programs = programs;
        this.variables = variables;
    }

    /// With the repository's own index and objects.
    ///
    /// @param scratch a folder for what git writes
    public static Git in(Repository repository, Path scratch, AgentPrograms programs) {
        return new Git(COMMAND, repository, scratch, programs, Map.of());
    }

    /// With index and new objects in a folder of the scratch folder: the repository stays as it is. What git prints is
    /// the supervisor's to read, what git keeps there is the agent's to write.
    static Git beside(Repository repository, Path scratch, AgentPrograms programs) throws ProgramFailed {
        var kept = scratch.resolve("git");
        var objects = kept.resolve("objects");
        try {
            Files.createDirectories(objects);
            var files = new AgentFiles(programs.launcher());
            files.give(objects);
            files.give(kept);
        } catch (IOException e) {
            throw new ProgramFailed("there is no place for git to work in: " + e.getMessage());
        }
        var variables = Map.of(
                "GIT_INDEX_FILE",
                kept.resolve("index").toString(),
                "GIT_OBJECT_DIRECTORY",
                objects.toString(),
                "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                quoted(repository.gitFolder().resolve("objects")));
        return new Git(COMMAND, repository, scratch, programs, variables);
    }

    /// The same with settings of its own: `pack.compression=1`.
    public Git with(String... settings) {
        var more = new ArrayList<>(command);
        for (var setting : settings) {
            more.addAll(List.of("-c", setting));
        }
        return new Git(more, repository, scratch, programs, variables);
    }

    /// The same with more environment variables.
    public Git with(Map<String, String> more) {
        var all = new HashMap<>(variables);
        all.putAll(more);
        return new Git(command, repository, scratch, programs, all);
    }

    public Repository repository() {
        return repository;
    }

    /// Standard output of a command that must succeed, in a file that is good until the next command.
    public Path output(Deadline deadline, String... arguments) throws ProgramFailed, InterruptedException {
        return succeeded("git " + arguments[0], run(deadline, List.of(arguments)));
    }

    /// The same with something on its standard input.
    public Path output(Deadline deadline, Path input, String... arguments) throws ProgramFailed, InterruptedException {
        return output(deadline, input, scratch.resolve("output"), Long.MAX_VALUE, arguments);
    }

    /// The same into a file of its own, that is not to become longer than so much.
    public Path output(Deadline deadline, Path input, Path output, long maxBytes, String... arguments)
            throws ProgramFailed, InterruptedException {
        var program = program(List.of(arguments), output).reading(input).writingAtMost(maxBytes);
        return succeeded("git " + arguments[0], programs.run(program, deadline));
    }

    /// Standard output of a script of `sh` that must succeed, in a file of its own; `"$@"` in it is git as it is run
    /// elsewhere here. Commands that belong together are one program so: to confine it costs more than they do.
    public Path script(Deadline deadline, Path input, Path output, String script)
            throws ProgramFailed, InterruptedException {
        var program = here(scripted(script), output).reading(input);
        return succeeded("git", programs.run(program, deadline));
    }

    /// The same without input, of which only the first line matters.
    String script(Deadline deadline, String script) throws ProgramFailed, InterruptedException {
        var ran = programs.run(here(scripted(script), scratch.resolve("output")), deadline);
        succeeded("git", ran);
        return ran.text();
    }

    public String line(Deadline deadline, String... arguments) throws ProgramFailed, InterruptedException {
        var ran = run(deadline, List.of(arguments));
        succeeded("git " + arguments[0], ran);
        return ran.text();
    }

    public Ran run(Deadline deadline, List<String> arguments) throws ProgramFailed, InterruptedException {
        return programs.run(program(arguments, scratch.resolve("output")), deadline);
    }

    /// The commit that is checked out, or the tree without files where there is none.
    public String head(Deadline deadline) throws ProgramFailed, InterruptedException {
        var head = run(deadline, List.of("rev-parse", "--verify", "--quiet", "HEAD^{commit}"));
        return head.succeeded() ? head.text() : line(deadline, "hash-object", "-t", "tree", "--stdin");
    }

    boolean has(String object, Deadline deadline) throws ProgramFailed, InterruptedException {
        return run(deadline, List.of("cat-file", "-e", object)).succeeded();
    }

    private static Path succeeded(String what, Ran ran) throws ProgramFailed {
        if (!ran.succeeded()) {
            throw new ProgramFailed("%s: %s".formatted(what, GitComplaint.in(ran.complaints())));
        }
        return ran.output();
    }

    private Program program(List<String> arguments, Path output) {
        var line = new ArrayList<>(command);
        line.addAll(arguments);
        return here(line, output);
    }

    private List<String> scripted(String script) {
        var line = new ArrayList<>(List.of("sh", "-c", script, "git"));
        line.addAll(command);
        return line;
    }

    private Program here(List<String> line, Path output) {
        return new Program(line, repository.workTree(), output).with(named()).with(variables);
    }

    /// The folders are named, so that a repository cannot name others in its configuration.
    private Map<String, String> named() {
        return Map.of(
                "GIT_DIR",
                repository.gitFolder().toString(),
                "GIT_WORK_TREE",
                repository.workTree().toString(),
                "GIT_CONFIG_GLOBAL",
                "/dev/null",
                "GIT_ATTR_NOSYSTEM",
                "1");
    }

    /// A colon would otherwise divide the path into two.
    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
