package dev.berth.session;

import static dev.berth.session.SessionBuilder.FAILURE;
import static dev.berth.session.SessionBuilder.NOW;
import static dev.berth.session.SessionBuilder.session;
import static dev.berth.session.SessionStatus.RUNNING;
import static dev.berth.session.SessionStatus.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.session.LifecycleEvent.Admitted;
import dev.berth.session.LifecycleEvent.ArchiveExpired;
import dev.berth.session.LifecycleEvent.ArchiveRemoved;
import dev.berth.session.LifecycleEvent.ArchiveStored;
import dev.berth.session.LifecycleEvent.CapacityMissed;
import dev.berth.session.LifecycleEvent.Deleted;
import dev.berth.session.LifecycleEvent.GenerationTaken;
import dev.berth.session.LifecycleEvent.InterruptAsked;
import dev.berth.session.LifecycleEvent.Launched;
import dev.berth.session.LifecycleEvent.MessageAccepted;
import dev.berth.session.LifecycleEvent.ResumeAsked;
import dev.berth.session.LifecycleEvent.SandboxGone;
import dev.berth.session.LifecycleEvent.SandboxReady;
import dev.berth.session.LifecycleEvent.Settled;
import dev.berth.session.LifecycleEvent.StopAsked;
import dev.berth.session.LifecycleEvent.TurnEnded;
import dev.berth.session.LifecycleEvent.TurnTaken;
import dev.berth.session.LifecycleEvent.WaitBegun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionLifecycleTableTest {
    private static final WorkspaceArchive ARCHIVE = new WorkspaceArchive("arc_1", 1, 10, "0a1b2c3d", NOW, false);
    private static final WorkspaceArchive NEWER = new WorkspaceArchive("arc_2", 1, 11, "3d2c1b0a", NOW, false);

    /// Every status by every event: the status that a change leads to, `-` for no change, `no` for a refusal. Open
    /// turns are there in the rows that end or interrupt one.
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            event           | queued   | starting | running  | stopping | stopped | failed
            admitted        | starting | no       | no       | no       | no      | no
            generationTaken | no       | starting | no       | no       | no      | no
            launched        | -        | starting | -        | -        | -       | -
            capacityMissed  | -        | queued   | -        | -        | -       | -
            sandboxReady    | -        | running  | -        | -        | -       | -
            sandboxGone     | -        | starting | stopping | stopping | -       | -
            stopAsked       | stopped  | stopping | stopping | -        | -       | -
            failAsked       | failed   | stopping | stopping | -        | -       | -
            resumeAsked     | -        | -        | -        | stopping | queued  | queued
            messageAccepted | queued   | starting | running  | stopping | queued  | queued
            interruptAsked  | -        | -        | running  | stopping | -       | -
            turnTaken       | no       | no       | running  | no       | no      | no
            turnEnded       | -        | -        | running  | stopping | -       | -
            waitBegun       | queued   | starting | running  | stopping | stopped | failed
            settled         | -        | -        | -        | stopped  | -       | -
            archiveStored   | -        | -        | running  | stopping | -       | -
            archiveExpired  | -        | -        | -        | -        | stopped | failed
            archiveRemoved  | queued   | starting | running  | stopping | stopped | failed
            resumeFresh     | -        | -        | -        | no       | queued  | queued
            deleted         | queued   | starting | running  | stopping | stopped | failed
            """)
    void eachEventDoesInEachStatusWhatTheTableSays(
            String event,
            String queued,
            String starting,
            String running,
            String stopping,
            String stopped,
            String failed) {
        var expected = new String[] {queued, starting, running, stopping, stopped, failed};
        for (var status : SessionStatus.values()) {
            assertThat(outcome(status, event))
                    .as("%s of a session that is %s", event, status)
                    .isEqualTo(expected[status.ordinal()]);
        }
    }

    private static String outcome(SessionStatus status, String event) {
        var subject = session(status);
        if (concernsTurn(event) && (status == RUNNING || status == STOPPING)) {
            subject.withTurn("trn_1");
        }
        if (event.startsWith("archive")) {
            subject.kept(event.equals("archiveRemoved") ? ARCHIVE.asDropped() : ARCHIVE);
        }
        return switch (SessionLifecycle.apply(subject.build(), event(event), NOW.plus(WorkspaceArchive.KEPT))) {
            case Transition.Changed(var after) -> after.status().wireName();
            case Transition.Unchanged _ -> "-";
            case Transition.Refused _ -> "no";
        };
    }

    private static boolean concernsTurn(String event) {
        return event.equals("interruptAsked") || event.equals("turnEnded");
    }

    private static LifecycleEvent event(String name) {
        return switch (name) {
            case "admitted" -> new Admitted();
            case "generationTaken" -> new GenerationTaken("sbx_2");
            case "launched" -> new Launched(1);
            case "capacityMissed" -> new CapacityMissed(1);
            case "sandboxReady" -> new SandboxReady(1);
            case "sandboxGone" -> new SandboxGone(1, "exit code 1");
            case "stopAsked" -> new StopAsked(StopReason.USER, null);
            case "failAsked" -> new StopAsked(StopReason.FAILED, FAILURE);
            case "resumeAsked" -> new ResumeAsked();
            case "messageAccepted" -> new MessageAccepted(false);
            case "interruptAsked" -> new InterruptAsked();
            case "turnTaken" -> new TurnTaken("trn_1", "msg_1");
            case "turnEnded" -> new TurnEnded("trn_1");
            case "waitBegun" -> new WaitBegun(new Wait(1, Wait.State.START, 0, 1, "token"));
            case "settled" -> new Settled();
            case "resumeFresh" -> new ResumeAsked(true);
            case "archiveStored" -> new ArchiveStored(NEWER);
            case "archiveExpired" -> new ArchiveExpired();
            case "archiveRemoved" -> new ArchiveRemoved();
            case "deleted" -> new Deleted();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
