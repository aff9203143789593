package dev.berth.supervisor.repository;

import dev.berth.event.EventData.Checkout;
import dev.berth.event.Failure;
import java.util.Optional;

/// What the agent's repository stands at when the session begins.
///
/// @param checkout empty where there is no repository, or no commit in it
/// @param behind why that is not the newest commit of its branch, where somebody can do something about it
public record StartingPoint(Optional<Checkout> checkout, Optional<Failure> behind) {
    public static final StartingPoint NONE = new StartingPoint(Optional.empty(), Optional.empty());
}
