package dev.berth.local.demo;

import dev.berth.event.EventData;
import dev.berth.event.SessionEvent;
import dev.berth.event.TurnOutcome;
import dev.berth.local.cli.Invocation;
import dev.berth.local.cli.api.BerthApi;
import dev.berth.local.cli.api.Profile;
import dev.berth.local.cli.api.Session;
import dev.berth.local.cli.api.SessionRequest;
import dev.berth.local.cli.api.Sessions;
import dev.berth.local.cli.session.EventSink;
import dev.berth.local.cli.session.LastDiff;
import dev.berth.local.cli.session.Progress;
import dev.berth.local.cli.session.StopOnInterrupt;
import dev.berth.local.cli.session.Until;
import dev.berth.local.cli.session.Watch;
import dev.berth.local.cli.terminal.Terminal;
import dev.berth.local.cli.transcript.DiffText;
import java.time.Duration;
import java.time.Instant;

/// The session of the demo, from its start to its diff and its stop.
final class DemoSession {
    private final Sessions sessions;
    private final Invocation invocation;
    private final Narrator narrator;
    private final Stopwatch stopwatch;
    private final Terminal terminal;

    DemoSession(BerthApi api, Invocation invocation, Narrator narrator, Stopwatch stopwatch) {
        this.sessions = new Sessions(api);
        this.invocation = invocation;
        this.narrator = narrator;
        this.stopwatch = stopwatch;
        this.terminal = invocation.terminal();
    }

    /// @param completed whether the task did what it was to do
    record Result(String session, boolean completed) {}

    /// @param controlPlaneStays then the session has to be stopped apart from it when somebody interrupts
    Result show(Profile profile, Example example, boolean controlPlaneStays) {
        narrator.step("Session");
        narrator.important(
                "No model works here: the task is a script, examples/failing-test/task.sh, that stands in for one.");
        narrator.say("Everything else is real: the sandbox, the repository, the failing test and its fix.");
        Instant asked = invocation.clock().instant();
        String session = start(profile, example);
        if (!controlPlaneStays) {
            return watch(session, asked);
        }
        try (var _ = new StopOnInterrupt(sessions, session, terminal)) {
            return watch(session, asked);
        }
    }

    private Result watch(String session, Instant asked) {
        EventSink transcript = EventSink.transcript(terminal);
        Watch watch = new Watch(sessions, terminal, invocation.clock());
        Progress worked = work(watch, session, asked, transcript);
        narrator.step("Diff");
        terminal.print(DiffText.of(LastDiff.of(sessions, session), terminal.style()));
        narrator.step("Stop");
        Progress end = stopwatch.measure("stop", () -> stop(watch, session, worked.lastSeq(), transcript));
        return new Result(session, !end.sessionFailed() && worked.outcome() == TurnOutcome.COMPLETED);
    }

    private String start(Profile profile, Example example) {
        SessionRequest request = new SessionRequest(profile.id(), null, Example.REPOSITORY_ID, example.task(), null);
        String session = sessions.start(request).as(Session.class).id();
        narrator.say("Session " + session);
        return session;
    }

    private Progress work(Watch watch, String session, Instant asked, EventSink transcript) {
        FirstOutput firstOutput = new FirstOutput(invocation, asked);
        Progress worked = watch.follow(session, 0, Until.TURN_ENDED, (raw, event) -> {
            event.ifPresent(this::measure);
            event.ifPresent(firstOutput::see);
            transcript.accept(raw, event);
        });
        stopwatch.add("start to first output", firstOutput.after());
        stopwatch.add(
                "start to end of turn",
                Duration.between(asked, invocation.clock().instant()));
        return worked;
    }

    private Progress stop(Watch watch, String session, long after, EventSink transcript) {
        sessions.stop(session);
        return watch.follow(session, after, Until.SESSION_ENDED, transcript);
    }

    private void measure(SessionEvent event) {
        if (event.data() instanceof EventData.SandboxPhase phase) {
            stopwatch.add("  phase " + phase.phase(), Duration.ofMillis(phase.durationMillis()));
        }
    }
}
