package dev.berth.local.data;

import dev.berth.access.ObjectKeys;
import java.nio.file.Path;

/// A key of the object store, known to stay below the store's folder when it becomes a path.
///
/// An object's file ends in `=`, which no key contains, so that `a` and `a/b` can both be there.
record ObjectKey(String value) {
    static final String FILE_SUFFIX = "=";

    ObjectKey {
        ObjectKeys.checked(value);
    }

    static boolean isValid(String key) {
        return ObjectKeys.isValid(key);
    }

    static ObjectKey of(Path root, Path file) {
        var path = root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return new ObjectKey(path.substring(0, path.length() - FILE_SUFFIX.length()));
    }

    /// The folder that holds all objects whose keys begin so.
    static Path folder(Path root, String keyPrefix) {
        var prefix = ObjectKeys.checkedPrefix(keyPrefix);
        return root.resolve(prefix.substring(0, prefix.lastIndexOf('/')));
    }

    Path in(Path root) {
        return root.resolve(value + FILE_SUFFIX);
    }
}
