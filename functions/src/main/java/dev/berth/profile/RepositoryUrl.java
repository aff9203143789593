package dev.berth.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.stream.Stream;

/// What is wrong with a repository's URL. Texts never repeat the URL: it may hold a password.
final class RepositoryUrl {
    private RepositoryUrl() {}

    static Stream<DraftIssue> issues(String pointer, String text, RepositoryUrlPolicy policy) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException notOne) {
            return transportOrMalformed(pointer, text, policy);
        }
        if (url.getRawUserInfo() != null || hasAt(url.getRawAuthority())) {
            return Stream.of(new DraftIssue(
                    pointer,
                    "repository_url_has_credentials",
                    "The URL carries a user name or a password, which everybody who reads the profile would see.",
                    "Remove everything before the @, and change the password if it was a real one."));
        }
        if (!policy.allows(url)) {
            return Stream.of(transport(pointer, policy));
        }
        return namesARepository(url) ? Stream.empty() : Stream.of(malformed(pointer));
    }

    /// What git takes for a URL and Java does not, such as `git@host:path`, is a transport rather than a slip.
    private static Stream<DraftIssue> transportOrMalformed(String pointer, String text, RepositoryUrlPolicy policy) {
        return Stream.of(
                text.startsWith("https://") || text.startsWith("http://") || text.startsWith("file://")
                        ? malformed(pointer)
                        : transport(pointer, policy));
    }

    private static boolean namesARepository(URI url) {
        var path = url.getPath();
        return path != null
                && path.length() > 1
                && path.startsWith("/")
                && path.chars().noneMatch(Character::isISOControl)
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && (url.getScheme().equals("file") || url.getHost() != null);
    }

    private static boolean hasAt(String authority) {
        return authority != null && authority.indexOf('@') >= 0;
    }

    private static DraftIssue transport(String pointer, RepositoryUrlPolicy policy) {
        return new DraftIssue(
                pointer,
                "repository_transport_not_allowed",
                "Repositories are not fetched by this transport, or not from this host.",
                policy.remedy());
    }

    private static DraftIssue malformed(String pointer) {
        return new DraftIssue(
                pointer,
                "repository_url_malformed",
                "This is not the URL of a repository: scheme, host and path, without query and fragment.",
                "Copy the URL that 'git clone' takes, such as https://github.com/acme/app.git.");
    }
}
