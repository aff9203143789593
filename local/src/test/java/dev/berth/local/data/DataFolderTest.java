package dev.berth.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @Test
    void itIsTheOwnersAlone(@TempDir Path parent) throws IOException {
        try (var data = DataFolder.open(parent.resolve("data"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secrets())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void whoComesSecondIsToldTheFolderAndWhoHasIt(@TempDir Path parent) throws IOException {
        try (var first = DataFolder.open(parent)) {
            assertThatThrownBy(() -> DataFolder.open(parent))
                    .isInstanceOf(DataFolderInUseException.class)
                    .hasMessageContaining(first.root().toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void itCanBeTakenAgainWhenTheFirstLetGo(@TempDir Path parent) throws IOException {
        DataFolder.open(parent).close();
        DataFolder.open(parent).close();
        assertThat(parent).isDirectory();
    }
}
