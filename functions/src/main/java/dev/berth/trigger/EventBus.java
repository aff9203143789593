package dev.berth.trigger;

import dev.berth.event.BusEvent;

/// Publishes what others may react to: EventBridge, or the same within one process.
public interface EventBus {
    void publish(BusEvent event);
}
