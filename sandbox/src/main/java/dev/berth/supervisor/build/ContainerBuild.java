package dev.berth.supervisor.build;

import dev.berth.protocol.Manifest.Repository;
import dev.berth.supervisor.agent.ImageVariables;
import dev.berth.supervisor.build.BuildProcesses.Limit;
import dev.berth.supervisor.folder.SandboxFolder;
import dev.berth.supervisor.process.ContainerAccount;
import dev.berth.supervisor.process.ProcessLauncher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A build in a container, whose file system becomes the snapshot. Everything runs as root, so that the setup script
/// can install what it likes; workspace and home are the agent's in the end.
final class ContainerBuild {
    private static final int ROOT = 0;
    private static final Limit SOON = new Limit(
            Duration.ofMinutes(10),
            "Handing the workspace to the agent",
            "Refresh the snapshot; see whether the machine is slow.");
    private static final List<String> NEEDED = List.of("bash", "git");

    private final BuildArguments arguments;
    private final SandboxFolder folder;
    private final Map<String, String> environment;
    private final BuildLog log;
    private final ContainerAccount account;
    private final BuildProcesses processes;

    /// @param environment the image's
    ContainerBuild(BuildArguments arguments, Map<String, String> environment, BuildLog log) {
        this.arguments = arguments;
        this.folder = arguments.sandbox();
        this.environment = environment;
        this.log = log;
        this.account = new ContainerAccount(ROOT, arguments.tools());
        this.processes = new BuildProcesses(new ProcessLauncher(account), commandEnvironment(), log);
    }

    void run() throws IOException, InterruptedException, BuildFailed {
        requirePrograms();
        var plan = arguments.plan();
        Files.createDirectories(folder.workspace());
        Files.createDirectories(folder.home());
        Files.createDirectories(folder.temporary());
        new AccountEntry(Path.of("/etc"), arguments.agentUid(), folder.home()).add();
        new BuildSteps(plan, folder, List.of(Path.of("/")), processes, log, account.gitConfiguration()).run();
        trustMounted(plan.repositories());
        handOver();
    }

    private void requirePrograms() throws BuildFailed {
        var missing = NEEDED.stream().filter(program -> !isOnPath(program)).toList();
        if (!missing.isEmpty()) {
            throw BuildFailed.byCaller(
                    "base_image_unusable",
                    "The base image has no %s.".formatted(String.join(" and no ", missing)),
                    "Install %s in the image, or name another base image, and publish a new version."
                            .formatted(String.join(" and ", missing)));
        }
    }

    /// A repository of the machine is mounted with its owner there, and git asks to be told that this is meant.
    private void trustMounted(List<Repository> repositories) throws IOException, InterruptedException, BuildFailed {
        if (repositories.stream().anyMatch(repository -> repository.url().startsWith("file:"))) {
            run("git", "config", "--global", "--add", "safe.directory", "*");
        }
    }

    private void handOver() throws IOException, InterruptedException, BuildFailed {
        run(
                "rm",
                "-rf",
                folder.temporary().toString(),
                arguments.planFile().resolveSibling("").toString());
        var agent = "%1$d:%1$d".formatted(arguments.agentUid());
        run("chown", "-hR", agent, folder.workspace().toString(), folder.home().toString());
    }

    private void run(String... command) throws IOException, InterruptedException, BuildFailed {
        if (processes.run(List.of(command), folder.root(), Map.of(), SOON) != 0) {
            throw BuildFailed.byOperator(
                    "build_failed",
                    "The build could not go on: %s failed.".formatted(command[0]),
                    "See the end of the log, and whether the machine's disk is full; then refresh the snapshot.");
        }
    }

    private Map<String, String> commandEnvironment() {
        var variables = new HashMap<>(ImageVariables.of(environment));
        variables.put("HOME", folder.home().toString());
        variables.put("TMPDIR", folder.temporary().toString());
        variables.put("LANG", "C.UTF-8");
        return variables;
    }

    private boolean isOnPath(String program) {
        return Stream.of(environment.getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .anyMatch(place -> new File(place, program).canExecute());
    }
}
