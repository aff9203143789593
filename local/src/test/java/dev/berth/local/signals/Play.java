package dev.berth.local.signals;

import dev.berth.local.harness.Points;
import dev.berth.session.Session;
import dev.berth.session.SessionStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One session: started, at work, asked to stop, stopped. At one moment of it a signal comes in between.
final class Play {
    private static final int TIME_OUTS = 8;

    private final Stage stage;
    private final Interjection interjection;
    private final boolean overtaken;
    private final Points points;
    private @Nullable Session then;
    private boolean couldOvertake;

    /// @param moment how many moments of the rehearsal come before it
    /// @param overtaken whether all that the signal sets off comes before what it came in between of
    Play(Stage stage, Interjection interjection, int moment, boolean overtaken) {
        this.stage = stage;
        this.interjection = interjection;
        this.overtaken = overtaken;
        this.points = new Moments(moment, this::comeBetween);
    }

    /// Nothing comes in between.
    Play(Stage stage, Rehearsal rehearsal) {
        this.stage = stage;
        this.interjection = Interjection.STOP;
        this.overtaken = false;
        this.points = rehearsal;
    }

    void run() {
        stage.begin(points);
        stage.start();
        stage.settleDown();
        stop();
    }

    boolean cameBetween() {
        return then != null;
    }

    /// Whether there was anything that could have come before what the signal came in between of.
    boolean couldOvertake() {
        return couldOvertake;
    }

    /// What is wrong in the end, and whether a time-out would have mended it.
    Optional<String> fault() {
        return ending().map(fault -> passTimeOuts() ? "ends only by a time-out: " + fault : "never ends: " + fault)
                .or(this::faultOfLastStop);
    }

    /// @return whether it ended well then
    private boolean passTimeOuts() {
        for (var passed = 1; passed <= TIME_OUTS && stage.workflow().passTimeOut(); passed++) {
            stage.settleDown();
            if (ending().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// What was brought back to work can be stopped as anything else.
    private Optional<String> faultOfLastStop() {
        stop();
        return ended(stage.session().orElseThrow()).map(fault -> "does not stop again: " + fault);
    }

    private void stop() {
        stage.sessionCall("POST /v1/sessions/{session}/stop", null).expect(200, 202, 404);
        stage.settleDown();
    }

    private void comeBetween() {
        then = stage.session().orElseThrow();
        interjection.interject(stage);
        couldOvertake = !stage.agenda().isEmpty();
        if (overtaken) {
            stage.agenda().run();
        }
    }

    private Optional<String> ending() {
        var session = stage.session().orElseThrow();
        var works = then != null && interjection.revives(then);
        var fault = works ? atWork(session) : ended(session);
        return fault.map(what -> what + ", " + session);
    }

    private Optional<String> atWork(Session session) {
        if (session.status() != SessionStatus.RUNNING) {
            return Optional.of("not running");
        }
        if (session.turn() != null || session.queuedMessages() > 0) {
            return Optional.of("a message waits");
        }
        return stage.driver().standing().size() == 1 && stage.holdsSlot()
                ? Optional.empty()
                : Optional.of("not one sandbox and one slot");
    }

    private Optional<String> ended(Session session) {
        if (!session.status().isEnded()) {
            return Optional.of("not ended");
        }
        if (session.status() == SessionStatus.FAILED && interjection != Interjection.GONE) {
            return Optional.of("failed");
        }
        if (session.turn() != null) {
            return Optional.of("a turn is open");
        }
        if (!stage.workflow().allEnded()) {
            return Optional.of("an execution waits");
        }
        return stage.driver().standing().isEmpty() && !stage.holdsSlot()
                ? Optional.empty()
                : Optional.of("a sandbox or a slot is left");
    }
}
