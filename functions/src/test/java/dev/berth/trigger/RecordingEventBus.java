package dev.berth.trigger;

import dev.berth.event.BusEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what was published.
public final class RecordingEventBus implements EventBus {
    private final List<BusEvent> published = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    @Override
    public void publish(BusEvent event) {
        if (broken) {
            throw new IllegalStateException("the bus is broken");
        }
        published.add(event);
    }

    public List<BusEvent> published() {
        return List.copyOf(published);
    }

    public void breakDown() {
        broken = true;
    }

    public void mend() {
        broken = false;
    }
}
