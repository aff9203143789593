package dev.berth.local.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.event.Json;
import dev.berth.local.data.PrivateFiles;
import dev.berth.sandbox.SandboxRef;
import dev.berth.supervisor.folder.PlaceHold;
import dev.berth.supervisor.folder.SandboxFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// A folder for each sandbox: what it is, written before it is launched, and how it ended. Where sandboxes see this
/// machine's folders, the place where an agent lives is that of its session: the path stays when a sandbox follows
/// another.
public final class SandboxFolders {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final String REF = "sandbox.json";
    private static final String END = "ended";

    private final Path root;
    private final Optional<Path> places;

    /// @param root absolute, without symbolic links, as supervisors see their folder
    public SandboxFolders(Path root) {
        this(root, Optional.empty());
    }

    /// @param places of sessions, where agents live; the same of paths holds
    public SandboxFolders(Path root, Path places) {
        this(root, Optional.of(places));
    }

    private SandboxFolders(Path root, Optional<Path> places) {
        this.root = root;
        this.places = places;
    }

    public SandboxFolder folder(SandboxRef sandbox) {
        var root = this.root.resolve(checked(sandbox.id()));
        return places.map(all -> new SandboxFolder(
                        root, all.resolve(checked(sandbox.session().session()))))
                .orElse(new SandboxFolder(root));
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not an id: " + id);
        }
        return id;
    }

    public SandboxFolder create(SandboxRef sandbox) {
        try {
            var folder = folder(sandbox);
            PrivateFiles.createFolder(folder.root());
            PrivateFiles.write(folder.root().resolve(REF), Json.MAPPER.writeValueAsBytes(sandbox));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public boolean contains(SandboxRef sandbox) {
        return Files.exists(folder(sandbox).root().resolve(REF));
    }

    /// Every sandbox there is a folder of.
    public List<SandboxRef> all() {
        try (var folders = Files.newDirectoryStream(root)) {
            var all = new ArrayList<SandboxRef>();
            folders.forEach(folder -> read(folder).ifPresent(all::add));
            return all;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void writeEnd(SandboxRef sandbox, String detail) {
        try {
            PrivateFiles.write(folder(sandbox).root().resolve(END), detail.getBytes(UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// How a sandbox ended, once that was written.
    public Optional<String> end(SandboxRef sandbox) {
        try {
            return Optional.of(Files.readString(folder(sandbox).root().resolve(END)));
        } catch (IOException standing) {
            return Optional.empty();
        }
    }

    /// Sandboxes whose end was written before then.
    public List<SandboxRef> endedBefore(Instant then) {
        return all().stream().filter(sandbox -> hasEndedBefore(sandbox, then)).toList();
    }

    private boolean hasEndedBefore(SandboxRef sandbox, Instant then) {
        try {
            var end = folder(sandbox).root().resolve(END);
            return Files.getLastModifiedTime(end).toInstant().isBefore(then);
        } catch (IOException standing) {
            return false;
        }
    }

    /// Removes what only a living sandbox needs. Its log stays, and a spool that was not acknowledged.
    public void removeContents(SandboxRef sandbox) throws IOException {
        var folder = folder(sandbox);
        if (places.isPresent()) {
            removePlace(sandbox);
        }
        FolderTree.remove(folder.comparison());
        FolderTree.remove(folder.update());
        FolderTree.remove(folder.archive());
        FolderTree.remove(folder.root().resolve("runtime"));
        Files.deleteIfExists(folder.secret());
        if (isEmpty(folder.spool())) {
            FolderTree.remove(folder.spool());
        }
    }

    public void remove(SandboxRef sandbox) throws IOException {
        FolderTree.remove(folder(sandbox).root());
        if (places.isPresent()
                && all().stream().noneMatch(other -> other.session().equals(sandbox.session()))) {
            Files.deleteIfExists(PlaceHold.lockFile(folder(sandbox).place()));
        }
    }

    /// Unless the next sandbox of the session has it already.
    private synchronized void removePlace(SandboxRef sandbox) throws IOException {
        var place = folder(sandbox).place();
        var hold = PlaceHold.take(place);
        if (hold.isPresent()) {
            try (var held = hold.get()) {
                if (held.isOwner(sandbox.id())) {
                    FolderTree.remove(place);
                }
            }
        }
    }

    private static Optional<SandboxRef> read(Path folder) {
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readString(folder.resolve(REF)), SandboxRef.class));
        } catch (IOException | JacksonException notASandbox) {
            return Optional.empty();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
