package dev.berth.local.workflow.definition;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Reads which errors a task retries and how, and which it catches.
final class RetryReader {
    private static final Set<String> RETRIER_FIELDS = Set.of(
            "Comment",
            "ErrorEquals",
            "IntervalSeconds",
            "BackoffRate",
            "MaxAttempts",
            "MaxDelaySeconds",
            "JitterStrategy");
    private static final int MOST_ATTEMPTS = 99_999_999;
    private static final double MOST_BACKOFF = 1_000;

    private RetryReader() {}

    static List<Retrier> retriers(Part task) {
        var retriers = task.items("Retry");
        checkOrder(retriers);
        return retriers.stream().map(RetryReader::retrier).toList();
    }

    /// What matches everything stands alone and last, so that nothing behind it is dead.
    static void checkOrder(List<Part> handlers) {
        for (var i = 0; i < handlers.size(); i++) {
            var errors = handlers.get(i).required("ErrorEquals");
            var names = errors.items().stream().map(Part::text).toList();
            if (names.isEmpty()) {
                errors.refuse("names no error");
            }
            if (names.contains(ErrorNames.ALL) && (names.size() > 1 || i < handlers.size() - 1)) {
                errors.refuse("has States.ALL, which must stand alone and in the last place");
            }
        }
    }

    static ErrorNames errors(Part handler) {
        return new ErrorNames(handler.required("ErrorEquals")
                .node()
                .valueStream()
                .map(name -> name.asString(""))
                .toList());
    }

    private static Retrier retrier(Part part) {
        part.allowing(RETRIER_FIELDS);
        return new Retrier(
                errors(part),
                seconds(part, "IntervalSeconds", 1),
                part.optional("BackoffRate")
                        .map(rate -> rate.number(1, MOST_BACKOFF))
                        .orElse(2.0),
                part.optional("MaxAttempts")
                        .map(most -> (int) most.number(0, MOST_ATTEMPTS))
                        .orElse(3),
                seconds(part, "MaxDelaySeconds", Part.MOST_SECONDS),
                part.optional("JitterStrategy").map(RetryReader::isFull).orElse(false));
    }

    private static Duration seconds(Part retrier, String field, long otherwise) {
        return Duration.ofSeconds(retrier.optional(field)
                .map(part -> (long) part.number(1, Part.MOST_SECONDS))
                .orElse(otherwise));
    }

    private static boolean isFull(Part strategy) {
        return switch (strategy.text()) {
            case "FULL" -> true;
            case "NONE" -> false;
            default -> {
                strategy.refuse("is neither FULL nor NONE");
                yield false;
            }
        };
    }
}
