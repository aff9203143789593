package dev.berth.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.session.ServeStep;
import dev.berth.session.SettleSession;
import dev.berth.session.StartStep;
import dev.berth.session.StopStep;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// The step function over parts that a test has, called with payloads.
public final class StepFunctions {
    private StepFunctions() {}

    public static Consumer<String> of(StartStep start, ServeStep serve, StopStep stop, SettleSession settle) {
        RequestStreamHandler function = new StepFunction(start, serve, stop, settle);
        return payload -> {
            try {
                function.handleRequest(
                        new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)),
                        OutputStream.nullOutputStream(),
                        null);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        };
    }
}
