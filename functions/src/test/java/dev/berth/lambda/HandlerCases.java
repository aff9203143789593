package dev.berth.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/// Every handler that is deployed. The installation has an organization and nothing in it, so most find nothing.
final class HandlerCases {
    private HandlerCases() {}

    static List<HandlerCase> all() {
        return List.of(
                new HandlerCase("dev.berth.function.AdminLambda", aws("admin-init"), says("\"administrator\":true")),
                new HandlerCase("dev.berth.function.ApiLambda", aws("api-list-sessions"), says("\"statusCode\":200")),
                new HandlerCase(
                        "dev.berth.function.SandboxApiLambda", aws("sandbox-take-turn"), says("\"statusCode\":401")),
                new HandlerCase("dev.berth.function.StepLambda", aws("step-settle"), fails("no_such_session")),
                new HandlerCase("dev.berth.function.SocketsLambda", aws("socket-watch"), says("\"statusCode\":400")),
                new HandlerCase("dev.berth.function.SubstrateEventsLambda", aws("task-stopped"), says("")),
                new HandlerCase("dev.berth.function.SubstrateEventsLambda", aws("execution-aborted"), says("")),
                new HandlerCase("dev.berth.function.SweepLambda", aws("schedule"), says("")),
                new HandlerCase("dev.berth.function.TriggerLambda", bus("session-requested"), says("")),
                new HandlerCase("dev.berth.function.TriggerLambda", bus("session-stop-requested"), says("")));
    }

    static HandlerCase api() {
        return all().get(1);
    }

    static String aws(String name) {
        return resource("/aws/" + name + ".json");
    }

    private static String bus(String name) {
        return resource("/examples/bus/" + name + ".json");
    }

    private static Predicate<RuntimeApi.Answer> says(String words) {
        return answer -> !answer.failed() && answer.body().contains(words);
    }

    private static Predicate<RuntimeApi.Answer> fails(String words) {
        return answer -> answer.failed() && answer.body().contains(words);
    }

    private static String resource(String path) {
        try (var stream = HandlerCases.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
