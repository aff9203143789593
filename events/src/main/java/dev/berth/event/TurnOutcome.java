package dev.berth.event;

/// How a turn ended.
public enum TurnOutcome implements WireName {
    COMPLETED("completed"),
    FAILED("failed"),
    INTERRUPTED("interrupted");

    private final String wireName;

    TurnOutcome(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
