package dev.berth.session;

import dev.berth.conversation.SocketTicket;
import dev.berth.conversation.SocketTickets;
import dev.berth.http.Endpoint;
import dev.berth.http.HttpRequest;
import dev.berth.http.HttpResponse;
import dev.berth.organization.Caller;
import dev.berth.organization.Scope;
import java.time.Instant;
import java.util.List;

/// `/v1/socket-tickets`.
public final class SocketTicketRoutes {
    private final SocketTickets tickets;
    private final String socketUrl;

    public SocketTicketRoutes(SocketTickets tickets, String socketUrl) {
        this.tickets = tickets;
        this.socketUrl = socketUrl;
    }

    public List<Endpoint<Caller>> endpoints() {
        return List.of(Endpoint.of("POST /v1/socket-tickets", Scope.READ, this::issue));
    }

    private HttpResponse issue(HttpRequest request, Caller caller) {
        return HttpResponse.json(201, shown(tickets.issue(caller.organization())));
    }

    private Shown shown(SocketTicket ticket) {
        return new Shown(ticket.ticket(), socketUrl, ticket.expiresAt());
    }

    private record Shown(String ticket, String url, Instant expiresAt) {}
}
