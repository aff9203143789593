package dev.berth.supervisor.model;

import dev.berth.event.Json;
import java.util.Map;

/// What the model does when it is asked once.
public sealed interface Step {
    /// Says something, and with that the turn is over.
    record Say(String text) implements Step {}

    /// Says something and has a tool called; what that gives back leads to the next step.
    record Call(String text, String tool, String arguments) implements Step {}

    /// The same for a tool that takes a text as it is.
    record CallWithText(String text, String tool, String input) implements Step {}

    /// Answers like this instead.
    record Refuse(int status, Map<String, String> headers, String body) implements Step {}

    /// Says the beginning of something, and the connection is closed.
    record BreakOff(String text) implements Step {}

    /// Takes the request and never answers.
    record StaySilent() implements Step {}

    /// Fails so often, and then does what it should.
    record Failing(int times, Step failure, Step then) implements Step {}

    static Step say(String text) {
        return new Say(text);
    }

    /// Runs a command, and asks for its output when it has ended or ten seconds have passed.
    static Step run(String text, String command) {
        return new Call(
                text, "exec_command", Json.MAPPER.writeValueAsString(Map.of("cmd", command, "yield_time_ms", 10_000)));
    }

    static Step patch(String text, String patch) {
        return new CallWithText(text, "apply_patch", patch);
    }

    static Step refuse(int status) {
        return new Refuse(status, Map.of(), "{\"error\": {\"message\": \"scripted %d\"}}".formatted(status));
    }
}
