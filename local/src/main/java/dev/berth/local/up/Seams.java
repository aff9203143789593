package dev.berth.local.up;

import dev.berth.function.Ports;
import java.time.Clock;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Where somebody may come between the control plane and what it calls, to watch it, to let it fail or to set its
/// clock.
///
/// @param clock the wall clock
/// @param dynamoDb around every call of a store, the workflow's too
/// @param ports around every call of a port
public record Seams(Clock clock, UnaryOperator<DynamoDbClient> dynamoDb, UnaryOperator<Ports> ports) {
    /// Nobody comes between.
    public static final Seams NONE = new Seams(Clock.systemUTC(), UnaryOperator.identity(), UnaryOperator.identity());
}
