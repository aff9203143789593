package dev.berth.local.bench.paper;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How big items are and what they cost, as DynamoDB says it bills them.
final class CapacityUnits {
    private static final int WRITE_UNIT_BYTES = 1 << 10;
    private static final int READ_UNIT_BYTES = 4 << 10;
    private static final int COLLECTION_BYTES = 3;

    private CapacityUnits() {}

    static int written(int bytes) {
        return Math.max(1, Math.ceilDiv(bytes, WRITE_UNIT_BYTES));
    }

    static double read(int bytes, boolean consistent) {
        return Math.max(1, Math.ceilDiv(bytes, READ_UNIT_BYTES)) * (consistent ? 1 : 0.5);
    }

    static int bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(attribute -> utf8(attribute.getKey()) + bytes(attribute.getValue()))
                .sum();
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case N -> value.n().length() / 2 + 2;
            case B -> value.b().asByteArrayUnsafe().length;
            case BOOL, NUL -> 1;
            case M -> COLLECTION_BYTES + bytes(value.m());
            case L ->
                COLLECTION_BYTES
                        + value.l().stream().mapToInt(one -> 1 + bytes(one)).sum();
            case SS ->
                COLLECTION_BYTES
                        + value.ss().stream().mapToInt(CapacityUnits::utf8).sum();
            case NS, BS, UNKNOWN_TO_SDK_VERSION ->
                throw new IllegalArgumentException("No row of ours has " + value.type());
        };
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
