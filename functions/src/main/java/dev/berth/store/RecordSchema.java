package dev.berth.store;

import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.primarySortKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.secondaryPartitionKey;
import static software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags.secondarySortKey;

import dev.berth.event.Json;
import dev.berth.event.WireName;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;

/// Builds the table schema of a record: the Enhanced Client has none for records, and introspecting beans would cost
/// 65 ms more of every cold start.
///
/// Times are kept as RFC 3339 text, enums by their wire names, nested records as JSON text.
public final class RecordSchema<T> {
    private final StaticImmutableTableSchema.Builder<T, Columns> schema;

    private RecordSchema(Class<T> type, Function<Columns, T> read) {
        this.schema = StaticImmutableTableSchema.builder(type, Columns.class).newItemBuilder(Columns::new, read);
    }

    public static <T> RecordSchema<T> of(Class<T> type, Function<Columns, T> read) {
        return new RecordSchema<>(type, read);
    }

    /// The row's primary key, computed from the record.
    public RecordSchema<T> key(Getter<T, String> partition, Getter<T, String> sort) {
        return attribute(String.class, BerthTable.PK, partition, primaryPartitionKey())
                .attribute(String.class, BerthTable.SK, sort, primarySortKey());
    }

    /// The row's place in [BerthTable#LISTS]; null keeps it out.
    public RecordSchema<T> listed(Getter<T, String> partition, Getter<T, String> sort) {
        return attribute(String.class, BerthTable.LISTS_PK, partition, secondaryPartitionKey(BerthTable.LISTS))
                .attribute(String.class, BerthTable.LISTS_SK, sort, secondarySortKey(BerthTable.LISTS));
    }

    /// The row's place in [BerthTable#LIVE]; null keeps it out.
    public RecordSchema<T> live(Getter<T, String> partition, Getter<T, String> sort) {
        return attribute(String.class, BerthTable.LIVE_PK, partition, secondaryPartitionKey(BerthTable.LIVE))
                .attribute(String.class, BerthTable.LIVE_SK, sort, secondarySortKey(BerthTable.LIVE));
    }

    public RecordSchema<T> expires(Getter<T, Instant> at) {
        return attribute(Long.class, BerthTable.EXPIRES_AT, mapped(at, Instant::getEpochSecond));
    }

    public RecordSchema<T> text(String name, Getter<T, String> getter) {
        return attribute(String.class, name, getter);
    }

    public RecordSchema<T> number(String name, Getter<T, Number> getter) {
        return attribute(Long.class, name, mapped(getter, Number::longValue));
    }

    public RecordSchema<T> flag(String name, Getter<T, Boolean> getter) {
        return attribute(Boolean.class, name, getter);
    }

    public RecordSchema<T> bytes(String name, Getter<T, byte[]> getter) {
        return attribute(byte[].class, name, getter);
    }

    public RecordSchema<T> instant(String name, Getter<T, Instant> getter) {
        return attribute(String.class, name, mapped(getter, Instant::toString));
    }

    public <E extends WireName> RecordSchema<T> constant(String name, Getter<T, E> getter) {
        return attribute(String.class, name, mapped(getter, WireName::wireName));
    }

    public <V> RecordSchema<T> json(String name, Getter<T, V> getter) {
        return attribute(String.class, name, mapped(getter, Json.MAPPER::writeValueAsString));
    }

    public TableSchema<T> build() {
        return schema.build();
    }

    private <V> RecordSchema<T> attribute(Class<V> type, String name, Getter<T, V> getter, StaticAttributeTag... tags) {
        schema.addAttribute(type, attribute -> attribute
                .name(name)
                .getter(getter::get)
                .setter((columns, value) -> columns.set(name, value))
                .tags(tags));
        return this;
    }

    private static <T, S, V> Getter<T, V> mapped(Getter<T, S> getter, Function<S, V> map) {
        return row -> {
            var value = getter.get(row);
            return value == null ? null : map.apply(value);
        };
    }

    /// Reads one attribute off a record; null leaves it out of the row.
    @FunctionalInterface
    public interface Getter<T, V> {
        @Nullable
        V get(T row);
    }
}
