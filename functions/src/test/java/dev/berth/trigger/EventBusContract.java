package dev.berth.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.event.BusEvent;
import dev.berth.event.Json;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What every event bus does.
public abstract class EventBusContract {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    protected abstract EventBus bus();

    /// The envelopes, as JSON, that a rule for this pattern has matched since it was first asked for.
    protected abstract List<String> matched(String pattern);

    @Test
    void anEventArrivesInItsEnvelope() {
        matched("{\"source\": [\"berth\"]}");
        bus().publish(stopped("ses_1", "idle"));
        await().untilAsserted(
                        () -> assertThat(matched("{\"source\": [\"berth\"]}")).hasSize(1));
        var envelope = parse(matched("{\"source\": [\"berth\"]}").getFirst());
        assertThat(envelope.at("/detail-type").asString()).isEqualTo("Session Stopped");
        assertThat(envelope.at("/detail/session").asString()).isEqualTo("ses_1");
        assertThat(envelope.at("/id").asString()).isNotEmpty();
    }

    @Test
    void aRuleGetsWhatItsPatternMatchesAndNothingElse() {
        var pattern = "{\"detail-type\": [\"Session Stopped\"], \"detail\": {\"reason\": [{\"prefix\": \"us\"}]}}";
        matched(pattern);
        bus().publish(stopped("ses_1", "idle"));
        bus().publish(stopped("ses_2", "user"));
        await().untilAsserted(() -> assertThat(matched(pattern))
                .extracting(envelope -> parse(envelope).at("/detail/session").asString())
                .containsExactly("ses_2"));
    }

    private static BusEvent stopped(String session, String reason) {
        return new BusEvent.SessionChanged(
                "org_1", session, "prf_1", 1, 1, "stopped", reason, null, "http://127.0.0.1/s/" + session, NOON);
    }

    private static JsonNode parse(String json) {
        return Json.MAPPER.readTree(json);
    }
}
