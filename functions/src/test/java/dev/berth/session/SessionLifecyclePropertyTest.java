package dev.berth.session;

import static dev.berth.session.SessionBuilder.FAILURE;
import static dev.berth.session.SessionBuilder.NOW;
import static dev.berth.session.SessionBuilder.session;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Walks random sequences of events, late and repeated ones among them, and looks at every step.
class SessionLifecyclePropertyTest {
    private static final int STEPS = 5_000;
    private static final List<StopReason> REASONS = List.of(StopReason.values());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensASessionStaysConsistent(long seed) {
        walk(seed, STEPS, before -> before, SessionLifecyclePropertyTest::assertStep);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void aDeletedSessionIsOnlyCleanedUp(long seed) {
        var random = new Random(seed);
        walk(
                seed,
                200,
                before -> before,
                (_, _, after) -> walk(random.nextLong(), 30, _ -> deleted(after), (event, at, to) -> {
                    assertStep(event, at, to);
                    assertOnlyCleanedUp(at, to);
                }));
    }

    @Test
    void theWalkComesEverywhere() {
        var seen = EnumSet.noneOf(SessionStatus.class);
        var launches = EnumSet.noneOf(LaunchState.class);

        walk(1, STEPS, before -> before, (_, _, after) -> {
            seen.add(after.status());
            launches.add(after.launch());
        });

        assertThat(seen).containsExactlyInAnyOrder(SessionStatus.values());
        assertThat(launches).containsExactlyInAnyOrder(LaunchState.values());
    }

    private interface Look {
        void at(LifecycleEvent event, Session before, Session after);
    }

    private static void walk(long seed, int steps, UnaryOperator<Session> from, Look look) {
        var random = new Random(seed);
        var builder = session(SessionStatus.QUEUED);
        var current = from.apply(
                random.nextBoolean() ? builder.build() : builder.stopWhenDone().build());
        for (int step = 0; step < steps; step++) {
            var event = event(random, current);
            if (SessionLifecycle.apply(current, event, NOW.plusSeconds(step))
                    instanceof Transition.Changed(var after)) {
                look.at(event, current, after);
                current = after;
            }
        }
    }

    /// As the use case deletes: with a stop in the same transaction.
    private static Session deleted(Session session) {
        var current = session;
        for (var event : List.of(new Deleted(), new StopAsked(StopReason.USER, null))) {
            if (SessionLifecycle.apply(current, event, NOW) instanceof Transition.Changed(var after)) {
                current = after;
            }
        }
        return current;
    }

    private static LifecycleEvent event(Random random, Session session) {
        int generation = Math.max(0, session.generation() - random.nextInt(2) * random.nextInt(2));
        return switch (random.nextInt(18)) {
            case 0 -> new Admitted();
            case 1 -> new GenerationTaken("sbx_" + (session.generation() + 1));
            case 2 -> new Launched(generation);
            case 3 -> new CapacityMissed(generation);
            case 4, 5 -> new SandboxReady(generation);
            case 6 -> new SandboxGone(generation, "gone");
            case 7 -> stop(REASONS.get(random.nextInt(REASONS.size())));
            case 8 -> new ResumeAsked(random.nextInt(4) == 0);
            case 9 -> new MessageAccepted(random.nextBoolean());
            case 10 -> new InterruptAsked();
            case 11 -> new TurnTaken("trn_" + session.revision(), "msg_1");
            case 12 ->
                new TurnEnded(session.turn() == null ? "trn_0" : session.turn().id());
            case 13 -> new WaitBegun(wait(random, session));
            case 14 ->
                new ArchiveStored(
                        new WorkspaceArchive("arc_" + session.revision(), generation, 10, "0a1b2c3d", NOW, false));
            case 15 -> new ArchiveExpired();
            case 16 -> new ArchiveRemoved();
            default -> new Settled();
        };
    }

    private static StopAsked stop(StopReason reason) {
        return new StopAsked(reason, reason.settledStatus() == SessionStatus.FAILED ? FAILURE : null);
    }

    private static Wait wait(Random random, Session session) {
        var state = Wait.State.values()[random.nextInt(3)];
        var run = Math.max(1, session.run() - random.nextInt(2));
        return new Wait(run, state, random.nextInt(3), session.generation(), "token-" + random.nextInt());
    }

    private static void assertStep(LifecycleEvent event, Session before, Session after) {
        assertThat(after.revision()).isEqualTo(before.revision() + 1);
        assertThat(after.run()).isBetween(before.run(), before.run() + 1);
        assertThat(after.generation()).isBetween(before.generation(), before.generation() + 1);
        assertThat(after.runGenerations()).isBetween(0, SessionLifecycle.MAX_GENERATIONS_PER_RUN);
        assertThat(after.queuedMessages()).isNotNegative();
        assertFailure(after);
        assertLaunch(before, after);
        assertTurn(after);
        assertWaiting(before, after);
        assertArchive(event, before, after);
    }

    /// What a running sandbox began with does not change under it, and only the current one puts another in its place.
    private static void assertArchive(LifecycleEvent event, Session before, Session after) {
        if (after.generation() == before.generation() && after.run() == before.run()) {
            assertThat(after.workspace()).isEqualTo(before.workspace());
        } else {
            assertThat(after.workspace() == WorkspaceOrigin.RESTORED)
                    .isEqualTo(after.toRestore().isPresent());
        }
        if (event instanceof ArchiveStored(var archive)) {
            assertThat(archive.generation()).isEqualTo(before.generation());
            assertThat(before.status()).isIn(SessionStatus.RUNNING, SessionStatus.STOPPING);
        }
        if (after.archive() != null) {
            assertThat(after.archive().generation()).isLessThanOrEqualTo(after.generation());
        }
    }

    private static void assertFailure(Session session) {
        var reason = session.reason();
        var fails = reason != null && reason.settledStatus() == SessionStatus.FAILED;
        assertThat(session.failure() != null)
                .as("a failure, and the reason for one")
                .isEqualTo(fails);
        assertThat(reason != null).isEqualTo(session.status().isEnded() || session.status() == SessionStatus.STOPPING);
        if (session.status().isEnded()) {
            assertThat(session.status()).isEqualTo(fails ? SessionStatus.FAILED : SessionStatus.STOPPED);
        }
    }

    private static void assertLaunch(Session before, Session after) {
        var nothingTaken = after.launch() == LaunchState.NONE;
        assertThat(after.sandbox() == null).isEqualTo(nothingTaken);
        assertThat(after.runGenerations() == 0).isEqualTo(nothingTaken);
        if (after.status() == SessionStatus.RUNNING) {
            assertThat(after.launch()).isEqualTo(LaunchState.LAUNCHED);
        }
        if (after.status() == SessionStatus.QUEUED) {
            assertThat(nothingTaken).isTrue();
        }
        if (after.run() == before.run() && after.generation() == before.generation()) {
            assertThat(after.launch()).as("a launch only goes on").isGreaterThanOrEqualTo(before.launch());
        }
    }

    private static void assertTurn(Session session) {
        if (session.turn() != null) {
            assertThat(session.status()).isIn(SessionStatus.RUNNING, SessionStatus.STOPPING);
        }
    }

    private static void assertWaiting(Session before, Session after) {
        var was = before.waiting();
        var is = after.waiting();
        if (was != null && is != null) {
            assertThat(is.isBehind(was)).as("a wait only goes on").isFalse();
        }
    }

    private static void assertOnlyCleanedUp(Session before, Session after) {
        assertThat(after.isDeleted()).isTrue();
        assertThat(after.run()).isEqualTo(before.run());
        assertThat(after.generation()).isEqualTo(before.generation());
        assertThat(after.queuedMessages()).isEqualTo(before.queuedMessages());
        assertThat(after.status())
                .isIn(SessionStatus.STOPPING, SessionStatus.STOPPED, SessionStatus.FAILED)
                .isGreaterThanOrEqualTo(before.status());
    }
}
