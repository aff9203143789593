package dev.berth.infra;

import dev.berth.infra.Templates.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// ARNs of templates, in words: what a reference means is looked up, also in other stacks.
record ArnText(Templates templates) {
    private static final List<String> NAMES = List.of(
            "TableName",
            "RepositoryName",
            "FunctionName",
            "LogGroupName",
            "QueueName",
            "ClusterName",
            "StateMachineName",
            "Name");
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Partition", "aws",
            "AWS::Region", "{region}",
            "AWS::AccountId", "{account}",
            "AWS::URLSuffix", "amazonaws.com");

    /// @param stack that has the reference
    String of(String stack, JsonNode arn) {
        if (arn.isString()) {
            return arn.stringValue();
        }
        var function = arn.propertyNames().iterator().next();
        var argument = arn.path(function);
        return switch (function) {
            case "Ref" -> reference(stack, argument.stringValue());
            case "Fn::GetAtt" -> reference(stack, argument.path(0).stringValue());
            case "Fn::Join" ->
                argument.path(1).valueStream().map(part -> of(stack, part)).collect(Collectors.joining());
            case "Fn::Sub" -> argument.stringValue().replace("${AWS::AccountId}", "{account}");
            case "Fn::ImportValue" -> exported(argument.stringValue());
            default -> throw new IllegalArgumentException("No words for " + arn);
        };
    }

    private String exported(String name) {
        return templates.stacks().entrySet().stream()
                .flatMap(stack -> stack.getValue()
                        .path("Outputs")
                        .valueStream()
                        .filter(output -> output.at("/Export/Name").asString("").equals(name))
                        .map(output -> of(stack.getKey(), output.path("Value"))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nobody exports " + name));
    }

    private String reference(String stack, String id) {
        return Optional.ofNullable(PSEUDO.get(id)).orElseGet(() -> inWords(resource(stack, id)));
    }

    private Resource resource(String stack, String id) {
        return templates
                .resources()
                .filter(resource ->
                        resource.stack().equals(stack) && resource.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No resource " + id));
    }

    private String inWords(Resource resource) {
        var kind = resource.type().substring(resource.type().lastIndexOf(':') + 1);
        if (resource.type().equals("AWS::Lambda::Alias")) {
            return reference(resource.stack(), resource.text("/FunctionName/Ref")) + ":" + resource.text("/Name");
        }
        return "%s %s".formatted(kind, name(resource).orElseGet(resource::path));
    }

    private static Optional<String> name(Resource resource) {
        return NAMES.stream()
                .map(name -> resource.property("/" + name))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst();
    }
}
