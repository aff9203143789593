package dev.berth.local.workflow.definition;

import java.util.Map;

/// A workflow that can be run.
///
/// @param source the JSON it was read from, with every placeholder filled in
/// @param hash of the source: names this definition among earlier ones
public record Definition(String hash, String source, String startAt, Map<String, State> states) {
    public Definition {
        states = Map.copyOf(states);
    }

    public State state(String name) {
        var state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("The definition has no state " + name + ".");
        }
        return state;
    }
}
