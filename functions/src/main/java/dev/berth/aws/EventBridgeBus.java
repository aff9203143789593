package dev.berth.aws;

import dev.berth.event.BusEvent;
import dev.berth.event.Json;
import dev.berth.trigger.EventBus;
import java.util.function.Supplier;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/// Publishes on an EventBridge bus.
public final class EventBridgeBus implements EventBus {
    private static final String SOURCE = "berth";

    private final Supplier<EventBridgeClient> client;
    private final String busName;

    public EventBridgeBus(Supplier<EventBridgeClient> client, String busName) {
        this.client = client;
        this.busName = busName;
    }

    /// @throws IllegalStateException when the bus did not take it, which EventBridge says in an answer of success
    @Override
    public void publish(BusEvent event) {
        var answer = client.get()
                .putEvents(request -> request.entries(PutEventsRequestEntry.builder()
                        .eventBusName(busName)
                        .source(SOURCE)
                        .detailType(event.detailType())
                        .detail(Json.MAPPER.writeValueAsString(event))
                        .build()));
        if (answer.failedEntryCount() > 0) {
            var refused = answer.entries().getFirst();
            throw new IllegalStateException("The bus %s did not take '%s': %s %s"
                    .formatted(busName, event.detailType(), refused.errorCode(), refused.errorMessage()));
        }
    }
}
