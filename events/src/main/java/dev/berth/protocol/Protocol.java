package dev.berth.protocol;

import java.time.Duration;

/// The version and the limits that both sides of the sandbox protocol keep.
public final class Protocol {
    /// Raised when either side could misread the other; the control plane accepts this one and the one before.
    public static final int VERSION = 1;

    /// Events in one batch, at most.
    public static final int MAX_BATCH_EVENTS = 50;

    /// Bytes of JSON of one batch's events, about: a batch is closed when it reaches this.
    public static final int MAX_BATCH_BYTES = 64 * 1024;

    /// UTF-8 bytes of one text in an event; a longer one goes to the object store.
    public static final int MAX_TEXT_BYTES = 32 * 1024;

    /// UTF-8 bytes that stay inline of a text that went to the object store.
    public static final int TRUNCATED_TEXT_BYTES = 4 * 1024;

    /// Bytes of output that one turn may put into the log; the rest goes to the object store only.
    public static final long MAX_TURN_OUTPUT_BYTES = 8L * 1024 * 1024;

    /// Bytes of one archive of a workspace and the agent's state.
    public static final long MAX_ARCHIVE_BYTES = 2L * 1024 * 1024 * 1024;

    /// What S3 compares an upload with, when its link was signed for it; other stores have it in the link.
    public static final String CHECKSUM_HEADER = "x-amz-checksum-crc32c";

    /// A sandbox that has nothing to say says so this often.
    public static final Duration HEARTBEAT = Duration.ofSeconds(60);

    /// A sandbox without any answer for this long stops its agent, keeps its spool and exits.
    public static final Duration ORPHANED_AFTER = Duration.ofMinutes(30);

    private Protocol() {}
}
