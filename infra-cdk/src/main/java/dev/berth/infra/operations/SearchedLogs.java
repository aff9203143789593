package dev.berth.infra.operations;

import java.util.List;
import java.util.stream.Stream;

/// Log groups, by what is asked of them.
record SearchedLogs(String events, List<String> functions, String sandboxes) {
    List<String> of(Question question) {
        return switch (question.asked()) {
            case OF_EVENTS -> List.of(events);
            case OF_FUNCTIONS -> functions;
            case OF_EVERYTHING ->
                Stream.of(Stream.of(events, sandboxes), functions.stream())
                        .flatMap(names -> names)
                        .toList();
        };
    }
}
