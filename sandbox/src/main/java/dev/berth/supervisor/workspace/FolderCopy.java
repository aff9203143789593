package dev.berth.supervisor.workspace;

import dev.berth.supervisor.process.ProcessLauncher;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Copies a folder with modes, times and symbolic links as they are; never a link into the source.
/// On file systems that can, blocks are shared until one side writes.
public final class FolderCopy {
    private final ProcessLauncher launcher;

    public FolderCopy(ProcessLauncher launcher) {
        this.launcher = launcher;
    }

    /// What is at `target` afterwards is whole: it gets its name last.
    public void copy(Path source, Path target) throws IOException, InterruptedException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        delete(part);
        if (!copyByProgram(source, part)) {
            delete(part);
            copyByHand(source, part);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean copyByProgram(Path source, Path target) throws InterruptedException {
        var builder = new ProcessBuilder("cp", "-a", "--reflink=auto", source.toString(), target.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(Set.of("PATH"));
        try {
            return launcher.start(builder).process().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    static void copyByHand(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectory(inTarget(folder));
                return FileVisitResult.CONTINUE;
            }

            /// Pipes and sockets are nothing without the processes that had them open.
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isOther()) {
                    Files.copy(file, inTarget(file), LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            /// Last, since the folder may be one that cannot be written to.
            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                Files.setPosixFilePermissions(inTarget(folder), Files.getPosixFilePermissions(folder));
                return FileVisitResult.CONTINUE;
            }

            private Path inTarget(Path file) {
                return target.resolve(source.relativize(file));
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
