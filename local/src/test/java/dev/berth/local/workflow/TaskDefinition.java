package dev.berth.local.workflow;

import java.util.StringJoiner;

/// Builds a definition of one task, `A`, that waits for its token and ends.
final class TaskDefinition {
    private final StringJoiner fields = new StringJoiner(", ");
    private String end = "\"End\": true";
    private String others = "";
    private String resource = "arn:aws:states:::lambda:invoke.waitForTaskToken";

    static TaskDefinition task() {
        return new TaskDefinition();
    }

    TaskDefinition withoutToken() {
        resource = "arn:aws:states:::lambda:invoke";
        return this;
    }

    TaskDefinition with(String field, String json) {
        fields.add("\"" + field + "\": " + json);
        return this;
    }

    TaskDefinition next(String state) {
        end = "\"Next\": \"" + state + "\"";
        return this;
    }

    /// @param json of a further state
    TaskDefinition and(String name, String json) {
        others += ", \"" + name + "\": " + json;
        return this;
    }

    /// The one state, without its name.
    String state() {
        return """
                {"Type": "Task", "Resource": "%s", "Arguments": {"FunctionName": "f", "Payload": {}}, %s%s%s}""".formatted(resource, fields, fields.length() == 0 ? "" : ", ", end);
    }

    String states() {
        return "{\"A\": " + state() + others + "}";
    }

    Play play() {
        return Play.of(states());
    }
}
