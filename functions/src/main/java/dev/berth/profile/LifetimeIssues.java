package dev.berth.profile;

import java.util.stream.Stream;

/// How long a sandbox may live and what it may keep, against what the organization allows.
final class LifetimeIssues {
    private LifetimeIssues() {}

    static Stream<DraftIssue> of(Draft draft, DraftPolicy policy) {
        return Stream.of(lifetime(draft, policy), idle(draft), persistence(draft, policy))
                .flatMap(issues -> issues);
    }

    private static Stream<DraftIssue> lifetime(Draft draft, DraftPolicy policy) {
        return draft.maxLifetimeMinutes() <= policy.maxLifetimeMinutes()
                ? Stream.empty()
                : Stream.of(new DraftIssue(
                        "/maxLifetimeMinutes",
                        "lifetime_over_limit",
                        "The organization's limit is %d minutes.".formatted(policy.maxLifetimeMinutes()),
                        "Use a lower value, or have an administrator raise the limit."));
    }

    private static Stream<DraftIssue> idle(Draft draft) {
        return draft.idleTimeoutMinutes() <= draft.maxLifetimeMinutes()
                ? Stream.empty()
                : Stream.of(new DraftIssue(
                        "/idleTimeoutMinutes",
                        "idle_over_lifetime",
                        "A sandbox that lives %d minutes is never idle for %d."
                                .formatted(draft.maxLifetimeMinutes(), draft.idleTimeoutMinutes()),
                        "Use an idle time-out that is not above maxLifetimeMinutes."));
    }

    private static Stream<DraftIssue> persistence(Draft draft, DraftPolicy policy) {
        return draft.persistent() && !policy.persistentAllowed()
                ? Stream.of(new DraftIssue(
                        "/persistent",
                        "persistence_not_allowed",
                        "The organization does not allow sandboxes that keep their workspace.",
                        "Set it to false, or have an administrator turn on persistentSandboxes."))
                : Stream.empty();
    }
}
