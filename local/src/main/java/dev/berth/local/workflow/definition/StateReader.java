package dev.berth.local.workflow.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads one state.
///
/// @param names of all states
record StateReader(TemplateReader templates, Set<String> names) {
    private static final String LAMBDA = "arn:aws:states:::lambda:invoke";
    private static final String LAMBDA_WITH_TOKEN = LAMBDA + ".waitForTaskToken";

    private static final Set<String> ANY_STATE = Set.of("Type", "Comment", "QueryLanguage");
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "Task",
                    Set.of(
                            "Resource",
                            "Arguments",
                            "TimeoutSeconds",
                            "HeartbeatSeconds",
                            "Retry",
                            "Catch",
                            "Assign",
                            "Output",
                            "Next",
                            "End"),
            "Choice", Set.of("Choices", "Default", "Assign", "Output"),
            "Succeed", Set.of("Output"),
            "Fail", Set.of("Error", "Cause"));

    State read(Part state) {
        var type = state.required("Type").text();
        var fields = FIELDS.get(type);
        if (fields == null) {
            state.required("Type").refuse("is '" + type + "'; only Task, Choice, Succeed and Fail are supported");
            return new State.Fail(Optional.empty(), Optional.empty());
        }
        var allowed = new HashSet<>(fields);
        allowed.addAll(ANY_STATE);
        DefinitionReader.checkLanguage(state.allowing(allowed));
        return switch (type) {
            case "Task" -> task(state);
            case "Choice" -> choice(state);
            case "Succeed" -> new State.Succeed(exit(state, Optional.empty()));
            default -> new State.Fail(templates.optional(state, "Error"), templates.optional(state, "Cause"));
        };
    }

    private State task(Part state) {
        var arguments = state.required("Arguments").allowing(Set.of("FunctionName", "Payload"));
        return new State.Task(
                waitsForToken(state.required("Resource")),
                templates.template(arguments.required("FunctionName")),
                templates.template(arguments.required("Payload")),
                state.optional("TimeoutSeconds").map(templates::seconds),
                state.optional("HeartbeatSeconds").map(templates::seconds),
                RetryReader.retriers(state),
                catchers(state),
                exit(state, nextOrEnd(state)));
    }

    private static boolean waitsForToken(Part resource) {
        return switch (resource.text()) {
            case LAMBDA_WITH_TOKEN -> true;
            case LAMBDA -> false;
            default -> {
                resource.refuse("is neither " + LAMBDA + " nor " + LAMBDA_WITH_TOKEN);
                yield false;
            }
        };
    }

    private List<Catcher> catchers(Part state) {
        var catchers = state.items("Catch");
        RetryReader.checkOrder(catchers);
        return catchers.stream()
                .map(part -> part.allowing(Set.of("Comment", "ErrorEquals", "Next", "Assign", "Output")))
                .map(part -> new Catcher(RetryReader.errors(part), exit(part, Optional.of(target(part, "Next")))))
                .toList();
    }

    private State choice(Part state) {
        var rules = state.required("Choices").items().stream()
                .map(part -> part.allowing(Set.of("Comment", "Condition", "Next", "Assign", "Output")))
                .map(part -> new Rule(
                        templates.condition(part.required("Condition")), exit(part, Optional.of(target(part, "Next")))))
                .toList();
        var otherwise = state.has("Default")
                ? Optional.of(exit(state, Optional.of(target(state, "Default"))))
                : Optional.<Exit>empty();
        return new State.Choice(rules, otherwise);
    }

    private Exit exit(Part part, Optional<String> next) {
        return new Exit(templates.assignments(part), templates.optional(part, "Output"), next);
    }

    private Optional<String> nextOrEnd(Part state) {
        var ends = state.optional("End").map(end -> end.node().asBoolean(false)).orElse(false);
        if (ends == state.has("Next")) {
            state.refuse("needs either Next or End");
        }
        return state.has("Next") ? Optional.of(target(state, "Next")) : Optional.empty();
    }

    private String target(Part part, String field) {
        var target = part.required(field);
        if (!names.contains(target.text())) {
            target.refuse("names no state");
        }
        return target.node().asString("");
    }
}
