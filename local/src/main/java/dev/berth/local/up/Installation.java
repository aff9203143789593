package dev.berth.local.up;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.local.data.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// A name of the data folder's own: an engine may have containers of several.
final class Installation {
    private static final int BYTES = 4;

    private Installation() {}

    static String in(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            var name = new byte[BYTES];
            random.nextBytes(name);
            PrivateFiles.write(file, HexFormat.of().formatHex(name).getBytes(UTF_8));
        }
        return Files.readString(file).strip();
    }
}
