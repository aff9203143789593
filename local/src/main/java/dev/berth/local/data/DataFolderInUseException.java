package dev.berth.local.data;

import java.nio.file.Path;

/// Another process has the data folder.
public final class DataFolderInUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DataFolderInUseException(Path folder, String pid) {
        super("The data folder %s is in use by process %s. Stop that one first, or choose another folder with --data."
                .formatted(folder, pid));
    }
}
