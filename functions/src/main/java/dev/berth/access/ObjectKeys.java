package dev.berth.access;

import java.util.regex.Pattern;

/// What keys of the object store look like: words between slashes, none of which a path could take for a way out.
public final class ObjectKeys {
    private static final String SEGMENT = "[A-Za-z0-9_][A-Za-z0-9._-]{0,199}";
    private static final Pattern KEY = Pattern.compile(SEGMENT + "(/" + SEGMENT + "){0,15}");

    private ObjectKeys() {}

    public static boolean isValid(String key) {
        return KEY.matcher(key).matches();
    }

    /// @throws IllegalArgumentException when it is no key
    public static String checked(String key) {
        if (!isValid(key)) {
            throw new IllegalArgumentException("Not an object key: letters, digits, '.', '_' and '-' between slashes");
        }
        return key;
    }

    /// @throws IllegalArgumentException when it does not name a folder at least, such as `org_1/`
    public static String checkedPrefix(String keyPrefix) {
        var slash = keyPrefix.lastIndexOf('/');
        if (slash < 0 || !isValid(keyPrefix.substring(0, slash))) {
            throw new IllegalArgumentException("A prefix of keys names a folder at least, such as 'org_1/'");
        }
        return keyPrefix;
    }
}
