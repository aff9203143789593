package dev.berth.lambda;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// In milliseconds: until the first event is asked for, then the first answer, then the second.
record Start(double init, double firstAnswer, double secondAnswer) {
    static Start median(List<Start> starts) {
        return new Start(
                median(starts, Start::init), median(starts, Start::firstAnswer), median(starts, Start::secondAnswer));
    }

    /// Of this one's times to another's.
    Ratio beside(Start other) {
        return new Ratio(
                init / other.init,
                firstAnswer / other.firstAnswer,
                (init + firstAnswer) / (other.init + other.firstAnswer));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> part) {
        var values = starts.stream().mapToDouble(part).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }

    record Ratio(double init, double firstAnswer, double bothTogether) {
        @Override
        public String toString() {
            return "init %.2f times, first answer %.2f times, both together %.2f times"
                    .formatted(init, firstAnswer, bothTogether);
        }
    }
}
