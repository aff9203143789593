package dev.berth.protocol;

import dev.berth.event.Failure;

/// `POST /sandbox/v1/failure`: the sandbox cannot go on and is about to exit. Answered with a [SandboxAnswer].
public record FailureReport(Failure failure) {}
