package dev.berth.local.workflow.definition;

/// One way on from a choice.
public record Rule(Template condition, Exit exit) {}
