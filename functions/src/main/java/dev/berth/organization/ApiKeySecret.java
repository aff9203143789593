package dev.berth.organization;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text of an API key: shown once, never stored.
public record ApiKeySecret(String text) {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("berth_[A-Za-z0-9_-]{43}");

    public ApiKeySecret {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not an API key");
        }
    }

    public static ApiKeySecret random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ApiKeySecret(
                "berth_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// Empty when the text is no API key.
    public static Optional<ApiKeySecret> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
    }

    /// What is stored instead.
    public String hash() {
        return SecretHash.of(text);
    }

    @Override
    public String toString() {
        return "berth_…";
    }
}
