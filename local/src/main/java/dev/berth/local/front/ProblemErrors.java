package dev.berth.local.front;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Says in problem details what the server would say in HTML.
final class ProblemErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Problems.write(Problems.unreadable(code, reason(code, message)), response, callback);
    }

    private static String reason(int status, @Nullable String message) {
        return message == null || status >= 500 ? HttpStatus.getMessage(status) : message;
    }
}
