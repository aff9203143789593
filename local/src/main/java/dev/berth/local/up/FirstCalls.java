package dev.berth.local.up;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.event.Json;
import dev.berth.function.HttpCall;
import dev.berth.local.front.FunctionContext;
import dev.berth.organization.ApiKeySecret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls the functions with requests that change nothing, so that the first who truly comes does not wait until classes
/// are loaded: that is most of what a first request takes. Whether they succeed does not matter.
record FirstCalls(RequestStreamHandler api, RequestStreamHandler sandboxApi, ApiKeySecret key) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(FirstCalls.class);
    private static final String NOBODY = "00000000000000000000000000";

    @Override
    public void run() {
        try {
            var task = Map.of("profile", "prf_" + NOBODY, "task", "echo");
            call(api, "POST", "/v1/sessions", key.text(), Json.MAPPER.writeValueAsString(task));
            call(api, "GET", "/v1/sessions", key.text(), "");
            call(sandboxApi, "POST", "/sandbox/v1/turns", "sbx_" + NOBODY + ".secret", "");
        } catch (IOException | RuntimeException failure) {
            LOG.info("The first calls failed; the first request will be slow", failure);
        }
    }

    private static void call(RequestStreamHandler handler, String method, String path, String token, String body)
            throws IOException {
        var event = new HttpCall("first", method, path, token, body).event();
        handler.handleRequest(
                new ByteArrayInputStream(event),
                OutputStream.nullOutputStream(),
                new FunctionContext("first", "first"));
    }
}
