package dev.berth.local.data;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// A key of the object store, known to stay below the store's folder when it becomes a path.
///
/// An object's file ends in `=`, which no key contains, so that `a` and `a/b` can both be there.
record ObjectKey(String value) {
    private static final String SEGMENT = "[A-Za-z0-9_][A-Za-z0-9._-]{0,199}";
    private static final Pattern KEY = Pattern.compile(SEGMENT + "(/" + SEGMENT + "){0,15}");

    static final String FILE_SUFFIX = "=";

    ObjectKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an object key: letters, digits, '.', '_' and '-' between slashes");
        }
    }

    static boolean isValid(String key) {
        return KEY.matcher(key).matches();
    }

    static ObjectKey of(Path root, Path file) {
        var path = root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        return new ObjectKey(path.substring(0, path.length() - FILE_SUFFIX.length()));
    }

    /// The folder that holds all objects whose keys begin so.
    static Path folder(Path root, String keyPrefix) {
        var slash = keyPrefix.lastIndexOf('/');
        if (slash < 0 || !isValid(keyPrefix.substring(0, slash))) {
            throw new IllegalArgumentException("A prefix of keys names a folder at least, such as 'org_1/'");
        }
        return root.resolve(keyPrefix.substring(0, slash));
    }

    Path in(Path root) {
        return root.resolve(value + FILE_SUFFIX);
    }
}
