package dev.berth.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.berth.event.Actor;
import dev.berth.event.EventData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event as the sandbox sends it: the control plane adds its place in the log and its generation.
///
/// @param turn the turn it belongs to, as [Turn#turn] named it
/// @param actor [Actor#AGENT] or [Actor#SANDBOX]
public record SandboxEvent(
        Instant at,
        @Nullable String turn,
        Actor actor,

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "type")
        EventData data) {}
