package dev.berth.protocol;

import dev.berth.event.WireName;
import org.jspecify.annotations.Nullable;

/// `POST /sandbox/v1/uploads`: asks for a place to put bytes that are too large for the log.
/// Answered with an [UploadTarget].
///
/// @param crc32c of an archive, as in [ArchiveReport]: the store takes nothing else
public record UploadRequest(Kind kind, long bytes, @Nullable String crc32c) {
    public UploadRequest(Kind kind, long bytes) {
        this(kind, bytes, null);
    }

    public enum Kind implements WireName {
        /// The session's whole diff so far; the newest one uploaded is the session's diff.
        DIFF("diff"),
        /// Output that an event then names by the target's `reference`.
        OUTPUT("output"),
        /// Workspace and agent state, of a session that keeps them; an [ArchiveReport] completes it.
        ARCHIVE("archive");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }
}
