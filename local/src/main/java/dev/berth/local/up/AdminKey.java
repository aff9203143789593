package dev.berth.local.up;

import dev.berth.local.data.PrivateFiles;
import dev.berth.organization.ApiKeySecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// The first administrator's key, in a file that only its owner reads. It is written before the organization is made,
/// so that a crash in between leaves nobody locked out.
public final class AdminKey {
    private AdminKey() {}

    public static ApiKeySecret in(Path file, SecureRandom random) throws IOException {
        if (Files.exists(file)) {
            return new ApiKeySecret(Files.readString(file).strip());
        }
        var secret = ApiKeySecret.random(random);
        PrivateFiles.write(file, secret.text().getBytes(StandardCharsets.UTF_8));
        return secret;
    }
}
