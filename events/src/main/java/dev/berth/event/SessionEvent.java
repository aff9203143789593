package dev.berth.event;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of a session's append-only log.
///
/// @param seq from 1, without gaps, in the order of the log
/// @param generation the launch it belongs to; 0 before the first
/// @param turn the turn it belongs to, if any (`trn_…`)
public record SessionEvent(
        long seq,
        Instant at,
        int generation,
        @Nullable String turn,
        Actor actor,

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "type")
        EventData data) {}
