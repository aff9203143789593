package dev.berth.local.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// One stay in a state, however often its task is tried.
///
/// @param retryCount tries after the first
/// @param retries how many of them each of the state's retriers made
public record Visit(String state, JsonNode input, Instant enteredAt, int retryCount, List<Integer> retries) {
    public Visit {
        retries = List.copyOf(retries);
    }

    static Visit entered(String state, JsonNode input, Instant now) {
        return new Visit(state, input, now, 0, List.of());
    }

    int retriesBy(int retrier) {
        return retrier < retries.size() ? retries.get(retrier) : 0;
    }

    Visit retriedBy(int retrier) {
        var counts = new ArrayList<>(retries);
        while (counts.size() <= retrier) {
            counts.add(0);
        }
        counts.set(retrier, counts.get(retrier) + 1);
        return new Visit(state, input, enteredAt, retryCount + 1, counts);
    }
}
