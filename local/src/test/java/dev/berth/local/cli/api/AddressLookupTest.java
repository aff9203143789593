package dev.berth.local.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.local.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressLookupTest {
    private static final String HERE = "http://127.0.0.1:8080";

    @TempDir
    private Path folder;

    @BeforeEach
    void aDataFolder() throws IOException {
        Path data = Files.createDirectories(folder.resolve("launcher/.berth"));
        Files.writeString(data.resolve("url"), HERE + "\n");
        Files.writeString(data.resolve("admin-key"), "secret\n");
    }

    @Test
    void theEnvironmentGoesFirst() {
        Address address = address(Map.of("BERTH_URL", "https://berth.example", "BERTH_API_KEY", "mine"));
        assertThat(address.at("/v1/x")).hasToString("https://berth.example/v1/x");
        assertThat(address.apiKey()).isEqualTo("mine");
    }

    @Test
    void elseTheDataFolderBesideTheLauncherIsRead() {
        Address address = address(Map.of());
        assertThat(address.url()).hasToString(HERE);
        assertThat(address.apiKey()).isEqualTo("secret");
    }

    @Test
    void aDataFolderInTheCurrentFolderGoesBeforeTheLaunchers() throws IOException {
        Files.createDirectories(folder.resolve(".berth"));
        assertThat(DataFolder.near(folder, folder.resolve("launcher")).path()).isEqualTo(folder.resolve(".berth"));
    }

    @Test
    void theAdministratorsKeyIsNotShownToAnotherControlPlane() {
        assertThatThrownBy(() -> address(Map.of("BERTH_URL", "https://elsewhere.example")))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("There is no API key for https://elsewhere.example.");
    }

    @Test
    void theAdministratorsKeyIsShownToItsOwnControlPlane() {
        assertThat(address(Map.of("BERTH_URL", HERE)).apiKey()).isEqualTo("secret");
    }

    @Test
    void whatIsNoUrlIsRefused() {
        for (String wrong : new String[] {"localhost:8080", "ftp://x", "http://", "::"}) {
            assertThatThrownBy(() -> address(Map.of("BERTH_URL", wrong))).hasMessageContaining("is not the URL");
        }
    }

    @Test
    void withoutAnyItSaysHowToStartOne() {
        assertThatThrownBy(() -> new AddressLookup(Map.of(), DataFolder.near(folder, null)).address())
                .isInstanceOfSatisfying(CommandFailure.class, failure -> assertThat(failure.remedy())
                        .contains("berth up"));
    }

    private Address address(Map<String, String> environment) {
        return new AddressLookup(environment, DataFolder.near(folder, folder.resolve("launcher"))).address();
    }
}
