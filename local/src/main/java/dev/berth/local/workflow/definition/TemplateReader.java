package dev.berth.local.workflow.definition;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the parts of a definition that may hold expressions.
///
/// @param variables what the definition assigns anywhere
record TemplateReader(Set<String> variables) {

    Optional<Template> optional(Part state, String field) {
        return state.optional(field).map(this::template);
    }

    Template template(Part part) {
        check(part);
        return new Template(part.node());
    }

    /// An expression, or a whole number of at least one.
    Template seconds(Part part) {
        if (!part.node().isString()) {
            part.number(1, Part.MOST_SECONDS);
        } else if (!Expression.isExpression(part.text())) {
            part.refuse("is neither a number nor an expression");
        }
        return template(part);
    }

    Template condition(Part part) {
        if (!part.node().isBoolean() && !Expression.isExpression(part.text())) {
            part.refuse("is neither true, false nor an expression");
        }
        return template(part);
    }

    Map<String, Template> assignments(Part state) {
        return state.optional("Assign").map(Part::fields).stream()
                .flatMap(fields -> fields.stream())
                .collect(toMap(Part::name, this::template));
    }

    private void check(Part part) {
        if (part.node().isObject()) {
            part.fields().forEach(this::check);
        } else if (part.node().isArray()) {
            part.items().forEach(this::check);
        } else if (part.node().isString()) {
            checkText(part, part.text());
        }
    }

    private void checkText(Part part, String text) {
        if (Expression.isExpression(text)) {
            ExpressionRules.violations(Expression.of(text), variables).forEach(part::refuse);
        } else if (text.contains("{%") || text.contains("%}")) {
            part.refuse("has an expression that is not the whole string");
        }
    }
}
