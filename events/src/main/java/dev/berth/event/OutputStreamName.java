package dev.berth.event;

/// Which stream of a command a text came from.
public enum OutputStreamName implements WireName {
    STDOUT("stdout"),
    STDERR("stderr");

    private final String wireName;

    OutputStreamName(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
