package dev.berth.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/// A Lambda function behind API Gateway or a function URL: the one-machine front calls it the same way.
///
/// @param <C> who calls
public final class HttpFunction<C> implements RequestStreamHandler {
    private final Dispatch<C> dispatch;

    public HttpFunction(Dispatch<C> dispatch) {
        this.dispatch = dispatch;
    }

    /// The operations that it answers.
    public Set<String> routeKeys() {
        return dispatch.routeKeys();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        output.write(handle(input.readAllBytes()));
    }

    /// @param event an API Gateway payload 2.0 event
    /// @return the response, as API Gateway takes it
    public byte[] handle(byte[] event) {
        return ProxyResponse.of(dispatch.answer(ProxyEvent.parse(event).request()))
                .toJson();
    }
}
