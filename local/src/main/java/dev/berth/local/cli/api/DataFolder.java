package dev.berth.local.cli.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folder in which a control plane on one machine keeps everything, and what a client reads there.
public record DataFolder(Path path) {
    private static final String NAME = ".berth";

    /// The default one: of the current folder if it is there, else beside the launcher.
    public static DataFolder near(Path currentFolder, @Nullable Path launcherHome) {
        Path here = currentFolder.resolve(NAME);
        return new DataFolder(launcherHome == null || Files.isDirectory(here) ? here : launcherHome.resolve(NAME));
    }

    public boolean exists() {
        return Files.isDirectory(path);
    }

    public Optional<String> url() {
        return content("url");
    }

    public Optional<String> adminKey() {
        return content("admin-key");
    }

    /// What sandboxes were at the last start, `docker` or `process`. Before it was kept, all were processes.
    public Optional<String> driver() {
        return content("driver").or(() -> adminKey().map(_ -> "process"));
    }

    private Optional<String> content(String name) {
        Path file = path.resolve(name);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
