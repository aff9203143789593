package dev.berth.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.berth.trigger.EventBus;
import dev.berth.trigger.EventBusContract;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InProcessEventBusTest extends EventBusContract {
    private final InProcessEventBus bus =
            new InProcessEventBus(() -> UUID.randomUUID().toString(), Clock.systemUTC());
    private final Map<String, List<String>> matched = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        bus.close();
    }

    @Override
    protected EventBus bus() {
        return bus;
    }

    @Override
    protected List<String> matched(String pattern) {
        return matched.computeIfAbsent(pattern, unseen -> {
            var envelopes = new CopyOnWriteArrayList<String>();
            bus.subscribe(pattern, envelopes::add);
            return envelopes;
        });
    }

    @Test
    void aSubscriberThatFailsKeepsNothingFromTheOthers() {
        var pattern = "{\"source\": [\"test\"]}";
        bus.subscribe(pattern, envelope -> {
            throw new IllegalStateException("a subscriber's fault");
        });
        matched(pattern);
        bus.publish("test", "Something Happened", Map.of("number", 1));
        await().untilAsserted(() -> assertThat(matched(pattern)).hasSize(1));
    }

    @Test
    void whatIsNoPatternIsRefused() {
        assertThatThrownBy(() -> bus.subscribe("{\"source\": \"not a list\"}", envelope -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
