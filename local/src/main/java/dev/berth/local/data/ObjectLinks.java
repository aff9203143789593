package dev.berth.local.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs links to stored objects, and knows its own again. Whoever has a link may follow it until it expires.
public final class ObjectLinks {
    public static final String DOWNLOADS = "/objects/";
    public static final String UPLOADS = "/sandbox/v1/objects/";

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;
    private final Supplier<URI> clients;
    private final Supplier<URI> sandboxes;
    private final Clock clock;

    /// @param clients where the front answers clients, who download; known once it listens
    /// @param sandboxes where it answers sandboxes, which upload
    public ObjectLinks(byte[] key, Supplier<URI> clients, Supplier<URI> sandboxes, Clock clock) {
        this.key = key.clone();
        this.clients = clients;
        this.sandboxes = sandboxes;
        this.clock = clock;
    }

    URI upload(ObjectKey object, long maxBytes, Duration validity) {
        return link(new Link.Upload(object.value(), maxBytes, clock.instant().plus(validity)));
    }

    URI download(ObjectKey object, String contentType, Duration validity) {
        return link(
                new Link.Download(object.value(), contentType, clock.instant().plus(validity)));
    }

    /// What a link allows, if we signed it and it has not expired.
    public Optional<Link> verify(String method, String key, Map<String, String> query) {
        return parse(method, key, query)
                .filter(link -> isSignatureOf(link, query.getOrDefault("signature", "")))
                .filter(link -> clock.instant().isBefore(link.expiresAt()));
    }

    private static Optional<Link> parse(String method, String key, Map<String, String> query) {
        try {
            var expiresAt = Instant.ofEpochSecond(Long.parseLong(query.getOrDefault("expires", "")));
            return switch (method) {
                case "PUT" ->
                    Optional.of(new Link.Upload(key, Long.parseLong(query.getOrDefault("limit", "")), expiresAt));
                case "GET" -> Optional.of(new Link.Download(key, query.getOrDefault("type", ""), expiresAt));
                default -> Optional.empty();
            };
        } catch (NumberFormatException | DateTimeException notALinkOfOurs) {
            return Optional.empty();
        }
    }

    private URI link(Link link) {
        var query = "%s&expires=%d&signature=%s"
                .formatted(
                        switch (link) {
                            case Link.Upload upload -> "limit=" + upload.maxBytes();
                            case Link.Download download -> "type=" + URLEncoder.encode(download.contentType(), UTF_8);
                        },
                        link.expiresAt().getEpochSecond(),
                        HexFormat.of().formatHex(signature(link)));
        return switch (link) {
            case Link.Upload upload -> sandboxes.get().resolve(UPLOADS + upload.key() + "?" + query);
            case Link.Download download -> clients.get().resolve(DOWNLOADS + download.key() + "?" + query);
        };
    }

    private boolean isSignatureOf(Link link, String hex) {
        return MessageDigest.isEqual(HexFormat.of().formatHex(signature(link)).getBytes(UTF_8), hex.getBytes(UTF_8));
    }

    private byte[] signature(Link link) {
        var signed =
                switch (link) {
                    case Link.Upload upload -> "PUT\n%s\n%d".formatted(upload.key(), upload.maxBytes());
                    case Link.Download download -> "GET\n%s\n%s".formatted(download.key(), download.contentType());
                };
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal((signed + "\n" + link.expiresAt().getEpochSecond()).getBytes(UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// What whoever has a link may do.
    public sealed interface Link {
        String key();

        Instant expiresAt();

        record Upload(String key, long maxBytes, Instant expiresAt) implements Link {}

        record Download(String key, String contentType, Instant expiresAt) implements Link {}
    }
}
