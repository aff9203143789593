package dev.berth.event;

import org.jspecify.annotations.Nullable;

/// Who caused an event.
///
/// @param id what identifies the actor within its kind: an API key's id; absent for kinds that have one member
public record Actor(Kind kind, @Nullable String id) {
    public static final Actor AGENT = new Actor(Kind.AGENT, null);
    public static final Actor SANDBOX = new Actor(Kind.SANDBOX, null);
    public static final Actor BERTH = new Actor(Kind.BERTH, null);

    public enum Kind implements WireName {
        AGENT("agent"),
        SANDBOX("sandbox"),
        BERTH("berth"),
        API_KEY("apiKey"),
        EVENT("event");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    public static Actor apiKey(String id) {
        return new Actor(Kind.API_KEY, id);
    }
}
