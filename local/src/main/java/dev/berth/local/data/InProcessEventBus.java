package dev.berth.local.data;

import dev.berth.event.BusEvent;
import dev.berth.event.Json;
import dev.berth.trigger.EventBus;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.event.ruler.Machine;

/// EventBridge within one process: the same envelope, matched by the same rule engine. Each subscriber is called on a
/// thread of its own; one that fails is logged, and neither the publisher nor the others learn of it.
public final class InProcessEventBus implements EventBus, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InProcessEventBus.class);

    private final Machine rules = Machine.builder().build();
    private final Map<String, Consumer<String>> subscribers = new ConcurrentHashMap<>();
    private final AtomicLong ruleNumber = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Supplier<String> eventIds;
    private final Clock clock;

    public InProcessEventBus(Supplier<String> eventIds, Clock clock) {
        this.eventIds = eventIds;
        this.clock = clock;
    }

    /// Calls a subscriber with the envelope of each event that an EventBridge pattern matches.
    ///
    /// @throws IllegalArgumentException when it is no pattern
    public void subscribe(String pattern, Consumer<String> subscriber) {
        var rule = "rule-" + ruleNumber.incrementAndGet();
        subscribers.put(rule, subscriber);
        try {
            rules.addRule(rule, pattern);
        } catch (IOException | RuntimeException invalid) {
            subscribers.remove(rule);
            throw new IllegalArgumentException("Not an event pattern: " + pattern, invalid);
        }
    }

    @Override
    public void publish(BusEvent event) {
        publish("berth", event.detailType(), event);
    }

    /// Publishes what somebody else would put on the bus.
    public void publish(String source, String detailType, Object detail) {
        var envelope = Json.MAPPER.writeValueAsString(
                new Envelope(eventIds.get(), source, detailType, clock.instant().toString(), detail));
        for (var rule : matching(envelope)) {
            var subscriber = subscribers.get(rule);
            if (subscriber != null) {
                threads.execute(() -> call(subscriber, envelope));
            }
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    private List<String> matching(String envelope) {
        try {
            return rules.rulesForJSONEvent(envelope);
        } catch (Exception unreadable) {
            throw new IllegalStateException("The rule engine cannot read an event of ours", unreadable);
        }
    }

    private static void call(Consumer<String> subscriber, String envelope) {
        try {
            subscriber.accept(envelope);
        } catch (RuntimeException failure) {
            LOG.error("A subscriber failed with an event", failure);
        }
    }
}
