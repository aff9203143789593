package dev.berth.supervisor.build;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Looks for credentials in what a snapshot is about to keep, so that they do not come to everybody who starts from it.
///
/// It finds what has a known place or a known form. Files that a repository holds were there before and are everybody's
/// who reads it; installed dependencies hold examples and tests that look alike: neither is searched for forms.
final class SecretScan extends SimpleFileVisitor<Path> {
    private static final int MAX_BYTES = 1024 * 1024;
    private static final int NAMED_AT_MOST = 5;
    private static final Set<String> DEPENDENCIES = Set.of(
            "node_modules",
            "site-packages",
            "dist-packages",
            "vendor",
            "registry",
            ".m2",
            ".gradle",
            ".cache",
            "objects");

    private final Object fileSystem;
    private final FileTime since;
    private final List<String> found = new ArrayList<>();
    private int searched;

    private SecretScan(Path root, FileTime since) throws IOException {
        this.fileSystem = fileSystemOf(root);
        this.since = since;
    }

    /// @param roots folders that are searched
    /// @param since when the setup script began
    /// @throws BuildFailed when there is something; never with what it is
    static void requireNone(List<Path> roots, FileTime since, BuildLog log) throws IOException, BuildFailed {
        var found = new ArrayList<String>();
        var searched = 0;
        for (var root : roots) {
            var scan = new SecretScan(root, since);
            Files.walkFileTree(root, scan);
            found.addAll(scan.found);
            searched += scan.searched;
        }
        log.line("== Looked for credentials in %d files, found %d".formatted(searched, found.size()));
        if (!found.isEmpty()) {
            throw failure(found);
        }
    }

    /// What is mounted is not part of the snapshot.
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        return fileSystemOf(folder).equals(fileSystem) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isRegularFile() && attributes.size() <= MAX_BYTES) {
            var rules = rules(file).toList();
            if (!rules.isEmpty()) {
                search(file, rules);
            }
        }
        return FileVisitResult.CONTINUE;
    }

    /// What cannot be read by whoever builds cannot be read by the agent.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE;
    }

    private Stream<SecretRule> rules(Path file) throws IOException {
        var known = SecretRule.IN_KNOWN_FILES.stream().filter(rule -> rule.concerns(file));
        return isTheScripts(file) ? Stream.concat(known, SecretRule.BY_FORM.stream()) : known;
    }

    private boolean isTheScripts(Path file) throws IOException {
        for (var name : file) {
            if (DEPENDENCIES.contains(name.toString())) {
                return false;
            }
        }
        var changed = (FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
        return changed.compareTo(since) >= 0;
    }

    private static Object fileSystemOf(Path folder) throws IOException {
        return Files.getAttribute(folder, "unix:dev", LinkOption.NOFOLLOW_LINKS);
    }

    private void search(Path file, List<SecretRule> rules) {
        try {
            var content = Files.readString(file, ISO_8859_1);
            searched++;
            rules.stream()
                    .filter(rule -> rule.isIn(content))
                    .forEach(rule -> found.add("%s in %s".formatted(rule.what(), file)));
        } catch (IOException goneOrUnreadable) {
            // As if it were not there.
        }
    }

    private static BuildFailed failure(List<String> found) {
        var named = String.join("; ", found.subList(0, Math.min(NAMED_AT_MOST, found.size())));
        var more = found.size() > NAMED_AT_MOST ? ", and %d more".formatted(found.size() - NAMED_AT_MOST) : "";
        return BuildFailed.byCaller(
                "secret_found",
                "The snapshot would hold what looks like credentials: %s%s.".formatted(named, more),
                "Have the setup script remove them when it is done with them, or not write them at all, and publish a new"
                        + " version.");
    }
}
