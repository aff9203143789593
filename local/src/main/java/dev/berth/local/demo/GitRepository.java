package dev.berth.local.demo;

import dev.berth.local.cli.CommandFailure;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes a folder a git repository, the same one each time.
public final class GitRepository {
    private static final String DATE = "2026-01-01T00:00:00Z";
    /// Nothing of the user's configuration: it may sign commits or run hooks.
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_AUTHOR_NAME", "Berth demo",
            "GIT_AUTHOR_EMAIL", "demo@example.invalid",
            "GIT_AUTHOR_DATE", DATE,
            "GIT_COMMITTER_NAME", "Berth demo",
            "GIT_COMMITTER_EMAIL", "demo@example.invalid",
            "GIT_COMMITTER_DATE", DATE);

    private GitRepository() {}

    public static void commitAll(Path folder, String message) {
        if (!Files.isDirectory(folder.resolve(".git"))) {
            git(folder, "init", "--quiet", "--initial-branch=main");
        }
        git(folder, "add", "--all");
        if (!succeeds(folder, "rev-parse", "--verify", "--quiet", "HEAD")) {
            git(folder, "commit", "--quiet", "--message", message);
        } else if (!succeeds(folder, "diff", "--cached", "--quiet")) {
            git(folder, "commit", "--quiet", "--amend", "--message", message);
        }
    }

    private static void git(Path folder, String... arguments) {
        if (!succeeds(folder, arguments)) {
            throw new CommandFailure(
                    "git %s failed in %s.".formatted(String.join(" ", arguments), folder),
                    "Delete that folder and see with 'berth doctor' whether git is there.");
        }
    }

    private static boolean succeeds(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().putAll(ENVIRONMENT);
        try {
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            throw new CommandFailure("git cannot be started.", "Install git; see 'berth doctor'.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git ran", e);
        }
    }
}
