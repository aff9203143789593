package dev.berth.aws.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.access.SecretVault;
import dev.berth.access.SecretVaultContract;
import dev.berth.aws.SecretsManagerVault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

@Tag("localstack")
@Testcontainers
class SecretsManagerVaultTest extends SecretVaultContract {
    @Container
    private static final LocalStackContainer AWS = LocalStack.with("secretsmanager");

    private static SecretsManagerClient client;

    @BeforeAll
    static void connect() {
        client = LocalStack.client(AWS, SecretsManagerClient.builder());
    }

    @Override
    protected SecretVault vault() {
        return new SecretsManagerVault(() -> client, "berth/");
    }

    @Test
    void twoInstallationsShareNoSecret() {
        vault().put("shared", "mine");
        assertThat(new SecretsManagerVault(() -> client, "other/").read("shared"))
                .isEmpty();
    }

    @Test
    void aSecretThatWasDeletedByHandSaysHowItComesBack() {
        vault().put("deleted", "value");
        client.deleteSecret(request -> request.secretId("berth/deleted").recoveryWindowInDays(7L));
        assertThatThrownBy(() -> vault().read("deleted"))
                .hasMessageContaining("aws secretsmanager restore-secret --secret-id berth/deleted");
        client.restoreSecret(request -> request.secretId("berth/deleted"));
        assertThat(vault().read("deleted")).contains("value");
    }
}
