package dev.berth.event;

import java.security.SecureRandom;
import java.util.Base64;

/// Texts that nobody can guess, and what is stored of them.
public final class SecretText {
    private static final int BYTES = 32;

    private SecretText() {}

    /// 256 random bits as 43 characters of base64url.
    public static String random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What is stored in place of one: lower-case hex SHA-256. So much chance needs no slow hash.
    public static String hash(String secret) {
        return Sha256.hex(secret);
    }
}
