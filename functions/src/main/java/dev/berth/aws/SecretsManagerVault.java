package dev.berth.aws;

import dev.berth.access.SecretDeleted;
import dev.berth.access.SecretVault;
import dev.berth.event.Json;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// Keeps secrets in Secrets Manager, as `{"value": …}`: an empty string is a value, and Secrets Manager takes none.
public final class SecretsManagerVault implements SecretVault {
    private static final String DESCRIPTION = "Kept by Berth. Deleting it by hand breaks what uses it.";

    private final Supplier<SecretsManagerClient> client;
    private final String prefix;

    /// @param prefix of the secrets' names, `berth/`
    public SecretsManagerVault(Supplier<SecretsManagerClient> client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    @Override
    public void put(String name, String value) {
        guarded(name, () -> {
            if (!replace(name, value) && !create(name, value) && !replace(name, value)) {
                throw new IllegalStateException("The secret %s was made and removed meanwhile".formatted(name));
            }
            return true;
        });
    }

    @Override
    public String putIfAbsent(String name, String value) {
        return guarded(name, () -> create(name, value) ? value : read(name).orElseThrow());
    }

    @Override
    public Optional<String> read(String name) {
        return guarded(name, () -> {
            try {
                var stored = client.get().getSecretValue(request -> request.secretId(prefix + name));
                return Optional.of(Json.MAPPER
                        .readValue(stored.secretString(), Stored.class)
                        .value());
            } catch (ResourceNotFoundException _) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void delete(String name) {
        try {
            client.get().deleteSecret(request -> request.secretId(prefix + name).forceDeleteWithoutRecovery(true));
        } catch (ResourceNotFoundException _) {
            // As it should be.
        }
    }

    private boolean create(String name, String value) {
        try {
            client.get()
                    .createSecret(request ->
                            request.name(prefix + name).description(DESCRIPTION).secretString(json(value)));
            return true;
        } catch (ResourceExistsException _) {
            return false;
        }
    }

    private boolean replace(String name, String value) {
        try {
            client.get()
                    .putSecretValue(request -> request.secretId(prefix + name).secretString(json(value)));
            return true;
        } catch (ResourceNotFoundException _) {
            return false;
        }
    }

    /// A secret that was deleted in the console is there for some days, and takes no call but its restoring.
    private <T> T guarded(String name, Supplier<T> call) {
        try {
            return call.get();
        } catch (InvalidRequestException deleted) {
            var secret = prefix + name;
            throw new SecretDeleted(secret, "aws secretsmanager restore-secret --secret-id " + secret, deleted);
        }
    }

    private static String json(String value) {
        return Json.MAPPER.writeValueAsString(new Stored(value));
    }

    private record Stored(String value) {}
}
