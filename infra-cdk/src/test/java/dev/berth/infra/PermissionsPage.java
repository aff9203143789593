package dev.berth.infra;

import dev.berth.infra.Templates.Resource;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// `docs/permissions.md`, of the templates: every role, what it may do, with what, and when.
record PermissionsPage(Templates templates) {
    private static final String BEGIN = """
            # Permissions

            What each part of Berth may do in the account that it is deployed to: everything that the templates grant, and
            nothing else is granted. The default settings were synthesized for it; `make permissions` writes it, and a test
            fails when a grant changes and this page does not. Where the resource is `*`, AWS knows none for the action.

            Sandboxes have no role. What they may do, they may do with their own token at `/sandbox/v1`.
            """;

    String text() {
        var arns = new ArnText(templates);
        return BEGIN
                + templates.resources("AWS::IAM::Role").stream()
                        .sorted(Comparator.comparing(Resource::path))
                        .map(role -> section(role, arns))
                        .collect(Collectors.joining());
    }

    private static String section(Resource role, ArnText arns) {
        var rows = role.property("/Policies")
                .valueStream()
                .flatMap(policy -> policy.at("/PolicyDocument/Statement").valueStream())
                .map(statement -> row(role.stack(), statement, arns))
                .sorted()
                .collect(Collectors.joining());
        return """

                ## %s

                Taken by `%s`.

                | may | with | when |
                | --- | --- | --- |
                %s""".formatted(
                        role.path().replaceFirst("Role$", ""),
                        role.text("/AssumeRolePolicyDocument/Statement/0/Principal/Service"),
                        rows);
    }

    private static String row(String stack, JsonNode statement, ArnText arns) {
        return "| %s | %s | %s |\n"
                .formatted(
                        each(statement.path("Action"))
                                .map(JsonNode::stringValue)
                                .collect(Collectors.joining("<br>")),
                        each(statement.path("Resource"))
                                .map(arn -> "`%s`".formatted(withoutHash(arns.of(stack, arn))))
                                .sorted()
                                .collect(Collectors.joining("<br>")),
                        conditions(stack, statement.path("Condition"), arns));
    }

    private static String conditions(String stack, JsonNode conditions, ArnText arns) {
        return conditions.properties().stream()
                .flatMap(operator -> operator.getValue().properties().stream().map(condition -> "`%s` %s %s"
                        .formatted(condition.getKey(), operator.getKey(), value(stack, condition.getValue(), arns))))
                .sorted()
                .collect(Collectors.joining("<br>"));
    }

    private static String value(String stack, JsonNode value, ArnText arns) {
        return each(value)
                .map(one -> one.isNumber() ? one.toString() : arns.of(stack, one))
                .map("`%s`"::formatted)
                .collect(Collectors.joining(", "));
    }

    /// What is in an archive changes with each release, what may be done with it does not.
    private static String withoutHash(String arn) {
        return arn.replaceFirst("[0-9a-f]{64}", "{content}");
    }

    private static Stream<JsonNode> each(JsonNode oneOrMore) {
        return oneOrMore.isArray() ? oneOrMore.valueStream() : Stream.of(oneOrMore);
    }
}
