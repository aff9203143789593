package dev.berth.local.signals;

import dev.berth.local.harness.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The moments of a play that nothing comes into: before and after each durable write and external call.
final class Rehearsal implements Points {
    private final Stage stage;
    private final List<Moment> passed = new ArrayList<>();

    Rehearsal(Stage stage) {
        this.stage = stage;
    }

    /// @param possible the signals that could come then
    record Moment(String point, List<Interjection> possible) {}

    @Override
    public void pass(String point) {
        var possible = Stream.of(Interjection.values())
                .filter(interjection -> interjection.isPossible(stage))
                .toList();
        passed.add(new Moment(point, possible));
    }

    List<Moment> passed() {
        return List.copyOf(passed);
    }
}
