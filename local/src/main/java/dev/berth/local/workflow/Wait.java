package dev.berth.local.workflow;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an execution waits for, and until when.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Wait.Attempt.class, name = "attempt"),
    @JsonSubTypes.Type(value = Wait.Pause.class, name = "pause")
})
public sealed interface Wait {
    Instant until();

    /// The clock jumped: the same time is left as before, and whoever sends heartbeats may have been held up as well.
    Wait shifted(Duration jump, Instant now);

    /// A task that was begun and has not ended.
    ///
    /// @param token names this attempt alone
    /// @param call the invocation while it has not returned; repeated, byte for byte, when the process died then
    record Attempt(
            String token,
            @Nullable Invocation call,
            Instant timesOutAt,
            @Nullable Heartbeat heartbeat) implements Wait {

        @Override
        public Instant until() {
            return missesHeartbeatFirst() && heartbeat != null ? heartbeat.dueAt() : timesOutAt;
        }

        boolean missesHeartbeatFirst() {
            return heartbeat != null && heartbeat.dueAt().isBefore(timesOutAt);
        }

        Attempt called() {
            return new Attempt(token, null, timesOutAt, heartbeat);
        }

        Attempt heartbeaten(Instant now) {
            return heartbeat == null
                    ? this
                    : new Attempt(
                            token, call, timesOutAt, new Heartbeat(heartbeat.every(), now.plus(heartbeat.every())));
        }

        /// The control plane was away, so heartbeats had nowhere to go: at least one whole heartbeat time from now on.
        Attempt resumed(Instant now) {
            return heartbeat == null || heartbeat.dueAt().isAfter(now.plus(heartbeat.every()))
                    ? this
                    : heartbeaten(now);
        }

        @Override
        public Attempt shifted(Duration jump, Instant now) {
            return new Attempt(token, call, timesOutAt.plus(jump), heartbeat).heartbeaten(now);
        }
    }

    /// A pause before the task is tried again.
    record Pause(Instant until) implements Wait {
        @Override
        public Pause shifted(Duration jump, Instant now) {
            return new Pause(until.plus(jump));
        }
    }

    record Heartbeat(Duration every, Instant dueAt) {}
}
