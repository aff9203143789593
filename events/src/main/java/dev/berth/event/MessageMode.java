package dev.berth.event;

/// How a message meets a running turn: it waits for its end, or ends it and goes before the queue.
public enum MessageMode implements WireName {
    QUEUE("queue"),
    INTERRUPT("interrupt");

    private final String wireName;

    MessageMode(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
