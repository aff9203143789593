package dev.berth.sandbox;

import dev.berth.event.Failure;
import dev.berth.event.MustAct;
import dev.berth.protocol.BootstrapRequest;
import dev.berth.protocol.Manifest;
import dev.berth.protocol.Protocol;
import dev.berth.session.LogSubject;
import dev.berth.session.Session;
import dev.berth.session.SessionStatus;
import dev.berth.session.Sessions;
import dev.berth.session.StopReason;
import dev.berth.session.StopSession;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Exchanges a bootstrap token for the right to call with a secret of the sandbox's own; good once.
public final class BootstrapSandbox {
    private static final Logger LOG = LoggerFactory.getLogger(BootstrapSandbox.class);

    private final SandboxTokens tokens;
    private final Sandboxes sandboxes;
    private final Sessions sessions;
    private final StopSession stopSession;
    private final Manifests manifests;
    private final Clock clock;

    public BootstrapSandbox(
            SandboxTokens tokens,
            Sandboxes sandboxes,
            Sessions sessions,
            StopSession stopSession,
            Manifests manifests,
            Clock clock) {
        this.tokens = tokens;
        this.sandboxes = sandboxes;
        this.sessions = sessions;
        this.stopSession = stopSession;
        this.manifests = manifests;
        this.clock = clock;
    }

    public Manifest exchange(String bootstrapToken, BootstrapRequest request) {
        if (request.protocol() != Protocol.VERSION) {
            throw SandboxProblems.unknownProtocol(request.protocol());
        }
        var sandbox = tokens.verify(bootstrapToken).flatMap(sandboxes::find).orElseThrow(SandboxProblems::unknownToken);
        LogSubject.is(sandbox.ref());
        var session = sessions.find(sandbox.session()).orElseThrow(SandboxProblems::generationEnded);
        if (!mayExchange(sandbox, session)) {
            throw SandboxProblems.generationEnded();
        }
        var isOurs = sandbox.secretHash() == null
                && sandboxes.exchange(sandbox.exchanged(request.secretHash(), clock.instant()));
        if (!isOurs) {
            requireSameSecret(sandbox, request.secretHash());
        }
        return manifests.of(sandbox);
    }

    private static boolean mayExchange(Sandbox sandbox, Session session) {
        return session.generation() == sandbox.generation()
                && session.run() == sandbox.run()
                && session.status() == SessionStatus.STARTING;
    }

    private void requireSameSecret(Sandbox sandbox, String hash) {
        var stored = sandboxes.find(sandbox.id()).map(Sandbox::secretHash).orElse("");
        if (stored == null || !SandboxTokens.sameBytes(stored, hash)) {
            LOG.error("ALARM: the bootstrap token of {} was used twice with different secrets", sandbox.id());
            stopSession.stop(sandbox.session(), StopReason.FAILED, tokenUsedTwice());
            throw SandboxProblems.otherSecret();
        }
    }

    private static Failure tokenUsedTwice() {
        return new Failure(
                "bootstrap_token_used_twice",
                "Two callers exchanged the sandbox's bootstrap token, each with a secret of its own.",
                "Find out who else can read launch parameters, then start the session again.",
                MustAct.OPERATOR);
    }
}
