package dev.berth.supervisor.codex;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the Codex command line.
///
/// What npm puts on the `PATH` is a script for Node.js that starts the program itself and does not always end it. So
/// behind that script the program is looked for, in the package of its own that npm installs for each platform.
public final class CodexProgram {
    public static final String HOW_TO_GET_IT = "Install it with 'npm install --global @openai/codex@0.169.0'";

    private static final String LAUNCHER = "codex.js";

    private CodexProgram() {}

    /// @param searchPath as in `PATH`
    public static Optional<Path> on(String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "codex"))
                .filter(CodexProgram::isProgram)
                .findFirst()
                .map(CodexProgram::behindLauncher);
    }

    private static Path behindLauncher(Path found) {
        var file = real(found);
        return file.endsWith(LAUNCHER) ? packaged(file).orElse(file) : file;
    }

    /// `…/@openai/codex/bin/codex.js`, with the platform's package beside or inside `codex`.
    private static Optional<Path> packaged(Path launcher) {
        var codex = launcher.resolve("../..").normalize();
        var platform = "codex-" + platform();
        return Stream.of(
                        codex.resolveSibling(platform),
                        codex.resolve("node_modules/@openai").resolve(platform),
                        codex)
                .flatMap(folder -> entries(folder.resolve("vendor")).stream())
                .map(target -> target.resolve("bin/codex"))
                .filter(CodexProgram::isProgram)
                .findFirst();
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
        return system + "-" + processor;
    }

    private static List<Path> entries(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException absent) {
            return List.of();
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
