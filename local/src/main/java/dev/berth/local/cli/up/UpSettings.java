package dev.berth.local.cli.up;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What `berth up` was asked for.
///
/// @param port absent: the one of last time, else 8080; 0: a free one
/// @param data the data folder, absolute
/// @param driver absent: the one of last time, else what works best here
/// @param dynamodb another DynamoDB-compatible engine than the one in this process
public record UpSettings(
        @Nullable Integer port,
        Path data,
        @Nullable Driver driver,
        @Nullable URI dynamodb) {
    public static final int DEFAULT_PORT = 8080;

    /// What runs sandboxes. Lower-case, since they are typed.
    public enum Driver {
        docker,
        process
    }
}
