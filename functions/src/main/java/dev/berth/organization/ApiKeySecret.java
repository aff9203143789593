package dev.berth.organization;

import dev.berth.event.SecretText;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/// The text of an API key: shown once, never stored.
public record ApiKeySecret(String text) {
    private static final Pattern SHAPE = Pattern.compile("berth_[A-Za-z0-9_-]{43}");

    public ApiKeySecret {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not an API key");
        }
    }

    public static ApiKeySecret random(SecureRandom random) {
        return new ApiKeySecret("berth_" + SecretText.random(random));
    }

    /// Empty when the text is no API key.
    public static Optional<ApiKeySecret> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new ApiKeySecret(text)) : Optional.empty();
    }

    /// What is stored instead.
    public String hash() {
        return SecretText.hash(text);
    }

    @Override
    public String toString() {
        return "berth_…";
    }
}
