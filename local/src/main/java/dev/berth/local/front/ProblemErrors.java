package dev.berth.local.front;

import dev.berth.http.Problem;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
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

    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable fields) {
        var requestId = Problems.newRequestId();
        fields.put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        fields.put(Problems.REQUEST_ID, requestId);
        return Problems.bytes(Problems.unreadable(status, reason(status, reason)), requestId);
    }

    private static String reason(int status, @Nullable String message) {
        return message == null || status >= 500 ? HttpStatus.getMessage(status) : message;
    }
}
