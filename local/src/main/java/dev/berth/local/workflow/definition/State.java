package dev.berth.local.workflow.definition;

import java.util.List;
import java.util.Optional;

/// A state of a workflow.
public sealed interface State {
    /// Calls a function.
    ///
    /// @param waitsForToken whether the state goes on when its token is ended, instead of when the function returns
    /// @param exit the way on when the task succeeded
    record Task(
            boolean waitsForToken,
            Template function,
            Template payload,
            Optional<Template> timeoutSeconds,
            Optional<Template> heartbeatSeconds,
            List<Retrier> retriers,
            List<Catcher> catchers,
            Exit exit)
            implements State {
        public Task {
            retriers = List.copyOf(retriers);
            catchers = List.copyOf(catchers);
        }
    }

    /// Goes on by the first rule whose condition holds.
    ///
    /// @param otherwise the way on when none holds; without it the execution fails
    record Choice(List<Rule> rules, Optional<Exit> otherwise) implements State {
        public Choice {
            rules = List.copyOf(rules);
        }
    }

    record Succeed(Exit exit) implements State {}

    record Fail(Optional<Template> error, Optional<Template> cause) implements State {}
}
