package dev.berth.supervisor.codex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.event.EventData;
import dev.berth.event.Failure;
import dev.berth.supervisor.codex.Notification.ModelFailed;
import dev.berth.supervisor.codex.Notification.TurnEnded;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On recordings of a real codex whose model's server failed in each of these ways.
class ModelFaultTest {
    @ParameterizedTest
    @CsvSource({
        "401, model_unauthorized, caller",
        "429, model_rate_limited, nobody",
        "429-retry-after, model_rate_limited, nobody",
        "quota, model_quota_exceeded, caller",
        "500, model_unavailable, nobody",
        "503, model_unavailable, nobody",
        "400, model_request_refused, caller",
        "404, model_not_found, caller",
        "cut, model_stream_cut, nobody",
        "unreachable, model_unreachable, operator"
    })
    void eachWayToFailHasItsCodeAndSaysWhoMustAct(String recording, String code, String mustAct) {
        var failure = failure(recording);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.mustAct().wireName()).isEqualTo(mustAct);
        assertThat(failure.detail()).contains(": ").doesNotContain("{");
        assertThat(failure.remedy()).isNotBlank().doesNotContain("%");
    }

    @ParameterizedTest
    @CsvSource({"401, unexpected status 401", "cut, stream disconnected", "unreachable, Connection failed"})
    void aRetryIsToldWithItsReason(String recording, String reason) {
        var told = Recording.of("errors/" + recording).stream()
                .flatMap(notification -> new Translator(new Paths(Path.of("/"))).events(notification).stream())
                .toList();

        assertThat(told).singleElement().isInstanceOfSatisfying(EventData.Error.class, error -> {
            assertThat(error.code()).isEqualTo("model_retry");
            assertThat(error.detail()).contains("1/1", reason);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "unauthorized, model_unauthorized",
        "modelNotFound, model_not_found",
        "contextWindowExceeded, model_context_full",
        "serverOverloaded, model_unavailable",
        "somethingNew, agent_failed",
        "'', agent_failed"
    })
    void aClassOfCodexIsEnough(String kind, String code) {
        assertThat(ModelFault.of(new ModelError("no", "", kind, null), null).code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "402, model_quota_exceeded",
        "403, model_unauthorized",
        "413, model_context_full",
        "418, model_request_refused"
    })
    void soIsAStatus(int status, String code) {
        assertThat(ModelFault.of(new ModelError("no", "", "httpConnectionFailed", status), null)
                        .code())
                .isEqualTo(code);
    }

    @Test
    void whatARefusingServerWroteIsTakenOutOfItsJson() {
        assertThat(failure("400").detail()).endsWith(": scripted 400");
    }

    /// As the session does it.
    private static Failure failure(String recording) {
        @Nullable ModelError retried = null;
        for (var notification : Recording.of("errors/" + recording)) {
            if (notification instanceof ModelFailed(var error, var willRetry) && willRetry) {
                retried = error;
            }
            if (notification instanceof TurnEnded ended) {
                return ModelFault.of(Objects.requireNonNull(ended.error()), retried);
            }
        }
        throw new AssertionError("no end in " + recording);
    }
}
