package dev.berth.supervisor.build;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which ways of fetching a repository are allowed: `https`, and on one machine also `http` to it and `file`. What a
/// repository refers to, such as submodules, may come by `https` or as it came itself: nothing fetched from elsewhere
/// reaches into this machine.
public final class GitTransports {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Map<String, String> ALLOWED_FROM =
            Map.of("https", "https", "file", "https:file", "http", "https:http");

    private GitTransports() {}

    public static boolean allows(String url) {
        return scheme(url).isPresent();
    }

    /// Whether what came from `parent` may have more fetched from `url`, which may be relative to it.
    public static boolean mayRefer(String parent, String url) {
        return isRelative(url)
                || scheme(url)
                        .filter(scheme -> Set.of(allowedFrom(parent).split(":")).contains(scheme))
                        .isPresent();
    }

    /// As git resolves the URL of a submodule that is named relative to the repository it is in.
    public static String resolve(String parent, String url) {
        var base = withoutEnd(parent);
        var rest = url;
        while (isRelative(rest)) {
            if (rest.startsWith("../")) {
                base = base.substring(0, Math.max(0, base.lastIndexOf('/')));
            }
            rest = rest.substring(rest.indexOf('/') + 1);
        }
        return rest.equals(url) ? url : withoutEnd(base + "/" + rest);
    }

    /// What `GIT_ALLOW_PROTOCOL` says while a repository is fetched, and what it refers to.
    public static String allowedFrom(String url) {
        return scheme(url).map(ALLOWED_FROM::get).orElse("https");
    }

    /// The folder of a repository on this machine.
    public static String folder(String fileUrl) {
        return URI.create(fileUrl).getPath();
    }

    /// Without the secret that a submodule's URL may have: a password, or a token in place of a user's name.
    public static String shown(String url) {
        return url.startsWith("http")
                ? url.replaceFirst("//[^/@]*@", "//")
                : url.replaceFirst("(//[^/@:]*):[^/@]*@", "$1@");
    }

    private static boolean isRelative(String url) {
        return url.startsWith("./") || url.startsWith("../");
    }

    private static String withoutEnd(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private static Optional<String> scheme(String url) {
        try {
            var uri = URI.create(url);
            var scheme = uri.getScheme();
            if (scheme == null) {
                return Optional.empty();
            }
            return switch (scheme) {
                case "https", "file" -> Optional.of(scheme);
                case "http" ->
                    Optional.of(scheme).filter(http -> uri.getHost() != null && LOOPBACK.contains(uri.getHost()));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
    }
}
