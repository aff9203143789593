package dev.berth.session;

import dev.berth.event.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A page in one piece, with its style and its script. Nothing of a request is ever in it.
record PageDocument(String document, String style, String script) {

    /// @param name of the `.html`, `.css` and `.js` among the resources
    static PageDocument load(String name) {
        return new PageDocument(resource(name + ".html"), resource(name + ".css"), resource(name + ".js"));
    }

    byte[] html() {
        return document.replace("${style}", style).replace("${script}", script).getBytes(StandardCharsets.UTF_8);
    }

    /// Lets the page's own style and script run, known by their hashes, and nothing else; lets it call where it came
    /// from and the socket. What the script writes into the page is text: browsers that know trusted types hold it
    /// to that.
    String contentSecurityPolicy(String socketUrl) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src '" + hash(script) + "'",
                "style-src '" + hash(style) + "'",
                "connect-src 'self' " + socketUrl,
                "require-trusted-types-for 'script'",
                "trusted-types 'none'",
                "form-action 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }

    private static String hash(String text) {
        var digest = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    private static String resource(String name) {
        try (var stream = PageDocument.class.getResourceAsStream("/page/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The build has not packed /page/" + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
