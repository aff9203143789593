package dev.berth.store;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The conditions that writes are made under.
public final class Conditions {
    public static final Expression ABSENT =
            Expression.builder().expression("attribute_not_exists(pk)").build();

    public static final Expression PRESENT =
            Expression.builder().expression("attribute_exists(pk)").build();

    private Conditions() {}

    /// The number attribute is what it was when it was read.
    public static Expression unchanged(String attribute, long value) {
        return Expression.builder()
                .expression("#a = :a")
                .expressionNames(Map.of("#a", attribute))
                .expressionValues(Map.of(":a", AttributeValue.fromN(Long.toString(value))))
                .build();
    }

    /// The number attribute is absent or not above this.
    public static Expression notAbove(String attribute, long value) {
        return Expression.builder()
                .expression("attribute_not_exists(#a) OR #a <= :a")
                .expressionNames(Map.of("#a", attribute))
                .expressionValues(Map.of(":a", AttributeValue.fromN(Long.toString(value))))
                .build();
    }

    /// Nothing is there, or something that only waits to be removed.
    public static Expression absentOrExpired(Instant now) {
        return Expression.builder()
                .expression("attribute_not_exists(pk) OR #e <= :now")
                .expressionNames(Map.of("#e", BerthTable.EXPIRES_AT))
                .expressionValues(Map.of(":now", AttributeValue.fromN(Long.toString(now.getEpochSecond()))))
                .build();
    }
}
