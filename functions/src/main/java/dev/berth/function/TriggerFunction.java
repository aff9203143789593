package dev.berth.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.event.BusRequest.SessionRequested;
import dev.berth.event.BusRequest.SessionStopRequested;
import dev.berth.event.Json;
import dev.berth.trigger.SessionRequests;
import dev.berth.trigger.StopRequests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What rules on Berth's bus call: others ask for something.
public final class TriggerFunction implements RequestStreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(TriggerFunction.class);

    private final SessionRequests sessions;
    private final StopRequests stops;

    TriggerFunction(SessionRequests sessions, StopRequests stops) {
        this.sessions = sessions;
        this.stops = stops;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = BusEnvelope.read(input);
        switch (event.detailType()) {
            case "Session Requested" ->
                sessions.start(event.id(), Json.MAPPER.treeToValue(event.detail(), SessionRequested.class));
            case "Session Stop Requested" ->
                stops.stop(event.id(), Json.MAPPER.treeToValue(event.detail(), SessionStopRequested.class));
            default -> LOG.error("Event {} asks for '{}', which nothing here does", event.id(), event.detailType());
        }
    }
}
