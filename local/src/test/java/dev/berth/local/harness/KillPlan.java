package dev.berth.local.harness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Which kills are made, out of those that a recording says are possible: always the same for a seed. No point comes
/// a second time before every point came once.
final class KillPlan {
    private KillPlan() {}

    static List<Kill> of(List<Kill> possible, int count, long seed) {
        var random = new Random(seed);
        var left = new ArrayList<>(possible);
        var chosen = new ArrayList<Kill>();
        while (chosen.size() < count && !left.isEmpty()) {
            var round = round(left, random);
            round.stream().limit(count - chosen.size()).forEach(chosen::add);
            left.removeAll(round);
        }
        return chosen;
    }

    /// Kills that share a scenario.
    static Stream<List<Kill>> scenarios(List<Kill> kills, int together) {
        return Stream.iterate(0, first -> first < kills.size(), first -> first + together)
                .map(first -> kills.subList(first, Math.min(kills.size(), first + together)));
    }

    /// One passing of each point, in any order.
    private static List<Kill> round(List<Kill> left, Random random) {
        Collections.shuffle(left, random);
        var round = new ArrayList<Kill>();
        for (var kill : left) {
            if (round.stream().noneMatch(other -> other.point().equals(kill.point()))) {
                round.add(kill);
            }
        }
        return round;
    }
}
