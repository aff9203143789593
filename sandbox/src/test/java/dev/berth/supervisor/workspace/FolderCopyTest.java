package dev.berth.supervisor.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCopyTest {
    @Test
    void modesAndLinksAreKeptWhereThereIsNoProgramToCopy(@TempDir Path folder) throws Exception {
        var source = Files.createDirectories(folder.resolve("source/locked"));
        Files.writeString(source.resolve("run"), "x");
        Files.setPosixFilePermissions(source.resolve("run"), PosixFilePermissions.fromString("rwxr-x---"));
        Files.createSymbolicLink(source.resolve("dangling"), Path.of("nowhere"));
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("r-xr-xr-x"));

        FolderCopy.copyByHand(folder.resolve("source"), folder.resolve("target"));

        var target = folder.resolve("target/locked");
        assertThat(Files.readSymbolicLink(target.resolve("dangling"))).isEqualTo(Path.of("nowhere"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("run"))))
                .isEqualTo("rwxr-x---");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("r-xr-xr-x");
        for (var locked : new Path[] {source, target}) {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
