package dev.berth.supervisor.build;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// Which ways of fetching a repository are allowed: `https`, and on one machine also `http` to it and `file`.
final class GitTransports {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private GitTransports() {}

    static boolean allows(String url) {
        return scheme(url).isPresent();
    }

    /// A submodule may also name its repository relative to the one it is in, which is one that was allowed.
    static boolean allowsSubmodule(String url) {
        return url.startsWith("./") || url.startsWith("../") || allows(url);
    }

    /// What `GIT_ALLOW_PROTOCOL` says while a repository is fetched: plain `http` only where the repository itself is
    /// on this machine, so that nothing it refers to is fetched so from elsewhere.
    static String allowedFrom(String url) {
        return scheme(url).filter("http"::equals).isPresent() ? "https:file:http" : "https:file";
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
