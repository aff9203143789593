package dev.berth.organization;

import dev.berth.http.HttpRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The cookie that holds a sign-in's token. Browsers keep it from scripts, and send it along when somebody follows
/// a link from elsewhere, but not with what another site's page sends by itself.
final class SignInCookie {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax; Max-Age=";

    private final String name;
    private final String secure;

    /// @param baseUrl whether it is `https` decides what browsers take: plain HTTP is for loopback
    SignInCookie(String baseUrl) {
        var https = baseUrl.startsWith("https:");
        this.name = https ? "__Host-berth" : "berth";
        this.secure = https ? "; Secure" : "";
    }

    /// The token that a request came with.
    Optional<String> token(HttpRequest request) {
        var header = request.header("cookie");
        return header == null
                ? Optional.empty()
                : Arrays.stream(header.split(";"))
                        .map(String::strip)
                        .filter(cookie -> cookie.startsWith(name + "="))
                        .map(cookie -> cookie.substring(name.length() + 1))
                        .filter(token -> TOKEN.matcher(token).matches())
                        .findFirst();
    }

    /// The `Set-Cookie` that keeps a token.
    String keep(String token) {
        return name + "=" + token + ATTRIBUTES + SignIns.VALIDITY.toSeconds() + secure;
    }

    /// The `Set-Cookie` that removes it.
    String remove() {
        return name + "=" + ATTRIBUTES + "0" + secure;
    }
}
