package dev.berth.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What others put on the EventBridge bus `berth` for Berth to act on.
public sealed interface BusRequest {
    String detailType();

    /// Detail of `Session Requested`. The event's id is its idempotency key.
    ///
    /// @param organization may be absent where there is one
    /// @param actor who asks, in the sender's words
    /// @param session what `POST /v1/sessions` takes, and checked as that is
    record SessionRequested(
            @Nullable String organization, @Nullable String actor, Map<String, Object> session) implements BusRequest {
        @Override
        public String detailType() {
            return "Session Requested";
        }
    }

    /// Detail of `Session Stop Requested`: stops one session, or all.
    ///
    /// @param session absent with `all`
    /// @param all absent or true
    /// @param organization whose sessions, of `all`; of every organization when absent
    /// @param reason why, in words that the log shows
    record SessionStopRequested(
            @Nullable String session,
            @Nullable Boolean all,
            @Nullable String organization,
            String reason) implements BusRequest {
        @Override
        public String detailType() {
            return "Session Stop Requested";
        }
    }
}
