package dev.berth.local.front;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.List;

/// A function behind the HTTP API, with the route keys that lead to it (`GET /v1/profiles/{profile}`).
///
/// @param maxBodyBytes a longer body is answered 413 without being read on
public record HttpFunction(String name, List<String> routeKeys, int maxBodyBytes, RequestStreamHandler handler) {
    /// What a client may send.
    public static final int CLIENT_BODY_BYTES = 256 * 1024;

    /// What Lambda takes at most, and so a sandbox may send.
    public static final int SANDBOX_BODY_BYTES = 6 * 1024 * 1024;

    public HttpFunction {
        routeKeys = List.copyOf(routeKeys);
    }
}
