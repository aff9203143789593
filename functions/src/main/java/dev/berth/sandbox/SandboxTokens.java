package dev.berth.sandbox;

import dev.berth.access.SecretVault;
import dev.berth.event.SecretText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Bootstrap tokens: `<sandbox>.<MAC>`, derived from a key and the sandbox, so that a repeated launch carries the same
/// bytes and nothing needs to be stored. Worth one exchange; after it the sandbox calls with `<sandbox>.<secret>`.
public final class SandboxTokens {
    private static final String KEY_NAME = "bootstrap-token-key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final String ROLE = "supervisor";
    private static final int KEY_BYTES = 32;

    private final SecretVault vault;
    private final SecureRandom random;
    private volatile @Nullable SecretKeySpec key;

    /// Makes the key at first use. It is read then, too: most functions never need it.
    public SandboxTokens(SecretVault vault, SecureRandom random) {
        this.vault = vault;
        this.random = random;
    }

    private SecretKeySpec key() {
        var known = key;
        return known == null ? readKey() : known;
    }

    private SecretKeySpec readKey() {
        var fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        var stored = vault.putIfAbsent(KEY_NAME, HexFormat.of().formatHex(fresh));
        var read = new SecretKeySpec(HexFormat.of().parseHex(stored), ALGORITHM);
        key = read;
        return read;
    }

    public String bootstrapToken(String sandbox) {
        return sandbox + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac(sandbox));
    }

    /// The sandbox a bootstrap token names, when it is genuine.
    public Optional<String> verify(String token) {
        return Bearer.parse(token)
                .filter(bearer -> sameBytes(bootstrapToken(bearer.sandbox()), token))
                .map(Bearer::sandbox);
    }

    /// Lower-case hex SHA-256.
    static String hash(String secret) {
        return SecretText.hash(secret);
    }

    static boolean sameBytes(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String sandbox) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal((ROLE + ":" + sandbox).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// `<sandbox>.<secret>`, as both kinds of token are written.
    record Bearer(String sandbox, String secret) {
        static Optional<Bearer> parse(String token) {
            var dot = token.indexOf('.');
            return dot <= 0
                    ? Optional.empty()
                    : Optional.of(new Bearer(token.substring(0, dot), token.substring(dot + 1)));
        }
    }
}
