package dev.berth.session;

/// What one call of the start step is to do, judged from the record alone.
sealed interface StartDecision {
    /// Nothing to launch: the wait ends by itself, or a launch made before is waited for.
    record WaitOnly() implements StartDecision {}

    /// The outcome of the current generation's launch is not known: the same launch once more.
    record RepeatLaunch() implements StartDecision {}

    record TakeGeneration() implements StartDecision {}

    /// No launch of this run came to anything.
    record GiveUp() implements StartDecision {}

    static StartDecision of(Session session, int attempt) {
        if (session.status() != SessionStatus.STARTING) {
            return new WaitOnly();
        }
        return switch (session.launch()) {
            case NONE -> new TakeGeneration();
            case PENDING -> new RepeatLaunch();
            case LAUNCHED, GONE -> afterLaunch(session, attempt);
        };
    }

    private static StartDecision afterLaunch(Session session, int attempt) {
        var wait = session.waiting();
        var repeated = wait != null && wait.run() == session.run() && wait.attempt() >= attempt;
        if (repeated) {
            return new WaitOnly();
        }
        return session.runGenerations() < SessionLifecycle.MAX_GENERATIONS_PER_RUN
                ? new TakeGeneration()
                : new GiveUp();
    }
}
