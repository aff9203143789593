package dev.berth.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.event.Json;
import dev.berth.session.LogSubject;
import dev.berth.session.ServeStep;
import dev.berth.session.SettleSession;
import dev.berth.session.StartStep;
import dev.berth.session.StepInput;
import dev.berth.session.StopStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// What `session.asl.json` calls.
public final class StepFunction implements RequestStreamHandler {
    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

    private final StartStep start;
    private final ServeStep serve;
    private final StopStep stop;
    private final SettleSession settle;

    public StepFunction(StartStep start, ServeStep serve, StopStep stop, SettleSession settle) {
        this.start = start;
        this.serve = serve;
        this.stop = stop;
        this.settle = settle;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var step = Json.MAPPER.readValue(input, StepInput.class);
        LogSubject.is(step.key());
        run(step);
        output.write(NOTHING);
    }

    private void run(StepInput step) {
        switch (step.step()) {
            case "start" -> start.run(step);
            case "serve" -> serve.run(step);
            case "stop" -> stop.run(step);
            case "settle" -> settle.settle(step.key(), step.run());
            default -> throw new IllegalArgumentException("There is no step '" + step.step() + "'");
        }
    }
}
