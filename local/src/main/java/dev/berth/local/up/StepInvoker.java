package dev.berth.local.up;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.local.front.FunctionContext;
import dev.berth.local.workflow.FunctionInvoker;
import dev.berth.organization.Ids;
import dev.berth.session.LogSubject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Calls the step function with the bytes that Lambda would get.
final class StepInvoker implements FunctionInvoker {
    static final String FUNCTION = "step";

    private final Supplier<RequestStreamHandler> step;
    private final Ids ids;

    StepInvoker(Supplier<RequestStreamHandler> step, Ids ids) {
        this.step = step;
        this.ids = ids;
    }

    @Override
    public String invoke(String function, String payloadJson) throws IOException {
        var output = new ByteArrayOutputStream();
        var input = new ByteArrayInputStream(payloadJson.getBytes(StandardCharsets.UTF_8));
        try {
            step.get().handleRequest(input, output, new FunctionContext(function, ids.next("req")));
        } finally {
            LogSubject.none();
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}
