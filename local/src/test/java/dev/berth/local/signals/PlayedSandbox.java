package dev.berth.local.signals;

import dev.berth.event.Actor;
import dev.berth.event.EventData;
import dev.berth.event.Json;
import dev.berth.event.TurnOutcome;
import dev.berth.protocol.Activity;
import dev.berth.protocol.BootstrapRequest;
import dev.berth.protocol.EventBatch;
import dev.berth.protocol.Protocol;
import dev.berth.protocol.ReadyReport;
import dev.berth.protocol.SandboxAnswer;
import dev.berth.protocol.SandboxEvent;
import dev.berth.protocol.Turn;
import dev.berth.sandbox.Launch;
import dev.berth.sandbox.SandboxRef;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A sandbox that does at once what it is told: its agent answers each message and is done.
final class PlayedSandbox {
    private static final String SECRET = "secret";

    private final Stage stage;
    private final Launch launch;
    private boolean standing = true;
    private Phase phase = Phase.LAUNCHED;
    private boolean busy;
    private boolean wakened;
    private long batches;
    private @Nullable Turn turn;

    private enum Phase {
        LAUNCHED,
        EXCHANGING,
        READY
    }

    PlayedSandbox(Stage stage, Launch launch) {
        this.stage = stage;
        this.launch = launch;
    }

    SandboxRef ref() {
        return launch.sandbox();
    }

    boolean isStanding() {
        return standing;
    }

    boolean canBeIdle() {
        return isReady() && turn == null;
    }

    boolean isReady() {
        return standing && phase == Phase.READY;
    }

    /// Nothing of it is under way that would have to come first.
    boolean canReport() {
        return standing && phase != Phase.EXCHANGING;
    }

    /// Reports ready, also a second time.
    void ready() {
        if (canReport() && exchanged()) {
            phase = Phase.READY;
            converse(() -> call("ready", new ReadyReport(List.of())));
        }
    }

    void boot() {
        if (phase == Phase.LAUNCHED) {
            ready();
        }
    }

    private boolean exchanged() {
        if (phase != Phase.LAUNCHED) {
            return true;
        }
        phase = Phase.EXCHANGING;
        var request = new BootstrapRequest(Protocol.VERSION, hash());
        if (stage.sandboxCall("POST /sandbox/v1/bootstrap", launch.bootstrapToken(), request)
                        .status()
                != 200) {
            end("it was not wanted");
            return false;
        }
        stage.connectSocket(ref().id(), token());
        return standing;
    }

    void wake() {
        hear(Activity.BUSY);
    }

    void hear(Activity activity) {
        if (isReady()) {
            converse(() -> call("heartbeats", activity));
        }
    }

    /// Asked to finish, as by SIGTERM.
    void finish() {
        if (!standing) {
            return;
        }
        if (turn != null) {
            endTurn(TurnOutcome.FAILED);
        }
        end("exit code 0");
    }

    /// Ended from one moment to the next.
    void end(String detail) {
        if (standing) {
            standing = false;
            stage.tellGone(ref(), detail);
        }
    }

    /// One conversation at a time; who is wakened during one asks again after it.
    private void converse(Supplier<Answer> first) {
        if (busy) {
            wakened = true;
            return;
        }
        busy = true;
        act(first.get());
        while (wakened && standing) {
            wakened = false;
            act(call("heartbeats", Activity.BUSY));
        }
        busy = false;
    }

    private void act(Answer answer) {
        var told = answer;
        while (standing) {
            if (told.status() != 200) {
                end("its generation has ended");
                return;
            }
            var say = Json.MAPPER.treeToValue(told.body(), SandboxAnswer.class);
            if (say.stop()) {
                finish();
                return;
            }
            if (say.queuedMessages() == 0 || !takeTurn()) {
                return;
            }
            told = endTurn(TurnOutcome.COMPLETED);
        }
    }

    private boolean takeTurn() {
        var answer = call("turns", null);
        if (answer.status() == 201) {
            turn = Json.MAPPER.treeToValue(answer.body(), Turn.class);
        }
        return turn != null && standing;
    }

    private Answer endTurn(TurnOutcome outcome) {
        var ending = turn;
        turn = null;
        var ended = new SandboxEvent(
                Instant.EPOCH,
                ending == null ? null : ending.turn(),
                Actor.AGENT,
                new EventData.TurnEnded(outcome, 0, null, null));
        return call("batches", new EventBatch(++batches, Activity.BUSY, List.of(ended)));
    }

    private Answer call(String what, @Nullable Object body) {
        return stage.sandboxCall("POST /sandbox/v1/" + what, token(), body);
    }

    private String token() {
        return ref().id() + "." + SECRET;
    }

    private static String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
