package dev.berth.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.berth.event.Json;
import dev.berth.function.LambdaEntry.Rehearsal;
import dev.berth.http.ProblemException;
import dev.berth.organization.ApiKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/// Requests for nobody: each goes the whole way to the table, finds nothing, and changes nothing.
final class Rehearsals {
    private static final String NOBODY = "00000000000000000000000000";

    private Rehearsals() {}

    static Rehearsal ofApi(ControlPlane controlPlane) {
        var refusing = controlPlane.api();
        var admitting = controlPlane.apiRehearsal();
        return () -> {
            ApiKeys.rehearse();
            call(refusing, http("GET", "/v1/sessions", "berth_" + "0".repeat(43), ""));
            call(admitting, http("GET", "/v1/sessions", "", ""));
            call(admitting, http("POST", "/v1/sessions", "", "{\"task\": 1}"));
        };
    }

    static Rehearsal ofSandboxApi(ControlPlane controlPlane) {
        var sandboxApi = controlPlane.sandboxApi();
        var token = "sbx_" + NOBODY + ".none";
        return () -> {
            call(sandboxApi, http("POST", "/sandbox/v1/turns", token, ""));
            call(sandboxApi, http("POST", "/sandbox/v1/bootstrap", token, "{\"protocol\": \"none\"}"));
        };
    }

    /// A run that nobody is in.
    static Rehearsal ofStep(ControlPlane controlPlane) {
        var step = controlPlane.step();
        return () -> {
            try {
                call(step, json(Map.of("step", "settle", "organization", "org_nobody", "session", "none", "run", 0)));
            } catch (ProblemException thereIsNone) {
                // As it should be.
            }
        };
    }

    static Rehearsal ofSockets(ControlPlane controlPlane) {
        var sockets = controlPlane.sockets();
        return () -> call(
                sockets,
                json(Map.of("requestContext", Map.of("connectionId", "none", "routeKey", "$default"), "body", "{}")));
    }

    private static byte[] http(String method, String path, String token, String body) {
        return new HttpCall("rehearsal", method, path, token, body).event();
    }

    private static byte[] json(Map<String, Object> event) {
        return Json.MAPPER.writeValueAsBytes(event);
    }

    private static void call(RequestStreamHandler handler, byte[] event) throws IOException {
        handler.handleRequest(new ByteArrayInputStream(event), OutputStream.nullOutputStream(), null);
    }
}
