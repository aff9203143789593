package dev.berth.session;

import dev.berth.sandbox.SandboxRef;
import org.slf4j.MDC;

/// Which session this thread's log lines are about: each has it in its fields `session` and `generation`, by which
/// people find what concerns one. Whoever learns it says so; whoever took the call says when it is over.
public final class LogSubject {
    public static final String SESSION = "session";
    public static final String GENERATION = "generation";

    private LogSubject() {}

    /// Its record is not read yet, or there is none.
    public static void is(SessionKey key) {
        MDC.put(SESSION, key.session());
        MDC.remove(GENERATION);
    }

    public static void is(Session session) {
        is(session.key(), session.generation());
    }

    /// Of an earlier launch perhaps, which the line is about then.
    public static void is(SandboxRef sandbox) {
        is(sandbox.session(), sandbox.generation());
    }

    public static void none() {
        MDC.remove(SESSION);
        MDC.remove(GENERATION);
    }

    /// For one of several: what was the subject before is so again afterwards.
    public static void during(SessionKey key, Runnable work) {
        var before = MDC.getCopyOfContextMap();
        is(key);
        try {
            work.run();
        } finally {
            none();
            if (before != null) {
                MDC.setContextMap(before);
            }
        }
    }

    private static void is(SessionKey key, int generation) {
        MDC.put(SESSION, key.session());
        MDC.put(GENERATION, Integer.toString(generation));
    }
}
