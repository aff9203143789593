package dev.berth.local.workflow.definition;

import java.util.Map;
import java.util.Optional;

/// How a state is left.
///
/// @param assign variables that later states see
/// @param output the next state's input; absent means the state's own result
/// @param next absent means the execution ends here
public record Exit(Map<String, Template> assign, Optional<Template> output, Optional<String> next) {
    public Exit {
        assign = Map.copyOf(assign);
    }
}
