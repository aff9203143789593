package dev.berth.local.workflow.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What an expression may use: no more than Step Functions evaluates alike, and nothing whose cost is not bounded by
/// the size of the expression and its input. Lambdas, assignments, ranges and patterns are out for that.
final class ExpressionRules {
    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "append",
            "average",
            "boolean",
            "ceil",
            "contains",
            "count",
            "exists",
            "floor",
            "join",
            "keys",
            "length",
            "lookup",
            "lowercase",
            "max",
            "merge",
            "min",
            "not",
            "number",
            "round",
            "string",
            "substring",
            "substringAfter",
            "substringBefore",
            "sum",
            "trim",
            "type",
            "uppercase");

    private static final Pattern LITERAL =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\$([A-Za-z_]\\w*)\\s*(\\()?");
    private static final Pattern PATTERN_LITERAL = Pattern.compile("(?:^|[(\\[{,;:?=<>&|~])\\s*/");
    private static final List<Construct> REFUSED = List.of(
            new Construct(Pattern.compile("\\bfunction\\s*\\(|λ"), "a lambda"),
            new Construct(Pattern.compile(":="), "an assignment"),
            new Construct(Pattern.compile("\\.\\."), "a range"),
            new Construct(PATTERN_LITERAL, "a pattern"));

    private record Construct(Pattern pattern, String name) {}

    private ExpressionRules() {}

    /// What the expression uses that is refused, each in words.
    ///
    /// @param variables what the definition assigns anywhere
    static List<String> violations(Expression expression, Set<String> variables) {
        var syntaxError = expression.syntaxError();
        if (syntaxError != null) {
            return List.of("is not JSONata: " + syntaxError);
        }
        var code = LITERAL.matcher(expression.source()).replaceAll("''");
        var violations = new ArrayList<String>();
        REFUSED.stream()
                .filter(construct -> construct.pattern().matcher(code).find())
                .forEach(construct -> violations.add("uses " + construct.name() + ", which is not supported"));
        NAME.matcher(code)
                .results()
                .map(name -> name.group(2) == null
                        ? variableViolation(name.group(1), variables)
                        : functionViolation(name.group(1)))
                .forEach(violations::addAll);
        return violations;
    }

    private static List<String> functionViolation(String name) {
        return FUNCTIONS.contains(name)
                ? List.of()
                : List.of("calls $" + name + ", which is not among the supported functions");
    }

    private static List<String> variableViolation(String name, Set<String> variables) {
        return name.equals("states") || variables.contains(name)
                ? List.of()
                : List.of("uses $" + name + ", which no state assigns");
    }
}
