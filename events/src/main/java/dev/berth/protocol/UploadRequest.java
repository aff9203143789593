package dev.berth.protocol;

import dev.berth.event.WireName;

/// `POST /sandbox/v1/uploads`: asks for a place to put bytes that are too large for the log.
/// Answered with an [UploadTarget].
public record UploadRequest(Kind kind, long bytes) {
    public enum Kind implements WireName {
        /// The session's whole diff so far; the newest one uploaded is the session's diff.
        DIFF("diff"),
        /// Output that an event then names by the target's `reference`.
        OUTPUT("output");

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
