package dev.berth.local.cli.aws;

import dev.berth.event.Json;
import dev.berth.local.cli.CommandFailure;
import dev.berth.local.cli.api.DataFolder;
import dev.berth.local.data.PrivateFiles;
import dev.berth.local.up.AdminKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The first administrator's key of an installation on AWS. It is in its file before the installation hears of it, so a
/// call whose answer is lost is made again with the same key.
final class FirstKey {
    private final AwsProgram aws;

    FirstKey(AwsProgram aws) {
        this.aws = aws;
    }

    static Path file(DataFolder folder, String name, @Nullable String region) {
        return folder.path()
                .resolve("aws")
                .resolve(region == null ? name : name + "." + region)
                .resolve("admin-key");
    }

    /// @return the organization's id
    String make(Path file, String name, @Nullable String region, String organization) {
        var answer =
                Json.MAPPER.readValue(aws.invoke(name + "-admin", region, request(file, organization)), Answer.class);
        if (!answer.administrator()) {
            throw new CommandFailure(
                    "The organization %s was made before, with another key.".formatted(answer.organization()),
                    "Ask whoever made it for a key, or put that key into " + file + ".");
        }
        return answer.organization();
    }

    private static String request(Path file, String organization) {
        try {
            PrivateFiles.createFolder(file.resolveSibling(""));
            var key = AdminKey.in(file, new SecureRandom());
            return Json.MAPPER.writeValueAsString(Map.of("organization", organization, "apiKey", key.text()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @param administrator the key that was sent is one
    private record Answer(String organization, boolean administrator) {}
}
