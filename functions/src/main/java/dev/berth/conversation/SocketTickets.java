package dev.berth.conversation;

import dev.berth.event.SecretText;
import dev.berth.store.BerthStore;
import dev.berth.store.Conditions;
import dev.berth.store.RecordSchema;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.DeleteItemEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Tickets that open one WebSocket: a browser cannot send a header there, and a key does not belong into a URL.
public final class SocketTickets {
    private static final Duration VALIDITY = Duration.ofSeconds(30);
    private static final String SORT_KEY = "TICKET";

    private static final TableSchema<SocketTicket> SCHEMA = RecordSchema.of(
                    SocketTicket.class,
                    row -> new SocketTicket(
                            row.text("ticket"), row.text("organization"), Instant.parse(row.text("until"))))
            .key(ticket -> partition(ticket.ticket()), _ -> SORT_KEY)
            .text("ticket", SocketTicket::ticket)
            .text("organization", SocketTicket::organization)
            .instant("until", SocketTicket::expiresAt)
            .expires(SocketTicket::expiresAt)
            .build();

    private final DynamoDbTable<SocketTicket> table;
    private final SecureRandom random;
    private final Clock clock;

    public SocketTickets(BerthStore store, SecureRandom random, Clock clock) {
        this.table = store.table(SCHEMA);
        this.random = random;
        this.clock = clock;
    }

    public SocketTicket issue(String organization) {
        var ticket = new SocketTicket(
                SecretText.random(random), organization, clock.instant().plus(VALIDITY));
        table.putItem(ticket);
        return ticket;
    }

    /// Uses a ticket up.
    ///
    /// @return the organization it was issued for; empty when it is unknown, used or too old
    public Optional<String> redeem(String ticket) {
        try {
            var used = table.deleteItem(DeleteItemEnhancedRequest.builder()
                    .key(BerthStore.key(partition(ticket), SORT_KEY))
                    .conditionExpression(Conditions.PRESENT)
                    .build());
            return Optional.of(used)
                    .filter(found -> found.expiresAt().isAfter(clock.instant()))
                    .map(SocketTicket::organization);
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    private static String partition(String ticket) {
        return "TICKET#" + ticket;
    }
}
