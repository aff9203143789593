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
import org.jspecify.annotations.Nullable;

/// Signs links to stored objects, and knows its own again. Whoever has a link may follow it until it expires.
public final class ObjectLinks {
    public static final String FOR_CLIENTS = "/objects/";
    public static final String FOR_SANDBOXES = "/sandbox/v1/objects/";

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;
    private final Supplier<URI> clients;
    private final Supplier<URI> sandboxes;
    private final Clock clock;

    /// @param clients where the front answers clients, who only download; known once it listens
    /// @param sandboxes where it answers sandboxes
    public ObjectLinks(byte[] key, Supplier<URI> clients, Supplier<URI> sandboxes, Clock clock) {
        this.key = key.clone();
        this.clients = clients;
        this.sandboxes = sandboxes;
        this.clock = clock;
    }

    /// @param crc32c of the only content that may be put there; absent when any may
    URI upload(ObjectKey object, long maxBytes, @Nullable String crc32c, Duration validity) {
        var expiresAt = clock.instant().plus(validity);
        return forSandboxes(new Link.Upload(object.value(), maxBytes, crc32c, expiresAt));
    }

    URI download(ObjectKey object, String contentType, Duration validity) {
        var link =
                new Link.Download(object.value(), contentType, clock.instant().plus(validity));
        return clients.get().resolve(FOR_CLIENTS + link.key() + "?" + query(link));
    }

    URI sandboxDownload(ObjectKey object, String contentType, Duration validity) {
        return forSandboxes(
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
                    Optional.of(new Link.Upload(
                            key, Long.parseLong(query.getOrDefault("limit", "")), query.get("crc32c"), expiresAt));
                case "GET" -> Optional.of(new Link.Download(key, query.getOrDefault("type", ""), expiresAt));
                default -> Optional.empty();
            };
        } catch (NumberFormatException | DateTimeException notALinkOfOurs) {
            return Optional.empty();
        }
    }

    private URI forSandboxes(Link link) {
        return sandboxes.get().resolve(FOR_SANDBOXES + link.key() + "?" + query(link));
    }

    private String query(Link link) {
        return "%s&expires=%d&signature=%s"
                .formatted(
                        switch (link) {
                            case Link.Upload upload ->
                                "limit=" + upload.maxBytes()
                                        + (upload.crc32c() == null ? "" : "&crc32c=" + upload.crc32c());
                            case Link.Download download -> "type=" + URLEncoder.encode(download.contentType(), UTF_8);
                        },
                        link.expiresAt().getEpochSecond(),
                        HexFormat.of().formatHex(signature(link)));
    }

    private boolean isSignatureOf(Link link, String hex) {
        return MessageDigest.isEqual(HexFormat.of().formatHex(signature(link)).getBytes(UTF_8), hex.getBytes(UTF_8));
    }

    private byte[] signature(Link link) {
        var signed =
                switch (link) {
                    case Link.Upload upload ->
                        "PUT\n%s\n%d\n%s".formatted(upload.key(), upload.maxBytes(), upload.crc32c());
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

        /// @param crc32c of the only content that may be put there; absent when any may
        record Upload(String key, long maxBytes, @Nullable String crc32c, Instant expiresAt) implements Link {}

        record Download(String key, String contentType, Instant expiresAt) implements Link {}
    }
}
