package dev.berth.profile;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which transports a repository may be fetched by: `https` always; on one machine also `http` from this machine and
/// `file`.
///
/// @param remedy names what may be used
public record RepositoryUrlPolicy(boolean loopbackHttp, boolean files, String remedy) {
    public static final RepositoryUrlPolicy HTTPS_ONLY = new RepositoryUrlPolicy(false, false, "Use an https:// URL.");
    public static final RepositoryUrlPolicy ONE_MACHINE = new RepositoryUrlPolicy(
            true, true, "Use an https:// URL, http:// to this machine, or file:///path/to/repository.");

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    boolean allows(URI url) {
        return switch (url.getScheme()) {
            case "https" -> true;
            case "http" -> loopbackHttp && isLoopback(url.getHost());
            case "file" -> files && url.getRawAuthority() == null;
            case null, default -> false;
        };
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null && LOOPBACK.matcher(host).matches();
    }
}
