package dev.berth.infra.settings;

/// How Fargate's capacity is bought; the names are ECS's.
public enum Capacity {
    FARGATE,
    /// Cheaper, and taken away with two minutes' warning.
    FARGATE_SPOT
}
