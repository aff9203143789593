package dev.berth.session;

import dev.berth.conversation.QueuedMessage;
import dev.berth.event.Actor;
import dev.berth.event.MessageMode;
import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import dev.berth.http.Idempotency;
import dev.berth.organization.Caller;
import dev.berth.organization.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `/v1/sessions/{session}/messages`.
public final class MessageRoutes {
    private final SendMessage sendMessage;
    private final ReadSession readSession;
    private final Idempotency idempotency;

    public MessageRoutes(SendMessage sendMessage, ReadSession readSession, Idempotency idempotency) {
        this.sendMessage = sendMessage;
        this.readSession = readSession;
        this.idempotency = idempotency;
    }

    public List<Endpoint<Caller>> endpoints() {
        return List.of(Endpoint.of("POST /v1/sessions/{session}/messages", Scope.SESSIONS, this::send));
    }

    private HttpResponse send(HttpRequest request, Caller caller) {
        var key = readSession
                .get(new SessionKey(caller.organization(), request.pathParameter("session")))
                .key();
        var body = request.json(Creation.class);
        var mode = body.mode() == null ? MessageMode.QUEUE : body.mode();
        return idempotency.once(
                request,
                caller,
                recorder -> answer(sendMessage.send(
                        key,
                        caller.actor(),
                        body.text(),
                        mode,
                        (transaction, message) -> recorder.record(transaction, answer(message)))));
    }

    private static HttpResponse answer(QueuedMessage message) {
        return HttpResponse.json(
                202,
                new Shown(
                        message.id(),
                        message.session().session(),
                        message.text(),
                        message.mode(),
                        message.sender(),
                        message.at()));
    }

    private record Creation(String text, @Nullable MessageMode mode) {}

    private record Shown(String id, String session, String text, MessageMode mode, Actor sender, Instant at) {}
}
