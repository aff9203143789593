package dev.berth.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CallsTest {
    private static final Invocation CALL = new Invocation("token", "f", "{}");

    private final List<Signal> signals = new CopyOnWriteArrayList<>();

    @Test
    void anAnswerIsReported() {
        assertThat(signalOf((function, payload) -> "{\"called\": \"" + function + "\"}"))
                .isEqualTo(new Signal.InvocationSucceeded("token", Json.MAPPER.readTree("{\"called\": \"f\"}")));
    }

    @Test
    void whatAFunctionThrowsIsNamedByItsClass() {
        var signal = signalOf((function, payload) -> {
            throw new IOException("unplugged");
        });

        assertThat(signal).isInstanceOfSatisfying(Signal.InvocationFailed.class, failed -> {
            assertThat(failed.error()).isEqualTo("java.io.IOException");
            assertThat(failed.cause()).contains("unplugged");
        });
    }

    @Test
    void anErrorOfTheMachineIsReportedAsWell() {
        var signal = signalOf((function, payload) -> {
            throw new StackOverflowError();
        });

        assertThat(error(signal)).isEqualTo("java.lang.StackOverflowError");
    }

    @Test
    void anAnswerThatIsNotJsonIsAFailure() {
        assertThat(error(signalOf((function, payload) -> "<html>"))).isEqualTo("Lambda.Unknown");
    }

    @Test
    void aFunctionThatTakesTooLongIsInterruptedAndAFailure() {
        var interrupted = new CountDownLatch(1);
        var signal = signalOf(Duration.ofMillis(20), (function, payload) -> hang(interrupted));

        assertThat(error(signal)).isEqualTo("Sandbox.Timedout");
        await().until(() -> interrupted.getCount() == 0);
    }

    @Test
    void aCallThatIsCutOffByClosingIsNotReported() {
        var called = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        try (var calls = calls(Calls.LONGEST_CALL, (function, payload) -> {
            called.countDown();
            return hang(interrupted);
        })) {
            calls.begin(CALL);
            await().until(() -> called.getCount() == 0);
        }

        await().until(() -> interrupted.getCount() == 0);
        assertThat(signals).isEmpty();
    }

    @Test
    void aCallAfterClosingIsNotMade() {
        var calls = calls(Calls.LONGEST_CALL, (function, payload) -> "{}");
        calls.close();

        calls.begin(CALL);

        assertThat(signals).isEmpty();
    }

    private Signal signalOf(FunctionInvoker function) {
        return signalOf(Calls.LONGEST_CALL, function);
    }

    private Signal signalOf(Duration longestCall, FunctionInvoker function) {
        try (var calls = calls(longestCall, function)) {
            calls.begin(CALL);
            await().until(() -> signals.size() == 1);
        }
        return signals.getFirst();
    }

    private Calls calls(Duration longestCall, FunctionInvoker function) {
        return new Calls(function, longestCall, signals::add);
    }

    private static String hang(CountDownLatch interrupted) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            return "{}";
        } finally {
            interrupted.countDown();
        }
    }

    private static String error(Signal signal) {
        return ((Signal.InvocationFailed) signal).error();
    }
}
