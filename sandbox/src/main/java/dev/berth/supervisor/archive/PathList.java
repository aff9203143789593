package dev.berth.supervisor.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of paths that each end with a zero byte, as `tar`, `find` and `xargs` take them. The paths are bytes: a name
/// need not be text.
final class PathList implements AutoCloseable {
    private final OutputStream out;
    private boolean empty = true;

    private PathList(OutputStream out) {
        this.out = out;
    }

    /// Adds to the file, or makes it.
    static PathList in(Path file) throws IOException {
        return new PathList(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
    }

    /// @param folder with a slash at its end
    void add(String folder, byte[] path) throws IOException {
        out.write(folder.getBytes(StandardCharsets.UTF_8));
        out.write(path);
        out.write(0);
        empty = false;
    }

    void add(String path) throws IOException {
        add("", path.getBytes(StandardCharsets.UTF_8));
    }

    /// Nothing was added by name.
    boolean isEmpty() {
        return empty;
    }

    void addAll(Path list) throws IOException {
        Files.copy(list, out);
    }

    interface Visitor {
        void visit(byte[] path) throws IOException;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
