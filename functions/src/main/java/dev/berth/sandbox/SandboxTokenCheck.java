package dev.berth.sandbox;

import dev.berth.session.LogSubject;
import dev.berth.session.Session;
import dev.berth.session.Sessions;
import java.util.Optional;

/// Who a sandbox's bearer token belongs to, and whether its generation still is the current one.
public final class SandboxTokenCheck {
    private final Sandboxes sandboxes;
    private final Sessions sessions;

    public SandboxTokenCheck(Sandboxes sandboxes, Sessions sessions) {
        this.sandboxes = sandboxes;
        this.sessions = sessions;
    }

    /// @throws dev.berth.http.ProblemException 401 for a token nobody has, 410 for a generation that has ended
    public SandboxCaller check(String token) {
        var sandbox =
                SandboxTokens.Bearer.parse(token).flatMap(this::ofBearer).orElseThrow(SandboxProblems::unknownToken);
        LogSubject.is(sandbox.ref());
        return sessions.find(sandbox.session())
                .filter(session -> isCurrent(sandbox, session))
                .map(session -> new SandboxCaller(sandbox, session))
                .orElseThrow(SandboxProblems::generationEnded);
    }

    private Optional<Sandbox> ofBearer(SandboxTokens.Bearer bearer) {
        return sandboxes
                .find(bearer.sandbox())
                .filter(sandbox -> sandbox.secretHash() != null
                        && SandboxTokens.sameBytes(sandbox.secretHash(), SandboxTokens.hash(bearer.secret())));
    }

    private static boolean isCurrent(Sandbox sandbox, Session session) {
        return session.generation() == sandbox.generation()
                && session.run() == sandbox.run()
                && session.status().holdsSlot();
    }
}
