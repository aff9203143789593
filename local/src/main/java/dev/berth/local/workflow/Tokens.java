package dev.berth.local.workflow;

import dev.berth.event.SecretText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What of an execution must not be foreseen, derived from its secret, so that the core needs no source of chance.
/// A token says whose it is, `name.attempt.proof`, and is found without an index.
final class Tokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private Tokens() {}

    static String newSecret(SecureRandom random) {
        return SecretText.random(random);
    }

    /// The token of the latest attempt.
    static String token(Execution execution) {
        var attempt = "." + execution.attempts() + ".";
        return execution.name() + attempt + TEXT.encodeToString(derive(execution, "token" + attempt));
    }

    /// From 0 to 1: which of the possible pauses after the latest attempt is taken.
    static double chance(Execution execution) {
        var bits = ByteBuffer.wrap(derive(execution, "pause." + execution.attempts()))
                .getLong();
        return (bits >>> 11) * 0x1p-53;
    }

    /// The name of the execution that the token would belong to; whether it does is the core's to say.
    static Optional<String> executionOf(String token) {
        var parts = token.split("\\.", -1);
        return parts.length == 3 ? Optional.of(parts[0]) : Optional.empty();
    }

    private static byte[] derive(Execution execution, String purpose) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(execution.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
        }
    }
}
