package dev.berth.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.Json;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Plays random signals, for live tokens and old ones, to the session's definition.
class RandomSignalsTest {
    private static final List<String> ERRORS = List.of(
            "Sandbox.NotReady",
            "Session.NoCapacity",
            "Session.StopRequested",
            "Lambda.Unknown",
            "java.lang.IllegalStateException");
    private static final int SIGNALS = 60;

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void atMostOneTokenLivesOldOnesAreIgnoredAndTheEndIsAlwaysReached(int seed) {
        var random = new Random(seed);
        var play = Play.of(SessionDefinition.load(), """
                {"organization": "org_1", "session": "ses_1", "run": 1, "lifetimeSeconds": 600}""");
        for (var i = 0; i < SIGNALS && !play.execution().ended(); i++) {
            playRandomly(play, random);
            assertThatOldTokensAreIgnored(play);
            assertThatTheRowKeepsEverything(play);
        }

        assertThatTheClockAloneEndsIt(play);
        assertThatNoTwoAttemptsShareAToken(play);
    }

    private static void playRandomly(Play play, Random random) {
        var error = ERRORS.get(random.nextInt(ERRORS.size()));
        switch (random.nextInt(9)) {
            case 0 -> play.succeed();
            case 1 -> play.returns("{}");
            case 2 -> play.fail(error);
            case 3 -> play.throwsError(error);
            case 4 -> play.heartbeat();
            case 5 -> play.afterSeconds(random.nextInt(200));
            case 6 -> play.away(Duration.ofSeconds(random.nextInt(200)));
            case 7 -> play.clockJumps(Duration.ofSeconds(random.nextInt(-3_600, 3_600)));
            default -> play.untilAlarm();
        }
    }

    private static void assertThatOldTokensAreIgnored(Play play) {
        var before = play.execution();
        for (var token : oldTokens(play)) {
            play.signal(new Signal.TokenSucceeded(token, Json.MAPPER.readTree("{}")));
            play.signal(new Signal.TokenFailed(token, "Session.NoCapacity", "old"));
            play.signal(new Signal.TokenHeartbeat(token));
            play.signal(new Signal.InvocationFailed(token, "Lambda.Unknown", "old"));
            play.signal(new Signal.InvocationSucceeded(token, Json.MAPPER.readTree("{}")));
        }
        assertThat(play.execution()).isEqualTo(before);
    }

    private static Set<String> oldTokens(Play play) {
        var tokens = new HashSet<String>();
        play.calls().forEach(call -> tokens.add(call.token()));
        play.execution().waiting().ifPresent(waiting -> {
            if (waiting.reason() instanceof Wait.Attempt attempt) {
                assertThat(tokens).contains(attempt.token());
                tokens.remove(attempt.token());
            }
        });
        return tokens;
    }

    private static void assertThatTheRowKeepsEverything(Play play) {
        var row = Json.MAPPER.writeValueAsString(play.execution());
        assertThat(Json.MAPPER.readValue(row, Execution.class)).isEqualTo(play.execution());
    }

    private static void assertThatTheClockAloneEndsIt(Play play) {
        for (var i = 0; i < 200 && !play.execution().ended(); i++) {
            play.untilAlarm();
        }
        assertThat(play.execution().ended()).isTrue();
    }

    /// A call that is repeated is the same call.
    private static void assertThatNoTwoAttemptsShareAToken(Play play) {
        assertThat(new HashSet<>(play.calls())).extracting(Invocation::token).doesNotHaveDuplicates();
    }
}
