package dev.berth.local.workflow.definition;

/// Where a task goes whose error is not retried, or no longer.
public record Catcher(ErrorNames errors, Exit exit) {}
