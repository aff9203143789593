package dev.berth.local.harness;

import dev.berth.event.Json;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// What a write is called: the operation, and the kinds of what it writes with the state that they are in.
final class WriteName {
    private WriteName() {}

    /// Empty for what is not a write.
    static Optional<String> of(String operation, @Nullable Object argument) {
        return switch (argument) {
            case PutItemRequest put -> Optional.of("put " + kind(put.item()));
            case UpdateItemRequest update -> Optional.of("update " + kind(update.key()));
            case DeleteItemRequest delete -> Optional.of("delete " + kind(delete.key()));
            case TransactWriteItemsRequest transaction ->
                Optional.of(
                        "transact " + kinds(transaction.transactItems().stream().map(WriteName::inTransaction)));
            case BatchWriteItemRequest batch ->
                Optional.of("batch "
                        + kinds(batch.requestItems().values().stream()
                                .flatMap(Collection::stream)
                                .map(WriteName::inBatch)));
            case Consumer<?> request -> ofConsumer(operation, request);
            case null, default -> Optional.empty();
        };
    }

    @SuppressWarnings("unchecked")
    private static Optional<String> ofConsumer(String operation, Consumer<?> request) {
        return switch (operation) {
            case "putItem" ->
                of(
                        operation,
                        PutItemRequest.builder()
                                .applyMutation((Consumer<PutItemRequest.Builder>) request)
                                .build());
            case "updateItem" ->
                of(
                        operation,
                        UpdateItemRequest.builder()
                                .applyMutation((Consumer<UpdateItemRequest.Builder>) request)
                                .build());
            case "deleteItem" ->
                of(
                        operation,
                        DeleteItemRequest.builder()
                                .applyMutation((Consumer<DeleteItemRequest.Builder>) request)
                                .build());
            case "transactWriteItems" ->
                of(
                        operation,
                        TransactWriteItemsRequest.builder()
                                .applyMutation((Consumer<TransactWriteItemsRequest.Builder>) request)
                                .build());
            case "batchWriteItem" ->
                of(
                        operation,
                        BatchWriteItemRequest.builder()
                                .applyMutation((Consumer<BatchWriteItemRequest.Builder>) request)
                                .build());
            default -> Optional.empty();
        };
    }

    private static String inTransaction(TransactWriteItem item) {
        if (item.put() != null) {
            return "+" + kind(item.put().item());
        }
        if (item.delete() != null) {
            return "-" + kind(item.delete().key());
        }
        return "~"
                + kind(
                        item.update() == null
                                ? item.conditionCheck().key()
                                : item.update().key());
    }

    private static String inBatch(WriteRequest write) {
        return write.putRequest() == null
                ? "-" + kind(write.deleteRequest().key())
                : "+" + kind(write.putRequest().item());
    }

    private static String kinds(Stream<String> kinds) {
        return kinds.distinct().sorted().collect(Collectors.joining(" "));
    }

    private static String kind(Map<String, AttributeValue> item) {
        if (!item.containsKey("pk")) {
            return "execution" + standing(text(item, "execution"));
        }
        var status = text(item, "status");
        return words(text(item, "pk")) + "/" + words(text(item, "sk")) + (status.isEmpty() ? "" : "(" + status + ")");
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    /// Keys are words and ids, parted by `#`; numbers and ids are not part of a name.
    private static String words(String key) {
        return Stream.of(key.split("#"))
                .filter(part -> part.matches("[A-Za-z_-]+"))
                .collect(Collectors.joining("#"));
    }

    private static String standing(String execution) {
        if (execution.isEmpty()) {
            return "";
        }
        var standing = Json.MAPPER.readTree(execution).path("standing");
        var state = standing.path("visit").path("state").asString("");
        var wait = standing.path("reason").path("call").isObject() ? " called" : "";
        return "(" + standing.path("kind").asString() + (state.isEmpty() ? "" : " " + state) + wait + ")";
    }
}
