package dev.berth.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/// What the schedule calls. What it is sent says nothing.
record SweepFunction(Runnable sweep) implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        sweep.run();
    }
}
