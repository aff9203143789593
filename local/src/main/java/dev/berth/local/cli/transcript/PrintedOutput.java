package dev.berth.local.cli.transcript;

import dev.berth.event.EventData;
import java.util.ArrayList;
import java.util.List;

/// What a call has printed so far. Its result has all of it, also what came before anybody listened.
final class PrintedOutput {
    /// What is longer is not whole in the result either.
    private static final int COMPARED_CHARACTERS = 64 * 1024;

    private final StringBuilder text = new StringBuilder();
    private final List<EventData.CommandOutput> held = new ArrayList<>();

    void add(EventData.CommandOutput output) {
        if (text.length() <= COMPARED_CHARACTERS) {
            text.append(output.text());
        }
    }

    void hold(EventData.CommandOutput output) {
        add(output);
        held.add(output);
    }

    /// Pieces that nobody was shown.
    List<EventData.CommandOutput> held() {
        return held;
    }

    /// Of the whole, what comes before the pieces; empty when they are not its end.
    String before(String whole) {
        return whole.endsWith(text.toString()) ? whole.substring(0, whole.length() - text.length()) : "";
    }

    /// Of the whole, what comes behind the pieces; empty when they are not its beginning.
    String behind(String whole) {
        return whole.startsWith(text.toString()) ? whole.substring(text.length()) : "";
    }
}
