package dev.berth.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.access.SecretVault;
import dev.berth.access.SecretVaultContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSecretVaultTest extends SecretVaultContract {
    private Path folder;

    private FileSecretVault vault;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        folder = temporary;
        vault = FileSecretVault.open(folder);
    }

    @Override
    protected SecretVault vault() {
        return vault;
    }

    @Test
    void whatIsStoredIsStillThereAfterARestart() throws IOException {
        vault.put("name", "value");
        assertThat(FileSecretVault.open(folder).read("name")).contains("value");
    }

    @Test
    void theValueIsInNoFileInTheClear() throws IOException {
        vault.put("name", "the-value-itself");
        try (var files = Files.list(folder)) {
            assertThat(files).allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .doesNotContain("the-value-itself"));
        }
    }

    @Test
    void onlyTheOwnerReadsTheKey() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileMovedToAnotherNameDoesNotDecrypt() throws IOException {
        vault.put("one", "first");
        var ofOne = secretFile();
        vault.put("two", "second");
        try (var files = Files.list(folder)) {
            var ofTwo = files.filter(file -> file.toString().endsWith(".secret") && !file.equals(ofOne))
                    .findFirst()
                    .orElseThrow();
            Files.copy(ofOne, ofTwo, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThatThrownBy(() -> vault.read("two")).isInstanceOf(IllegalStateException.class);
    }

    private Path secretFile() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".secret"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
